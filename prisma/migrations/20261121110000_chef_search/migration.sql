-- Written by hand: Prisma's schema cannot say how a column is made of others.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The form in which texts are compared: without accents and case, Hangul as the keys that type it on
-- the Korean keyboard, in capitals (김치 is RLACL). So a syllable half typed is a part of the whole one, a
-- wrong letter is one wrong key, and trigrams are of plain letters, which PostgreSQL knows in any locale.
CREATE FUNCTION search_form(given text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  form text := lower(regexp_replace(normalize(given, NFKD), '[\u0300-\u036f]', '', 'g'));
  -- Letters that take two keys: vowels of two parts, and pairs of consonants at a syllable's end.
  pairs CONSTANT text[] := ARRAY[
    ['ᅪ','HK'],['ᅫ','HO'],['ᅬ','HL'],['ᅯ','NJ'],['ᅰ','NP'],['ᅱ','NL'],['ᅴ','ML'],
    ['ᆪ','RT'],['ᆬ','SW'],['ᆭ','SG'],['ᆰ','FR'],['ᆱ','FA'],['ᆲ','FQ'],['ᆳ','FT'],['ᆴ','FX'],['ᆵ','FV'],['ᆶ','FG'],['ᆹ','QT']];
  pair text[];
BEGIN
  IF form ~ '[\u1100-\u11ff]' THEN
    FOREACH pair SLICE 1 IN ARRAY pairs LOOP
      form := replace(form, pair[1], pair[2]);
    END LOOP;
    form := translate(form,
      'ᄀᄁᄂᄃᄄᄅᄆᄇᄈᄉᄊᄋᄌᄍᄎᄏᄐᄑᄒ' || 'ᅡᅢᅣᅤᅥᅦᅧᅨᅩᅭᅮᅲᅳᅵ' || 'ᆨᆩᆫᆮᆯᆷᆸᆺᆻᆼᆽᆾᆿᇀᇁᇂ',
      'RRSEEFAQQTTDWWCZXVG' || 'KOIOJPUPHYNBML' || 'RRSEFAQTTDWCZXVG');
  END IF;
  RETURN form;
END $$;

-- Kept, for each search compares thousands: all that a chef says, what a card shows, and the place alone.
ALTER TABLE "chefs"
  ADD COLUMN "search_text" TEXT GENERATED ALWAYS AS
    (search_form(name || ' ' || cuisine_type || ' ' || location || ' ' || bio)) STORED,
  ADD COLUMN "search_heading" TEXT GENERATED ALWAYS AS
    (search_form(name || ' ' || cuisine_type || ' ' || location)) STORED,
  ADD COLUMN "search_place" TEXT GENERATED ALWAYS AS (search_form(location)) STORED;

-- CreateIndex
CREATE INDEX "chefs_search_text_idx" ON "chefs" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "chefs_search_place_idx" ON "chefs" USING GIN ("search_place" gin_trgm_ops);

-- The texts in which some word resembles a word: what a mistyped word may have meant is among theirs.
CREATE FUNCTION chef_texts_resembling(form text) RETURNS SETOF text
LANGUAGE sql STABLE PARALLEL SAFE SET pg_trgm.word_similarity_threshold = 0.25 AS $$
  SELECT search_text FROM chefs WHERE search_text %> form
  ORDER BY word_similarity(form, search_text) DESC, id LIMIT 200
$$;
