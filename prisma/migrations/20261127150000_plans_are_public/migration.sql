-- Pages for visitors tell of the plans, and are kept until the topic `plans` is sent.
CREATE FUNCTION send_change_of_plans() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('changes', 'plans');
  RETURN NULL;
END $$;

CREATE TRIGGER send_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON plans
  FOR EACH STATEMENT EXECUTE FUNCTION send_change_of_plans();
