import { Prisma } from '../../../generated/prisma/client.js';
import { nothing, type Question } from '../../../platform/database/questions.js';

/** All of a profile, or the name of the place alone. */
export type SearchField = 'text' | 'place';

/** A cuisine or a place that chefs have or had, also in the form that is compared. */
export interface Facet {
  id: number;
  field: 'cuisine' | 'place';
  form: string;
}

/** Something typed that is part of more words than that stands for the shortest of them. */
export const MAX_WORDS_OF_ONE = 50;
const MAX_FACETS = 1000;

/** By `search_form` of the migrations, in the order given. */
export function normalizedForms(texts: string[]): Question<string[]> {
  return {
    statement: Prisma.sql`
      SELECT search_form(given) AS form
        FROM unnest(${texts}::text[]) WITH ORDINALITY AS texts(given, place) ORDER BY place`,
    read: (rows: { form: string }[]) => rows.map(({ form }) => form),
  };
}

/** Words of chefs' texts that each of some normalized ones is a part of: the word itself, then the shortest. */
export function wordsWith(parts: string[]): Question<Map<string, string[]>> {
  const each = [...new Set(parts)].map(
    (part) => Prisma.sql`(SELECT ${part}::text AS part, word FROM chef_words
      WHERE field = 'text' AND word LIKE ${pattern(part)}
      ORDER BY length(word), word LIMIT ${MAX_WORDS_OF_ONE + 1})`,
  );
  return {
    statement: each.length === 0 ? nothing.statement : Prisma.join(each, ' UNION ALL '),
    read(rows: { part: string; word: string }[]) {
      const found = new Map(parts.map((part) => [part, new Array<string>()]));
      for (const { part, word } of rows) found.get(part)?.push(word);
      return found;
    },
  };
}

/** Those that have one of some normalized words as a part. */
export function facetsWith(parts: string[]): Question<Facet[]> {
  return {
    statement: Prisma.sql`
      SELECT id, field, form FROM chef_facets
        WHERE form LIKE ANY (${parts.map(pattern)}::text[]) LIMIT ${MAX_FACETS}`,
    read: (rows: Facet[]) => rows,
  };
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

/** Words that some chef has or had, the most similar first. */
export function similarWords(field: SearchField, word: string): Question<string[]> {
  return {
    statement: Prisma.sql`SELECT * FROM chef_words_resembling(${field}, ${word}) AS found`,
    read: (rows: { found: string }[]) => rows.map(({ found }) => found),
  };
}

/** For LIKE, with wildcards escaped. */
function pattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}
