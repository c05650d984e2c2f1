-- CreateEnum
CREATE TYPE "availability_exception_kind" AS ENUM ('day_off', 'extra_hours');

-- AlterTable: no booking so far has buffers, so each holds just its meal.
ALTER TABLE "bookings" ADD COLUMN     "held_from" TIMESTAMPTZ(3),
ADD COLUMN     "held_until" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
UPDATE "bookings" SET "held_from" = "starts_at", "held_until" = "ends_at";
ALTER TABLE "bookings" ALTER COLUMN "held_from" SET NOT NULL,
ALTER COLUMN "held_until" SET NOT NULL;

-- AlterTable
ALTER TABLE "chefs" ADD COLUMN     "buffer_after_minutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "buffer_before_minutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "horizon_days" INTEGER NOT NULL DEFAULT 365,
ADD COLUMN     "minimum_notice_hours" INTEGER NOT NULL DEFAULT 3,
ADD COLUMN     "start_step_minutes" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "weekly_hours" (
    "id" SERIAL NOT NULL,
    "chef_id" INTEGER NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "opens_at" SMALLINT NOT NULL,
    "closes_at" SMALLINT NOT NULL,

    CONSTRAINT "weekly_hours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "availability_exceptions" (
    "id" SERIAL NOT NULL,
    "chef_id" INTEGER NOT NULL,
    "date" DATE NOT NULL,
    "kind" "availability_exception_kind" NOT NULL,
    "opens_at" SMALLINT,
    "closes_at" SMALLINT,

    CONSTRAINT "availability_exceptions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "weekly_hours_chef_id_weekday_opens_at_key" ON "weekly_hours"("chef_id", "weekday", "opens_at");

-- CreateIndex
CREATE UNIQUE INDEX "availability_exceptions_chef_id_date_kind_opens_at_key" ON "availability_exceptions"("chef_id", "date", "kind", "opens_at");

-- AddForeignKey
ALTER TABLE "weekly_hours" ADD CONSTRAINT "weekly_hours_chef_id_fkey" FOREIGN KEY ("chef_id") REFERENCES "chefs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_exceptions" ADD CONSTRAINT "availability_exceptions_chef_id_fkey" FOREIGN KEY ("chef_id") REFERENCES "chefs"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What follows is written by hand: Prisma's schema cannot say it.

-- Buffers are part of what a booking holds, so they are part of what may not overlap.
ALTER TABLE bookings
  ADD CONSTRAINT bookings_held CHECK (held_from <= starts_at AND ends_at <= held_until
    AND starts_at - held_from <= interval '12 hours' AND held_until - ends_at <= interval '12 hours'),
  DROP CONSTRAINT bookings_no_overlap,
  ADD CONSTRAINT bookings_no_overlap
    EXCLUDE USING gist (chef_id WITH =, tstzrange(held_from, held_until) WITH &&)
    WHERE (status IN ('pending', 'confirmed'));

ALTER TABLE chefs
  ADD CONSTRAINT chefs_buffers CHECK (buffer_before_minutes BETWEEN 0 AND 720 AND buffer_after_minutes BETWEEN 0 AND 720),
  -- A request lapses 2 hours before the meal, so shorter notice would leave no time to answer.
  ADD CONSTRAINT chefs_notice CHECK (minimum_notice_hours BETWEEN 3 AND 720),
  ADD CONSTRAINT chefs_horizon CHECK (horizon_days BETWEEN 1 AND 730),
  ADD CONSTRAINT chefs_start_step CHECK (start_step_minutes IN (15, 30, 60));

ALTER TABLE weekly_hours
  ADD CONSTRAINT weekly_hours_weekday CHECK (weekday BETWEEN 1 AND 7),
  ADD CONSTRAINT weekly_hours_range CHECK (opens_at BETWEEN 0 AND 1439
    AND closes_at > opens_at AND closes_at - opens_at <= 1440);

ALTER TABLE availability_exceptions
  ADD CONSTRAINT availability_exceptions_range CHECK (
    (kind = 'day_off' AND opens_at IS NULL AND closes_at IS NULL)
    OR (kind = 'extra_hours' AND opens_at BETWEEN 0 AND 1439
      AND closes_at > opens_at AND closes_at - opens_at <= 1440));
CREATE UNIQUE INDEX availability_exceptions_one_day_off ON availability_exceptions (chef_id, date)
  WHERE kind = 'day_off';

-- Every chef so far worked from 10 to 22 on every day.
INSERT INTO weekly_hours (chef_id, weekday, opens_at, closes_at)
  SELECT id, weekday, 600, 1320 FROM chefs CROSS JOIN generate_series(1, 7) AS weekday;
