ALTER TYPE booking_action ADD VALUE 'ask_move';
ALTER TYPE booking_action ADD VALUE 'accept_move';
ALTER TYPE booking_action ADD VALUE 'decline_move';
ALTER TYPE booking_action ADD VALUE 'withdraw_move';
ALTER TYPE booking_action ADD VALUE 'lapse_move';
ALTER TYPE booking_action ADD VALUE 'edit';

-- AlterTable
ALTER TABLE "bookings" ADD COLUMN "move_starts_at" TIMESTAMPTZ(3),
  ADD COLUMN "move_ends_at" TIMESTAMPTZ(3),
  ADD COLUMN "move_held_from" TIMESTAMPTZ(3),
  ADD COLUMN "move_held_until" TIMESTAMPTZ(3),
  ADD COLUMN "move_asked_by" "booking_actor",
  ADD COLUMN "move_expires_at" TIMESTAMPTZ(3);
ALTER TABLE "booking_events" ADD COLUMN "asked_starts_at" TIMESTAMPTZ(3);


-- What follows is written by hand: Prisma's schema cannot say it.

-- A meal that was moved before it could wait beside its old time is a request by now, and stays one: its
-- old time may have been given to somebody else.

-- What a booking holds are its time and the time that it may move to, each with its buffers.
ALTER TABLE bookings
  DROP CONSTRAINT bookings_no_overlap,
  ADD CONSTRAINT bookings_no_overlap EXCLUDE USING gist (chef_id WITH =, tstzmultirange(
      tstzrange(held_from, held_until),
      tstzrange(coalesce(move_held_from, held_from), coalesce(move_held_until, held_until))) WITH &&)
    WHERE (status IN ('pending', 'confirmed')),
  ADD CONSTRAINT bookings_move_whole CHECK (num_nulls(move_starts_at, move_ends_at, move_held_from, move_held_until,
    move_asked_by, move_expires_at) IN (0, 6)),
  ADD CONSTRAINT bookings_move_waits CHECK (move_starts_at IS NULL OR status = 'confirmed'),
  ADD CONSTRAINT bookings_move_length CHECK (move_ends_at - move_starts_at = ends_at - starts_at),
  ADD CONSTRAINT bookings_move_held CHECK (move_held_from <= move_starts_at AND move_ends_at <= move_held_until
    AND move_starts_at - move_held_from <= interval '12 hours' AND move_held_until - move_ends_at <= interval '12 hours'),
  ADD CONSTRAINT bookings_move_asked_by CHECK (move_asked_by <> 'system');

CREATE INDEX bookings_moves_idx ON bookings (chef_id, move_starts_at) WHERE move_starts_at IS NOT NULL;
CREATE INDEX bookings_moves_overdue_idx ON bookings (move_expires_at) WHERE move_expires_at IS NOT NULL;

-- A time that is no longer asked for may set its chef free; one that is asked for may close a date.
CREATE FUNCTION reopen_dates_of_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.move_held_from IS NULL THEN
    INSERT INTO chef_date_checks (chef_id) VALUES (NEW.chef_id);
  ELSE
    PERFORM reopen_chef_dates(ARRAY[OLD.chef_id], (OLD.move_held_from AT TIME ZONE 'UTC')::date - 3,
      (OLD.move_held_until AT TIME ZONE 'UTC')::date + 3);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER reopen_dates_moved AFTER UPDATE OF move_held_from, move_held_until ON bookings FOR EACH ROW
  WHEN ((OLD.move_held_from, OLD.move_held_until) IS DISTINCT FROM (NEW.move_held_from, NEW.move_held_until))
  EXECUTE FUNCTION reopen_dates_of_move();
