import { Prisma, type Chef } from '../../generated/prisma/client.js';
import type { DbHandle } from '../../platform/db.js';
import type { ChefSearch } from './chefs.schemas.js';

/**
 * What is looked for. Words are in the form that the database compares, and mean: of each of the
 * first list, one of the second has to be there.
 */
export interface Wanted extends Omit<ChefSearch, 'q' | 'location' | 'date' | 'page' | 'per_page'> {
  words: string[][];
  places: string[][];
}

/** Where words are looked for: in all that a chef says, or in the name of the place alone. */
export type Where = 'text' | 'place';

const COLUMNS = {
  text: Prisma.sql`search_text`,
  place: Prisma.sql`search_place`,
};

/** Texts in the form in which the database compares them, in their order. */
export async function searchForms(db: DbHandle, texts: string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ form: string }[]>`
    SELECT search_form(given) AS form
      FROM unnest(${texts}::text[]) WITH ORDINALITY AS texts(given, place) ORDER BY place`;
  return rows.map((row) => row.form);
}

/** Those of the words, in that form, that are part of some chef's text. */
export async function wordsThere(db: DbHandle, where: Where, words: string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ word: string }[]>`
    SELECT word FROM unnest(${words}::text[], ${words.map(pattern)}::text[]) AS wanted(word, pattern)
      WHERE EXISTS (SELECT 1 FROM chefs WHERE ${COLUMNS[where]} LIKE pattern)`;
  return rows.map((row) => row.word);
}

/** Texts with words that resemble one, all in that form; of places, all that there are. */
export async function textsResembling(db: DbHandle, where: Where, word: string): Promise<string[]> {
  const rows = await (where === 'text'
    ? db.$queryRaw<{ text: string }[]>`SELECT * FROM chef_texts_resembling(${word}) AS text`
    : db.$queryRaw<{ text: string }[]>`SELECT DISTINCT search_place AS text FROM chefs`);
  return rows.map((row) => row.text);
}

/** The chefs that match, in the wanted order: all of them, or one window. */
export async function matchingChefs(
  db: DbHandle,
  wanted: Wanted,
  window: { skip: number; take: number | null },
): Promise<Chef[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM chefs WHERE ${matching(wanted)}
      ORDER BY ${order(wanted)} LIMIT ${window.take} OFFSET ${window.skip}`;
  const ids = rows.map((row) => row.id);
  const chefs = await db.chef.findMany({ where: { id: { in: ids } } });
  const places = new Map(ids.map((id, place) => [id, place]));
  return chefs.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

/** How many chefs match. */
export async function countMatching(db: DbHandle, wanted: Wanted): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM chefs WHERE ${matching(wanted)}`;
  return row?.total ?? 0;
}

/** Every place where some chef cooks, in alphabetical order. */
export async function locations(db: DbHandle): Promise<string[]> {
  const rows = await db.chef.groupBy({ by: 'location', orderBy: { location: 'asc' } });
  return rows.map((row) => row.location);
}

const BY_RATING = Prisma.sql`rating DESC NULLS LAST, rating_count DESC, id`;
const ORDERS: Record<ChefSearch['sort'], Prisma.Sql> = {
  recommended: BY_RATING,
  rating: Prisma.sql`rating DESC NULLS LAST, id`,
  price_asc: Prisma.sql`price_per_session, id`,
  price_desc: Prisma.sql`price_per_session DESC, id`,
  newest: Prisma.sql`id DESC`,
};

/** Who carries the words in name, cuisine or place comes before whose bio just mentions them. */
function order({ sort, words }: Wanted): Prisma.Sql {
  if (sort !== 'recommended' || words.length === 0) return ORDERS[sort];
  const nearness = words.map((some) => {
    const each = some.map((word) => Prisma.sql`word_similarity(${word}, search_heading)`);
    return Prisma.sql`greatest(${Prisma.join(each)})`;
  });
  return Prisma.sql`${Prisma.join(nearness, ' + ')} DESC, ${BY_RATING}`;
}

function matching(wanted: Wanted): Prisma.Sql {
  const { cuisine, min_price, max_price, min_rating, guests } = wanted;
  const has = (where: Where, words: string[]) => {
    const each = words.map((word) => Prisma.sql`${COLUMNS[where]} LIKE ${pattern(word)}`);
    return Prisma.sql`(${Prisma.join(each, ' OR ')})`;
  };
  const conditions = [
    Prisma.sql`true`,
    ...wanted.words.map((words) => has('text', words)),
    ...wanted.places.map((words) => has('place', words)),
  ];
  if (cuisine !== undefined) {
    const wantedCuisines = cuisine.map((one) => Prisma.sql`lower(${one})`);
    conditions.push(Prisma.sql`lower(cuisine_type) IN (${Prisma.join(wantedCuisines)})`);
  }
  if (min_price !== undefined) conditions.push(Prisma.sql`price_per_session >= ${min_price}`);
  if (max_price !== undefined) conditions.push(Prisma.sql`price_per_session <= ${max_price}`);
  if (min_rating !== undefined) {
    conditions.push(Prisma.sql`rating >= ${min_rating}::double precision`);
  }
  if (guests !== undefined) conditions.push(Prisma.sql`max_guests >= ${guests}`);
  return Prisma.join(conditions, ' AND ');
}

/** A word for LIKE, to which these three would be more than themselves. */
function pattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}
