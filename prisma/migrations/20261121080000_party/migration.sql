-- AlterTable
ALTER TABLE "bookings" ADD COLUMN     "address" TEXT,
ADD COLUMN     "allergies" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "allergies_read_at" TIMESTAMPTZ(3),
ADD COLUMN     "allergy_notes" TEXT,
ADD COLUMN     "dietary_needs" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "district" TEXT;


-- What follows is written by hand: Prisma's schema cannot say it.

ALTER TABLE bookings
  ADD CONSTRAINT bookings_party CHECK (allergies IS NOT NULL AND dietary_needs IS NOT NULL
    AND cardinality(allergies) <= 30 AND cardinality(dietary_needs) <= 30
    AND char_length(allergy_notes) <= 500 AND char_length(district) <= 100 AND char_length(address) <= 300),
  -- Nobody cooks for a party whose allergies were not read.
  ADD CONSTRAINT bookings_allergies_read CHECK (status <> 'confirmed' OR allergies_read_at IS NOT NULL
    OR (cardinality(allergies) = 0 AND allergy_notes IS NULL));
