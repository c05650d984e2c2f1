-- CreateTable
CREATE TABLE "chef_calendars" (
    "chef_id" INTEGER NOT NULL,
    "schedule" TEXT NOT NULL,

    CONSTRAINT "chef_calendars_pkey" PRIMARY KEY ("chef_id")
);

-- CreateTable
CREATE TABLE "chef_date_checks" (
    "id" BIGSERIAL NOT NULL,
    "chef_id" INTEGER NOT NULL,

    CONSTRAINT "chef_date_checks_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "chef_calendars" ADD CONSTRAINT "chef_calendars_chef_id_fkey" FOREIGN KEY ("chef_id") REFERENCES "chefs"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What follows is written by hand: Prisma's schema cannot say it.

-- How a row of chef_calendars follows from a chef's own rows, as JSON: terms, then [weekday, opens, closes].
CREATE VIEW "chef_calendar_rows" AS
  SELECT c.id AS chef_id, json_build_array(c.time_zone, c.buffer_before_minutes, c.buffer_after_minutes,
      c.start_step_minutes, c.minimum_notice_hours, c.horizon_days, c.min_hours, c.max_hours,
      (SELECT coalesce(json_agg(json_build_array(weekday, opens_at, closes_at) ORDER BY weekday, opens_at), '[]')
        FROM weekly_hours WHERE chef_id = c.id))::text AS schedule
  FROM chefs AS c;

-- What may set a chef free on dates says so at once; that dates are closed is found out later. Whoever
-- closes dates holds the chef's row alone (FOR UPDATE) from before it reads until it has written, so that
-- it either sees what has set the chef free, or is overwritten by it.
CREATE FUNCTION reopen_chef_dates(ids int[], since date, until date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM chef_search WHERE chef_id = ANY (ids) ORDER BY chef_id FOR KEY SHARE;
  UPDATE chef_search
    SET closed_dates = array(SELECT closed FROM unnest(closed_dates) AS closed WHERE closed NOT BETWEEN since AND until)
    WHERE chef_id = ANY (ids)
      AND EXISTS (SELECT FROM unnest(closed_dates) AS closed WHERE closed BETWEEN since AND until);
  INSERT INTO chef_date_checks (chef_id) SELECT unnest(ids);
END $$;

CREATE FUNCTION keep_chef_calendars(ids int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- What others have changed meanwhile is seen by the statement after the lock.
  PERFORM FROM chef_search WHERE chef_id = ANY (ids) ORDER BY chef_id FOR UPDATE;
  INSERT INTO chef_calendars SELECT * FROM chef_calendar_rows WHERE chef_id = ANY (ids)
    ON CONFLICT (chef_id) DO UPDATE SET schedule = EXCLUDED.schedule WHERE chef_calendars.schedule <> EXCLUDED.schedule;
  PERFORM reopen_chef_dates(ids, '-infinity', 'infinity');
END $$;

CREATE FUNCTION add_chef_calendars() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO chef_calendars SELECT * FROM chef_calendar_rows WHERE chef_id IN (SELECT id FROM added);
  RETURN NULL;
END $$;
CREATE TRIGGER keep_calendar_inserted AFTER INSERT ON chefs REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION add_chef_calendars();

CREATE FUNCTION keep_calendar_of_chef() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_chef_calendars(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE TRIGGER keep_calendar_updated AFTER UPDATE OF time_zone, buffer_before_minutes, buffer_after_minutes,
    start_step_minutes, minimum_notice_hours, horizon_days, min_hours, max_hours ON chefs FOR EACH ROW
  WHEN ((OLD.time_zone, OLD.buffer_before_minutes, OLD.buffer_after_minutes, OLD.start_step_minutes,
      OLD.minimum_notice_hours, OLD.horizon_days, OLD.min_hours, OLD.max_hours)
    IS DISTINCT FROM (NEW.time_zone, NEW.buffer_before_minutes, NEW.buffer_after_minutes, NEW.start_step_minutes,
      NEW.minimum_notice_hours, NEW.horizon_days, NEW.min_hours, NEW.max_hours))
  EXECUTE FUNCTION keep_calendar_of_chef();

CREATE FUNCTION keep_calendars() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_chef_calendars(array(SELECT DISTINCT chef_id FROM changed ORDER BY chef_id));
  RETURN NULL;
END $$;
DO $$
DECLARE
  relation text;
BEGIN
  FOREACH relation IN ARRAY ARRAY['weekly_hours', 'availability_exceptions'] LOOP
    EXECUTE format('CREATE TRIGGER keep_calendars_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION keep_calendars()', relation);
    EXECUTE format('CREATE TRIGGER keep_calendars_updated AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION keep_calendars()', relation);
    EXECUTE format('CREATE TRIGGER keep_calendars_deleted AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION keep_calendars()', relation);
  END LOOP;
END $$;

CREATE FUNCTION check_dates_of_booking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO chef_date_checks (chef_id) VALUES (NEW.chef_id);
  RETURN NULL;
END $$;
CREATE TRIGGER check_dates AFTER INSERT ON bookings FOR EACH ROW EXECUTE FUNCTION check_dates_of_booking();

-- A meal and its buffers take 36 hours at most, and zones differ from UTC by less than a day.
CREATE FUNCTION reopen_dates_of_booking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM reopen_chef_dates(ARRAY[OLD.chef_id], (OLD.held_from AT TIME ZONE 'UTC')::date - 3,
    (OLD.held_until AT TIME ZONE 'UTC')::date + 3);
  RETURN NULL;
END $$;
CREATE TRIGGER reopen_dates_changed AFTER UPDATE OF status, chef_id, held_from, held_until ON bookings FOR EACH ROW
  WHEN ((OLD.status, OLD.chef_id, OLD.held_from, OLD.held_until)
    IS DISTINCT FROM (NEW.status, NEW.chef_id, NEW.held_from, NEW.held_until))
  EXECUTE FUNCTION reopen_dates_of_booking();
CREATE TRIGGER reopen_dates_deleted AFTER DELETE ON bookings FOR EACH ROW EXECUTE FUNCTION reopen_dates_of_booking();

-- AlterTable: last, for it locks out searches until the end.
ALTER TABLE "chef_search" ADD COLUMN "closed_dates" DATE[] NOT NULL DEFAULT '{}';
