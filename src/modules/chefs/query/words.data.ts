import { Prisma } from '../../../generated/prisma/client.js';
import { mapped, together, type Question } from '../../../platform/database/questions.js';

/** All of a profile, or the name of the place alone. */
export type SearchField = 'text' | 'place';

/** A cuisine or a place that chefs have or had, also in the form that is compared. */
export interface Facet {
  id: number;
  field: 'cuisine' | 'place';
  form: string;
}

/** Of one field, normalized: what was typed first, then its synonyms. */
export interface AskedWord {
  field: SearchField;
  forms: string[];
  /** What it may mean if nobody has it. */
  guesses: string[];
}

export interface SimilarWord {
  field: SearchField;
  typed: string;
  word: string;
}

/** Something typed that is part of more words than that stands for the shortest of them. */
export const MAX_WORDS_OF_ONE = 50;
const MAX_FACETS = 1000;

export interface Having {
  /** Words of their texts by what is a part of them: that itself, then the shortest. */
  words: Map<string, string[]>;
  facets: Facet[];
}

export interface Vocabulary {
  known: Having;
  /** The same for words that nobody has: of their guesses, and what resembles them. */
  guessed: Having;
  similar: SimilarWord[];
}

/** By one statement, so that a search with a slip asks no more often than others. */
export function vocabularyOf(words: AskedWord[]): Question<Vocabulary> {
  const texts = words.filter(({ field }) => field === 'text');
  const guesses = words.flatMap((word) => word.guesses);
  const questions = {
    words: { statement: Prisma.sql`SELECT * FROM parts`, read: byPart },
    facets: { statement: Prisma.sql`SELECT * FROM facets`, read: facetsFrom },
    guessedWords: {
      statement: wordsWith(
        texts.flatMap((word) => word.guesses),
        Prisma.sql`EXISTS (SELECT FROM unknown)`,
      ),
      read: byPart,
    },
    guessedFacets: {
      statement: Prisma.sql`
        SELECT id, field, form FROM chef_facets WHERE EXISTS (SELECT FROM unknown)
          AND (form LIKE ANY (${guesses.map(pattern)}::text[])
            OR EXISTS (SELECT FROM unknown WHERE word_similarity(unknown.form, chef_facets.form) >= 0.15))
          LIMIT ${MAX_FACETS}`,
      read: facetsFrom,
    },
    similar: {
      statement: Prisma.sql`
        SELECT field, form AS typed, word
          FROM unknown CROSS JOIN LATERAL chef_words_resembling(field, form) AS word`,
      read: (rows: SimilarWord[]) => rows,
    },
  };
  const given = {
    parts: wordsWith(texts.flatMap((word) => word.forms)),
    facets: facetsWith(words.flatMap((word) => word.forms)),
    unknown: unknownAmong(words),
  };
  return mapped(together(questions, given), (found) => ({
    known: { words: found.words, facets: found.facets },
    guessed: { words: found.guessedWords, facets: found.guessedFacets },
    similar: found.similar,
  }));
}

function facetsFrom(rows: Facet[]): Facet[] {
  return rows;
}

function byPart(rows: { part: string; word: string }[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { part, word } of rows) found.set(part, [...(found.get(part) ?? []), word]);
  return found;
}

function wordsWith(parts: string[], condition = Prisma.sql`true`): Prisma.Sql {
  const each = [...new Set(parts)].map(
    (part) => Prisma.sql`(SELECT ${part}::text AS part, word FROM chef_words
      WHERE field = 'text' AND word LIKE ${pattern(part)} AND ${condition}
      ORDER BY length(word), word LIMIT ${MAX_WORDS_OF_ONE + 1})`,
  );
  const none = Prisma.sql`SELECT '' AS part, '' AS word WHERE false`;
  return Prisma.join([none, ...each], ' UNION ALL ');
}

function facetsWith(parts: string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT id, field, form FROM chef_facets
      WHERE form LIKE ANY (${parts.map(pattern)}::text[]) LIMIT ${MAX_FACETS}`;
}

/** Those that are part of no word and no facet of a chef. */
function unknownAmong(words: AskedWord[]): Prisma.Sql {
  return Prisma.sql`
    SELECT field, forms[1] AS form
      FROM json_to_recordset(${JSON.stringify(words)}::json) AS asked(field text, forms text[])
      WHERE NOT EXISTS (SELECT FROM parts WHERE asked.field = 'text' AND part = ANY (forms))
        AND NOT EXISTS (SELECT FROM facets, unnest(forms) AS one
          WHERE asked.field IN ('text', facets.field) AND strpos(facets.form, one) > 0)`;
}

/** The ids of cuisines by their names, in any case. */
export function cuisinesNamed(names: string[]): Question<number[]> {
  return {
    statement: Prisma.sql`
      SELECT id FROM chef_facets WHERE field = 'cuisine'
        AND lower(value) IN (SELECT lower(name) FROM unnest(${names}::text[]) AS name)
        LIMIT ${MAX_FACETS}`,
    read: (rows: { id: number }[]) => rows.map(({ id }) => id),
  };
}

/** For LIKE, with wildcards escaped. */
function pattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}
