import { Prisma } from '../../../generated/prisma/client.js';
import type { DbHandle } from '../../../platform/database/client.js';

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
export async function normalizeTexts(db: DbHandle, texts: string[]): Promise<string[]> {
  const rows = await db.rows<{ form: string }>(Prisma.sql`
    SELECT search_form(given) AS form
      FROM unnest(${texts}::text[]) WITH ORDINALITY AS texts(given, place) ORDER BY place`);
  return rows.map((row) => row.form);
}

/** Words of chefs' texts that each of some normalized ones is a part of: the word itself, then the shortest. */
export async function wordsWith(db: DbHandle, parts: string[]): Promise<Map<string, string[]>> {
  const found = new Map(parts.map((part) => [part, new Array<string>()]));
  if (parts.length === 0) return found;
  const each = [...found.keys()].map(
    (part) => Prisma.sql`(SELECT ${part}::text AS part, word FROM chef_words
      WHERE field = 'text' AND word LIKE ${pattern(part)}
      ORDER BY length(word), word LIMIT ${MAX_WORDS_OF_ONE + 1})`,
  );
  const rows = await db.rows<{ part: string; word: string }>(Prisma.join(each, ' UNION ALL '));
  for (const { part, word } of rows) found.get(part)?.push(word);
  return found;
}

/** Those that have one of some normalized words as a part, and the cuisines of these names. */
export function facetsWith(db: DbHandle, parts: string[], cuisines: string[]): Promise<Facet[]> {
  return db.rows<Facet>(Prisma.sql`
    SELECT id, field, form FROM chef_facets
      WHERE form LIKE ANY (${parts.map(pattern)}::text[])
        OR field = 'cuisine' AND lower(value) IN (SELECT lower(name) FROM unnest(${cuisines}::text[]) AS name)
      LIMIT ${MAX_FACETS}`);
}

/** Words that some chef has or had, the most similar first. */
export async function similarWords(
  db: DbHandle,
  field: SearchField,
  word: string,
): Promise<string[]> {
  const rows = await db.rows<{ found: string }>(Prisma.sql`
    SELECT * FROM chef_words_resembling(${field}, ${word}) AS found`);
  return rows.map((row) => row.found);
}

/** For LIKE, with wildcards escaped. */
function pattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}
