ALTER TYPE booking_action ADD VALUE 'tell_allergies';
ALTER TYPE booking_action ADD VALUE 'read_allergies';

ALTER TABLE bookings ADD COLUMN allergies_told BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN allergies_changed_at TIMESTAMPTZ(3);

-- Of an empty list nobody knows whether it was an answer.
UPDATE bookings SET allergies_told = true WHERE cardinality(allergies) > 0 OR allergy_notes IS NOT NULL;

ALTER TABLE bookings
  DROP CONSTRAINT bookings_allergies_read,
  -- Nobody confirms without having read the allergies; what is told after that waits to be read.
  ADD CONSTRAINT bookings_allergies_read CHECK (status <> 'confirmed' OR allergies_read_at IS NOT NULL
    OR allergies_changed_at IS NOT NULL OR (cardinality(allergies) = 0 AND allergy_notes IS NULL)),
  ADD CONSTRAINT bookings_allergies_told CHECK (allergies_told
    OR (cardinality(allergies) = 0 AND allergy_notes IS NULL AND allergies_changed_at IS NULL));
