-- Written by hand: Prisma's schema cannot say NULLS LAST, and without it no list is in the order of the index.
DROP INDEX "chefs_rating_rating_count_id_idx";
CREATE INDEX "chefs_rating_rating_count_id_idx" ON "chefs" ("rating" DESC NULLS LAST, "rating_count" DESC, "id");
CREATE INDEX "chefs_rating_id_idx" ON "chefs" ("rating" DESC NULLS LAST, "id");

-- CreateIndex
CREATE INDEX "chefs_price_per_session_id_desc_idx" ON "chefs" ("price_per_session" DESC, "id");
