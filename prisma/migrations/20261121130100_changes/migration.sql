-- What has changed is sent on the channel `changes`, whichever way it was written: answers that show
-- it are kept until then. Each statement sends the topic of the table, and one for each chef; of many
-- chefs at once it sends that everything has changed.
CREATE FUNCTION send_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids int[];
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    PERFORM pg_notify('changes', '*');
    RETURN NULL;
  END IF;
  EXECUTE format('SELECT array_agg(DISTINCT %I) FROM changed', TG_ARGV[2]) INTO ids;
  IF cardinality(ids) > 100 THEN
    PERFORM pg_notify('changes', '*');
  ELSIF cardinality(ids) > 0 THEN
    PERFORM pg_notify('changes', TG_ARGV[0]);
    PERFORM pg_notify('changes', TG_ARGV[1] || ' ' || id) FROM unnest(ids) AS id;
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  one record;
  arguments text;
BEGIN
  FOR one IN
    SELECT * FROM (VALUES
      ('chefs', 'chefs', 'chef', 'id'),
      ('chef_details', 'chefs', 'chef', 'chef_id'),
      ('gallery_pictures', 'chefs', 'chef', 'chef_id'),
      ('weekly_hours', 'chefs', 'chef', 'chef_id'),
      ('availability_exceptions', 'chefs', 'chef', 'chef_id'),
      ('bookings', 'bookings', 'bookings', 'chef_id')
    ) AS shown (relation, topic, each_topic, chef)
  LOOP
    arguments := format('send_changes(%L, %L, %L)', one.topic, one.each_topic, one.chef);
    EXECUTE format('CREATE TRIGGER send_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION %s', one.relation, arguments);
    EXECUTE format('CREATE TRIGGER send_updated AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION %s', one.relation, arguments);
    EXECUTE format('CREATE TRIGGER send_deleted AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION %s', one.relation, arguments);
    EXECUTE format('CREATE TRIGGER send_truncated AFTER TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION %s', one.relation, arguments);
  END LOOP;
END $$;
