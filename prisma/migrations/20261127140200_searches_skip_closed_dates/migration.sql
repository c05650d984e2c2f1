-- Written by hand: Prisma's schema cannot say which columns are included.

-- The indexes of chef_search, each with the dates that searches skip. They take their places at the end,
-- so that searches go on meanwhile.
CREATE INDEX "chef_search_recommended_idx_new" ON "chef_search" ("rating" DESC NULLS LAST, "rating_count" DESC, "chef_id")
  INCLUDE ("price", "cuisine_id", "place_id", "max_guests", "horizon_days", "days", "closed_dates");
CREATE INDEX "chef_search_rating_idx_new" ON "chef_search" ("rating" DESC NULLS LAST, "chef_id")
  INCLUDE ("rating_count", "price", "cuisine_id", "place_id", "max_guests", "horizon_days", "days", "closed_dates");
CREATE INDEX "chef_search_price_asc_idx_new" ON "chef_search" ("price", "chef_id")
  INCLUDE ("rating", "rating_count", "cuisine_id", "place_id", "max_guests", "horizon_days", "days", "closed_dates");
CREATE INDEX "chef_search_price_desc_idx_new" ON "chef_search" ("price" DESC, "chef_id")
  INCLUDE ("rating", "rating_count", "cuisine_id", "place_id", "max_guests", "horizon_days", "days", "closed_dates");
CREATE INDEX "chef_search_newest_idx_new" ON "chef_search" ("chef_id" DESC)
  INCLUDE ("price", "rating", "rating_count", "cuisine_id", "place_id", "max_guests", "horizon_days", "days", "closed_dates");
CREATE INDEX "chef_search_place_idx_new" ON "chef_search" ("place_id", "cuisine_id", "price")
  INCLUDE ("rating", "rating_count", "chef_id", "max_guests", "horizon_days", "days", "closed_dates");
CREATE INDEX "chef_search_cuisine_idx_new" ON "chef_search" ("cuisine_id", "price")
  INCLUDE ("rating", "rating_count", "chef_id", "place_id", "max_guests", "horizon_days", "days", "closed_dates");
CREATE INDEX "chef_search_guests_idx_new" ON "chef_search" ("max_guests")
  INCLUDE ("price", "rating", "rating_count", "chef_id", "cuisine_id", "place_id", "horizon_days", "days", "closed_dates");
DROP INDEX "chef_search_recommended_idx";
DROP INDEX "chef_search_rating_idx";
DROP INDEX "chef_search_price_asc_idx";
DROP INDEX "chef_search_price_desc_idx";
DROP INDEX "chef_search_newest_idx";
DROP INDEX "chef_search_place_idx";
DROP INDEX "chef_search_cuisine_idx";
DROP INDEX "chef_search_guests_idx";
ALTER INDEX "chef_search_recommended_idx_new" RENAME TO "chef_search_recommended_idx";
ALTER INDEX "chef_search_rating_idx_new" RENAME TO "chef_search_rating_idx";
ALTER INDEX "chef_search_price_asc_idx_new" RENAME TO "chef_search_price_asc_idx";
ALTER INDEX "chef_search_price_desc_idx_new" RENAME TO "chef_search_price_desc_idx";
ALTER INDEX "chef_search_newest_idx_new" RENAME TO "chef_search_newest_idx";
ALTER INDEX "chef_search_place_idx_new" RENAME TO "chef_search_place_idx";
ALTER INDEX "chef_search_cuisine_idx_new" RENAME TO "chef_search_cuisine_idx";
ALTER INDEX "chef_search_guests_idx_new" RENAME TO "chef_search_guests_idx";
