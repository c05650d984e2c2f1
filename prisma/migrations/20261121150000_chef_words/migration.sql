-- CreateTable
CREATE TABLE "chef_words" (
    "field" TEXT NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "chef_words_pkey" PRIMARY KEY ("field","word")
);

-- CreateIndex
CREATE INDEX "chef_words_word_idx" ON "chef_words" USING GIN ("word" gin_trgm_ops);


-- What follows is written by hand: Prisma's schema cannot say it.

-- Each once, in one order, so that two who save the same words wait for each other in turn. Nobody types
-- words of more than 64 letters.
CREATE FUNCTION chef_words_of(given text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT DISTINCT word FROM regexp_split_to_table(given, '[\s.,;:!?()"“”…]+') AS word
    WHERE char_length(word) BETWEEN 1 AND 64 ORDER BY word
$$;

CREATE FUNCTION keep_chef_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO chef_words (field, word)
    SELECT 'place', chef_words_of(NEW.search_place)
    UNION ALL SELECT 'text', chef_words_of(NEW.search_text)
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER chefs_words AFTER INSERT OR UPDATE OF name, cuisine_type, location, bio ON chefs
  FOR EACH ROW EXECUTE FUNCTION keep_chef_words();

INSERT INTO chef_words (field, word)
  SELECT 'place', chef_words_of(search_place) FROM chefs
  UNION SELECT 'text', chef_words_of(search_text) FROM chefs;

-- What a mistyped word may have meant is among these. The texts themselves are too many to compare.
DROP FUNCTION chef_texts_resembling(text);
CREATE FUNCTION chef_words_resembling(of_field text, form text) RETURNS SETOF text
LANGUAGE sql STABLE PARALLEL SAFE SET pg_trgm.word_similarity_threshold = 0.15 AS $$
  SELECT word FROM chef_words WHERE field = of_field AND word %> form
  ORDER BY word_similarity(form, word) DESC, word LIMIT 200
$$;
