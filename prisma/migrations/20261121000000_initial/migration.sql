-- CreateEnum
CREATE TYPE "user_role" AS ENUM ('user', 'admin');

-- CreateEnum
CREATE TYPE "booking_status" AS ENUM ('pending', 'confirmed', 'declined', 'cancelled', 'expired', 'completed', 'no_show');

-- CreateEnum
CREATE TYPE "booking_actor" AS ENUM ('diner', 'chef', 'system');

-- CreateEnum
CREATE TYPE "booking_action" AS ENUM ('request', 'confirm', 'decline', 'withdraw', 'expire', 'cancel', 'reschedule', 'complete', 'no_show');

-- CreateEnum
CREATE TYPE "cancellation_policy" AS ENUM ('flexible', 'moderate', 'strict');

-- CreateEnum
CREATE TYPE "plan_interval" AS ENUM ('month', 'year');

-- CreateEnum
CREATE TYPE "subscription_status" AS ENUM ('active', 'ended');

-- CreateTable
CREATE TABLE "users" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" "user_role" NOT NULL DEFAULT 'user',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refresh_tokens" (
    "id" SERIAL NOT NULL,
    "session_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "rotated_at" TIMESTAMPTZ(3),

    CONSTRAINT "refresh_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bookings" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "chef_id" INTEGER NOT NULL,
    "status" "booking_status" NOT NULL DEFAULT 'pending',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_hours" INTEGER NOT NULL,
    "guests" INTEGER NOT NULL,
    "special_requests" TEXT,
    "time_zone" TEXT NOT NULL,
    "price_per_session" INTEGER NOT NULL,
    "total_price" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "cancellation_policy" "cancellation_policy" NOT NULL,
    "cancellation_terms" JSONB NOT NULL,
    "refund_amount" INTEGER,
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bookings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking_events" (
    "id" SERIAL NOT NULL,
    "booking_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" "booking_actor" NOT NULL,
    "user_id" INTEGER,
    "action" "booking_action" NOT NULL,
    "from_status" "booking_status",
    "to_status" "booking_status" NOT NULL,
    "reason" TEXT,
    "old_starts_at" TIMESTAMPTZ(3),
    "old_ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "booking_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chefs" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "bio" TEXT NOT NULL,
    "cuisine_type" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "price_per_session" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL DEFAULT 'KRW',
    "time_zone" TEXT NOT NULL,
    "photo_url" TEXT,
    "rating" DOUBLE PRECISION,
    "rating_count" INTEGER NOT NULL DEFAULT 0,
    "min_hours" INTEGER NOT NULL DEFAULT 1,
    "max_hours" INTEGER NOT NULL DEFAULT 12,
    "max_guests" INTEGER NOT NULL DEFAULT 12,
    "cancellation_policy" "cancellation_policy" NOT NULL DEFAULT 'moderate',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chefs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "services" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "services_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plans" (
    "id" SERIAL NOT NULL,
    "service_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "price" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "interval" "plan_interval" NOT NULL,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscriptions" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "service_id" INTEGER NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "status" "subscription_status" NOT NULL DEFAULT 'active',
    "cancel_at_period_end" BOOLEAN NOT NULL DEFAULT false,
    "current_period_start" TIMESTAMPTZ(3) NOT NULL,
    "current_period_end" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "refresh_tokens_token_hash_key" ON "refresh_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "refresh_tokens_session_id_idx" ON "refresh_tokens"("session_id");

-- CreateIndex
CREATE INDEX "bookings_user_id_starts_at_idx" ON "bookings"("user_id", "starts_at");

-- CreateIndex
CREATE INDEX "bookings_user_id_status_starts_at_idx" ON "bookings"("user_id", "status", "starts_at");

-- CreateIndex
CREATE INDEX "bookings_chef_id_status_starts_at_idx" ON "bookings"("chef_id", "status", "starts_at");

-- CreateIndex
CREATE INDEX "booking_events_booking_id_id_idx" ON "booking_events"("booking_id", "id");

-- CreateIndex
CREATE INDEX "booking_events_user_id_idx" ON "booking_events"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "chefs_user_id_key" ON "chefs"("user_id");

-- CreateIndex
CREATE INDEX "chefs_rating_rating_count_id_idx" ON "chefs"("rating" DESC, "rating_count" DESC, "id");

-- CreateIndex
CREATE INDEX "chefs_price_per_session_id_idx" ON "chefs"("price_per_session", "id");

-- CreateIndex
CREATE INDEX "chefs_cuisine_type_idx" ON "chefs"("cuisine_type");

-- CreateIndex
CREATE UNIQUE INDEX "services_slug_key" ON "services"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "plans_slug_key" ON "plans"("slug");

-- CreateIndex
CREATE INDEX "plans_service_id_idx" ON "plans"("service_id");

-- CreateIndex
CREATE INDEX "subscriptions_user_id_id_idx" ON "subscriptions"("user_id", "id" DESC);

-- CreateIndex
CREATE INDEX "subscriptions_service_id_idx" ON "subscriptions"("service_id");

-- CreateIndex
CREATE INDEX "subscriptions_plan_id_idx" ON "subscriptions"("plan_id");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_chef_id_fkey" FOREIGN KEY ("chef_id") REFERENCES "chefs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_events" ADD CONSTRAINT "booking_events_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "bookings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_events" ADD CONSTRAINT "booking_events_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chefs" ADD CONSTRAINT "chefs_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plans" ADD CONSTRAINT "plans_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "services"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "services"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What follows is written by hand: Prisma's schema cannot say it.

-- The exclusion constraint compares chefs with `=` inside a GiST index.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- No chef ever has two live bookings that overlap. This has the last word, not the code.
ALTER TABLE bookings ADD CONSTRAINT bookings_no_overlap
  EXCLUDE USING gist (chef_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
  WHERE (status IN ('pending', 'confirmed'));

-- An empty range overlaps nothing, so the constraint above would let it in.
ALTER TABLE bookings
  ADD CONSTRAINT bookings_time_in_order CHECK (starts_at < ends_at),
  ADD CONSTRAINT bookings_length CHECK (ends_at - starts_at = duration_hours * interval '1 hour'),
  ADD CONSTRAINT bookings_duration CHECK (duration_hours BETWEEN 1 AND 12),
  ADD CONSTRAINT bookings_guests CHECK (guests BETWEEN 1 AND 100),
  ADD CONSTRAINT bookings_price CHECK (price_per_session >= 0),
  ADD CONSTRAINT bookings_total CHECK (total_price = duration_hours * price_per_session),
  ADD CONSTRAINT bookings_refund CHECK (refund_amount BETWEEN 0 AND total_price),
  ADD CONSTRAINT bookings_currency CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT bookings_requests CHECK (char_length(special_requests) <= 2000),
  ADD CONSTRAINT bookings_deadline CHECK ((expires_at IS NOT NULL) = (status = 'pending'));

-- Each is read by one question only: what is overdue, what has ended.
CREATE INDEX bookings_overdue_idx ON bookings (expires_at) WHERE status = 'pending';
CREATE INDEX bookings_ended_idx ON bookings (ends_at) WHERE status = 'confirmed';

-- Bookings are never deleted, and their history is only ever added to.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is not allowed', TG_OP, TG_TABLE_NAME;
END $$;
CREATE TRIGGER bookings_are_kept BEFORE DELETE ON bookings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER booking_events_are_kept BEFORE UPDATE OR DELETE ON booking_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE users
  ADD CONSTRAINT users_email_form CHECK (email = lower(btrim(email)) AND email LIKE '%_@_%'),
  ADD CONSTRAINT users_name CHECK (char_length(name) BETWEEN 1 AND 100);

ALTER TABLE chefs
  ADD CONSTRAINT chefs_texts CHECK (char_length(name) BETWEEN 1 AND 100 AND char_length(bio) <= 4000
    AND char_length(cuisine_type) BETWEEN 1 AND 60 AND char_length(location) BETWEEN 1 AND 100),
  ADD CONSTRAINT chefs_price CHECK (price_per_session > 0),
  ADD CONSTRAINT chefs_currency CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT chefs_rating CHECK (rating BETWEEN 0 AND 5 AND rating_count >= 0),
  ADD CONSTRAINT chefs_hours CHECK (1 <= min_hours AND min_hours <= max_hours AND max_hours <= 12),
  ADD CONSTRAINT chefs_guests CHECK (max_guests BETWEEN 1 AND 100);

ALTER TABLE plans
  ADD CONSTRAINT plans_price CHECK (price >= 0),
  ADD CONSTRAINT plans_currency CHECK (currency ~ '^[A-Z]{3}$');

ALTER TABLE subscriptions
  ADD CONSTRAINT subscriptions_period CHECK (current_period_start < current_period_end);
-- A user holds at most one active subscription to a service.
CREATE UNIQUE INDEX subscriptions_one_active ON subscriptions (user_id, service_id)
  WHERE status = 'active';
CREATE INDEX subscriptions_due_idx ON subscriptions (current_period_end) WHERE status = 'active';

-- What every installation sells.
INSERT INTO services (slug, name) VALUES ('coocook', 'CooCook');
INSERT INTO plans (service_id, slug, name, price, currency, "interval")
  SELECT id, 'coocook-monthly', 'Monthly', 9900, 'KRW', 'month'::plan_interval FROM services
  UNION ALL
  SELECT id, 'coocook-yearly', 'Yearly', 99000, 'KRW', 'year'::plan_interval FROM services;
