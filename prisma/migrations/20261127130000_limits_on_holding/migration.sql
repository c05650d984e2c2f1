-- Whether a diner may hold one more time while chefs have not answered. Requests of one diner wait for
-- each other here until the end of their transactions; since each query of a volatile function sees what
-- was committed before that query began, the count has the requests that were waited for.
CREATE FUNCTION may_hold(diner int, first timestamptz, last timestamptz, at_once int, in_all int)
  RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  held int;
  overlapping int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('open requests'), diner);
  SELECT count(*), count(*) FILTER (WHERE starts_at < last AND ends_at > first) INTO held, overlapping
    FROM bookings WHERE user_id = diner AND status = 'pending' AND rescue_of_id IS NULL;
  RETURN held < in_all AND overlapping < at_once;
END $$;
