-- CreateTable
CREATE TABLE "chef_facets" (
    "id" SERIAL NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "form" TEXT NOT NULL,

    CONSTRAINT "chef_facets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chef_search" (
    "chef_id" INTEGER NOT NULL,
    "cuisine_id" INTEGER NOT NULL,
    "place_id" INTEGER NOT NULL,
    "price" INTEGER NOT NULL,
    "rating" DOUBLE PRECISION,
    "rating_count" INTEGER NOT NULL,
    "max_guests" SMALLINT NOT NULL,
    "horizon_days" SMALLINT NOT NULL,
    "days" INTEGER NOT NULL,
    "terms" tsvector NOT NULL,

    CONSTRAINT "chef_search_pkey" PRIMARY KEY ("chef_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "chef_facets_field_value_key" ON "chef_facets"("field", "value");

-- CreateIndex
CREATE INDEX "chef_facets_form_idx" ON "chef_facets" USING GIN ("form" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "chef_search_terms_idx" ON "chef_search" USING GIN ("terms");

-- AddForeignKey
ALTER TABLE "chef_search" ADD CONSTRAINT "chef_search_chef_id_fkey" FOREIGN KEY ("chef_id") REFERENCES "chefs"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What follows is written by hand: Prisma's schema cannot say it.

-- One index for each order, and for each filter that may leave few. They hold all that is filtered
-- by, so that a search reads an index and not the table.
CREATE INDEX "chef_search_recommended_idx" ON "chef_search" ("rating" DESC NULLS LAST, "rating_count" DESC, "chef_id")
  INCLUDE ("price", "cuisine_id", "place_id", "max_guests", "horizon_days", "days");
CREATE INDEX "chef_search_rating_idx" ON "chef_search" ("rating" DESC NULLS LAST, "chef_id")
  INCLUDE ("rating_count", "price", "cuisine_id", "place_id", "max_guests", "horizon_days", "days");
CREATE INDEX "chef_search_price_asc_idx" ON "chef_search" ("price", "chef_id")
  INCLUDE ("rating", "rating_count", "cuisine_id", "place_id", "max_guests", "horizon_days", "days");
CREATE INDEX "chef_search_price_desc_idx" ON "chef_search" ("price" DESC, "chef_id")
  INCLUDE ("rating", "rating_count", "cuisine_id", "place_id", "max_guests", "horizon_days", "days");
CREATE INDEX "chef_search_newest_idx" ON "chef_search" ("chef_id" DESC)
  INCLUDE ("price", "rating", "rating_count", "cuisine_id", "place_id", "max_guests", "horizon_days", "days");
CREATE INDEX "chef_search_place_idx" ON "chef_search" ("place_id", "cuisine_id", "price")
  INCLUDE ("rating", "rating_count", "chef_id", "max_guests", "horizon_days", "days");
CREATE INDEX "chef_search_cuisine_idx" ON "chef_search" ("cuisine_id", "price")
  INCLUDE ("rating", "rating_count", "chef_id", "place_id", "max_guests", "horizon_days", "days");
CREATE INDEX "chef_search_guests_idx" ON "chef_search" ("max_guests")
  INCLUDE ("price", "rating", "rating_count", "chef_id", "cuisine_id", "place_id", "horizon_days", "days");

-- Without a list of pending changes no search has to go through one.
ALTER INDEX "chef_search_terms_idx" SET (fastupdate = off);
ALTER TABLE "chef_search" ALTER COLUMN "terms" SET STATISTICS 1000;

-- How a row of chef_search follows from a chef's own rows. `days`: bit n for hours that begin on ISO
-- weekday n + 1, bit n + 7 for hours of the day before that end on it, 14 for extra hours, 15 for
-- days off on any date. `terms`: words of the bio as they are, n: before those of the name, f: before
-- those of cuisine and place; the colon is part of no word.
CREATE VIEW "chef_search_rows" AS
  SELECT c.id AS chef_id, cuisine.id AS cuisine_id, place.id AS place_id, c.price_per_session AS price,
    c.rating, c.rating_count, c.max_guests::smallint AS max_guests, c.horizon_days::smallint AS horizon_days,
    coalesce((SELECT bit_or((1 << weekday - 1) | CASE WHEN closes_at > 1440 THEN 128 << weekday % 7 ELSE 0 END)
      FROM weekly_hours WHERE chef_id = c.id), 0)
    | coalesce((SELECT bit_or(CASE kind WHEN 'day_off' THEN 32768 ELSE 16384 END)
      FROM availability_exceptions WHERE chef_id = c.id), 0) AS days,
    array_to_tsvector(array(
      SELECT 'n:' || word FROM chef_words_of(search_form(c.name)) AS word
      UNION ALL SELECT 'f:' || word FROM chef_words_of(cuisine.form || ' ' || place.form) AS word
      UNION ALL SELECT chef_words_of(search_form(c.bio)))) AS terms
  FROM chefs AS c
    JOIN chef_facets AS cuisine ON cuisine.field = 'cuisine' AND cuisine.value = c.cuisine_type
    JOIN chef_facets AS place ON place.field = 'place' AND place.value = c.location;

CREATE FUNCTION keep_chef_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- In one order, so that two who save the same new values wait for each other in turn.
  INSERT INTO chef_facets (field, value, form)
    SELECT field, value, search_form(value)
      FROM (VALUES ('cuisine', NEW.cuisine_type), ('place', NEW.location)) AS facets(field, value)
      WHERE NOT EXISTS (SELECT FROM chef_facets AS known
        WHERE known.field = facets.field AND known.value = facets.value)
    ON CONFLICT DO NOTHING;
  -- What others have changed meanwhile is seen by the statement after the lock.
  PERFORM FROM chef_search WHERE chef_id = NEW.id FOR UPDATE;
  INSERT INTO chef_search SELECT * FROM chef_search_rows WHERE chef_id = NEW.id
    ON CONFLICT (chef_id) DO UPDATE SET
      (cuisine_id, place_id, price, rating, rating_count, max_guests, horizon_days, days, terms)
      = ROW (EXCLUDED.cuisine_id, EXCLUDED.place_id, EXCLUDED.price, EXCLUDED.rating, EXCLUDED.rating_count,
        EXCLUDED.max_guests, EXCLUDED.horizon_days, EXCLUDED.days, EXCLUDED.terms);
  INSERT INTO chef_words (field, word)
    SELECT 'text', word FROM (SELECT DISTINCT regexp_replace(lexeme, '^[nf]:', '') AS word
      FROM chef_search, unnest(terms) WHERE chef_id = NEW.id) AS words
      WHERE NOT EXISTS (SELECT FROM chef_words AS known WHERE known.field = 'text' AND known.word = words.word)
    UNION ALL
    SELECT 'place', word FROM chef_words_of(search_form(NEW.location)) AS words(word)
      WHERE NOT EXISTS (SELECT FROM chef_words AS known WHERE known.field = 'place' AND known.word = words.word)
    ORDER BY 1, 2
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

DROP TRIGGER chefs_words ON chefs;
DROP FUNCTION keep_chef_words();
CREATE TRIGGER keep_search AFTER INSERT OR UPDATE OF name, bio, cuisine_type, location, price_per_session,
  rating, rating_count, max_guests, horizon_days ON chefs FOR EACH ROW EXECUTE FUNCTION keep_chef_search();

CREATE FUNCTION keep_chef_days() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids int[] := array(SELECT DISTINCT chef_id FROM changed);
BEGIN
  PERFORM FROM chef_search WHERE chef_id = ANY (ids) ORDER BY chef_id FOR UPDATE;
  UPDATE chef_search AS kept SET days = present.days FROM chef_search_rows AS present
    WHERE kept.chef_id = ANY (ids) AND present.chef_id = kept.chef_id AND kept.days <> present.days;
  RETURN NULL;
END $$;

DO $$
DECLARE
  relation text;
BEGIN
  FOREACH relation IN ARRAY ARRAY['weekly_hours', 'availability_exceptions'] LOOP
    EXECUTE format('CREATE TRIGGER keep_days_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION keep_chef_days()', relation);
    EXECUTE format('CREATE TRIGGER keep_days_updated AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION keep_chef_days()', relation);
    EXECUTE format('CREATE TRIGGER keep_days_deleted AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION keep_chef_days()', relation);
  END LOOP;
END $$;

INSERT INTO chef_facets (field, value, form)
  SELECT field, value, search_form(value) FROM (
    SELECT DISTINCT 'cuisine' AS field, cuisine_type AS value FROM chefs
    UNION SELECT DISTINCT 'place', location FROM chefs) AS present ORDER BY 1, 2;
INSERT INTO chef_search SELECT * FROM chef_search_rows;

-- Their work is done by chef_search.
DROP INDEX "chefs_cuisine_type_idx";
DROP INDEX "chefs_rating_rating_count_id_idx";
DROP INDEX "chefs_rating_id_idx";
DROP INDEX "chefs_price_per_session_id_idx";
DROP INDEX "chefs_price_per_session_id_desc_idx";
ALTER TABLE "chefs" DROP COLUMN "search_text", DROP COLUMN "search_heading", DROP COLUMN "search_place";
