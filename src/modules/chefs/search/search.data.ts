import { Prisma, type Chef } from '../../../generated/prisma/client.js';
import type { DbHandle } from '../../../platform/database/client.js';
import {
  MEAL_TERMS,
  mayWorkOn,
  worksOn,
  type MealTerms,
} from '../availability/availability.data.js';
import { ALL_COLUMNS, columns } from '../chef/chef.data.js';
import type { ChefSearch } from './search.schemas.js';
import { anyTerms, headingTerms, otherTerms, type Meaning } from '../query/terms.rules.js';

/** No list goes further, and no count: beyond it a search has to be narrowed. */
export const MAX_LISTED = 10_000;

export interface SearchCriteria extends Omit<
  ChefSearch,
  'q' | 'location' | 'cuisine' | 'date' | 'page' | 'per_page'
> {
  /** Of each, a chef must have something. */
  words: Meaning[];
  cuisineIds?: number[];
  placeIds?: number[];
  /** A date that the chef takes bookings for and may work on: so many days ahead at least. */
  on?: { date: string; daysAhead: number };
}

export interface Listed {
  chefIds: number[];
  /** Of all, at most one more than MAX_LISTED. */
  total: number;
}

/** One window of those listed, in the wanted order. */
export async function matchingChefs(
  db: DbHandle,
  criteria: SearchCriteria,
  { skip, take }: { skip: number; take: number },
): Promise<Listed> {
  const [row] = await db.rows<Listed>(Prisma.sql`
    WITH /* custom plan */ listed AS MATERIALIZED (${listed(criteria)})
    SELECT (SELECT count(*)::int FROM listed) AS total, ARRAY(
      SELECT chef_id FROM listed ORDER BY remoteness, ${ORDERS[criteria.sort]}
        LIMIT ${take} OFFSET ${skip}) AS "chefIds"`);
  return row ?? { chefIds: [], total: 0 };
}

/** Those listed who may be free on the date, in the wanted order: their calendars tell who is. */
export async function candidates(
  db: DbHandle,
  criteria: SearchCriteria & { on: { date: string } },
  take: number,
): Promise<{ chefs: MealTerms[]; listed: number }> {
  const rows = await db.rows<MealTerms & { listed: number }>(Prisma.sql`
    WITH /* custom plan */ listed AS MATERIALIZED (${listed(criteria)})
    SELECT counted.listed, chef.* FROM (SELECT count(*)::int AS listed FROM listed) AS counted
      LEFT JOIN LATERAL (
        SELECT ${columns(MEAL_TERMS)} FROM (
            SELECT chef_id, days FROM listed ORDER BY remoteness, ${ORDERS[criteria.sort]} OFFSET 0
          ) AS chef_search JOIN chefs ON chefs.id = chef_id
          WHERE ${worksOn(criteria.on.date)} LIMIT ${take}) AS chef ON true`);
  const [first] = rows;
  const chefs = rows.filter(({ id }) => (id as number | null) !== null);
  return { chefs, listed: first?.listed ?? 0 };
}

export async function chefsInOrder(db: DbHandle, ids: number[]): Promise<Chef[]> {
  if (ids.length === 0) return [];
  return db.rows<Chef>(Prisma.sql`
    SELECT ${ALL_COLUMNS} FROM chefs WHERE id = ANY (${ids}) ORDER BY array_position(${ids}, id)`);
}

const ORDERS: Record<ChefSearch['sort'], Prisma.Sql> = {
  recommended: Prisma.sql`rating DESC NULLS LAST, rating_count DESC, chef_id`,
  rating: Prisma.sql`rating DESC NULLS LAST, chef_id`,
  price_asc: Prisma.sql`price, chef_id`,
  price_desc: Prisma.sql`price DESC, chef_id`,
  newest: Prisma.sql`chef_id DESC`,
};
const ATLEAST_ONE_MORE = MAX_LISTED + 1;

/**
 * The first rows in the wanted order. Words are looked for in parts that each have an index: who is
 * found by cuisine and place alone needs no look at words, and best first means those with all words
 * in name, cuisine and place, so that the others are looked for only while these are too few.
 */
function listed(criteria: SearchCriteria): Prisma.Sql {
  const { words, sort } = criteria;
  if (words.length === 0) return part(criteria, 0, []);
  const byFacets = words.map(({ cuisineIds, placeIds }) => hasFacet(cuisineIds, placeIds));
  const isByFacets = words.every(
    ({ cuisineIds, placeIds }) => cuisineIds.length + placeIds.length > 0,
  );
  const both = Prisma.join(byFacets, ' AND ');
  const others = isByFacets ? [Prisma.sql`NOT (${both})`] : [];
  const byTerms = (remoteness: number, terms: string) =>
    part(criteria, remoteness, others, withTerms(terms));
  const facets = isByFacets ? [part(criteria, 0, [both])] : [];
  if (sort !== 'recommended') return merged(criteria, [...facets, byTerms(0, anyTerms(words))]);
  const near = merged(criteria, [...facets, byTerms(0, headingTerms(words))]);
  return Prisma.sql`
    SELECT * FROM ((${near}) UNION ALL (${byTerms(1, otherTerms(words))})) AS both_parts
      LIMIT ${ATLEAST_ONE_MORE}`;
}

function merged({ sort }: SearchCriteria, parts: Prisma.Sql[]): Prisma.Sql {
  return Prisma.sql`
    SELECT * FROM (${Prisma.join(
      parts.map((one) => Prisma.sql`(${one})`),
      ' UNION ALL ',
    )}) AS parts
      ORDER BY ${ORDERS[sort]} LIMIT ${ATLEAST_ONE_MORE}`;
}

function part(
  criteria: SearchCriteria,
  remoteness: number,
  conditions: Prisma.Sql[],
  source = Prisma.sql`chef_search`,
): Prisma.Sql {
  return Prisma.sql`
    SELECT chef_id, ${remoteness}::int AS remoteness, rating, rating_count, price, days FROM ${source}
      WHERE ${Prisma.join([Prisma.sql`true`, ...conditions, ...filters(criteria)], ' AND ')}
      ORDER BY ${ORDERS[criteria.sort]} LIMIT ${ATLEAST_ONE_MORE}`;
}

/** OFFSET 0 has them found by the index of words: to read the words of chefs in order takes seconds. */
function withTerms(terms: string): Prisma.Sql {
  return Prisma.sql`(SELECT * FROM chef_search WHERE terms @@ ${terms}::tsquery OFFSET 0) AS with_terms`;
}

function filters(criteria: SearchCriteria): Prisma.Sql[] {
  const { cuisineIds, placeIds, min_price, max_price, min_rating, guests, on } = criteria;
  const conditions: [unknown, Prisma.Sql][] = [
    [cuisineIds, Prisma.sql`cuisine_id = ANY (${cuisineIds})`],
    [placeIds, Prisma.sql`place_id = ANY (${placeIds})`],
    [min_price, Prisma.sql`price >= ${min_price}`],
    [max_price, Prisma.sql`price <= ${max_price}`],
    [min_rating, Prisma.sql`rating >= ${min_rating}::double precision`],
    [guests, Prisma.sql`max_guests >= ${guests}`],
    [on, Prisma.sql`horizon_days >= ${on?.daysAhead}::int AND ${mayWorkOn(on?.date ?? '')}`],
  ];
  return conditions.flatMap(([asked, condition]) => (asked === undefined ? [] : [condition]));
}

function hasFacet(cuisineIds: number[], placeIds: number[]): Prisma.Sql {
  return Prisma.sql`(cuisine_id = ANY (${cuisineIds}) OR place_id = ANY (${placeIds}))`;
}
