-- A sweep deletes sessions and tokens that have ended; each of its questions has an index.
CREATE INDEX "sessions_created_at_idx" ON "sessions"("created_at");
CREATE INDEX "sessions_revoked_at_idx" ON "sessions"("revoked_at");
CREATE INDEX "refresh_tokens_expires_at_idx" ON "refresh_tokens"("expires_at");

-- What no row's trigger sees: emptying a table that keeps a history.
CREATE TRIGGER bookings_are_not_emptied BEFORE TRUNCATE ON bookings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER booking_events_are_not_emptied BEFORE TRUNCATE ON booking_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
