import { Prisma, type Chef } from '../../../generated/prisma/client.js';
import { mapped, together, type Ids, type Question } from '../../../platform/database/questions.js';
import {
  MEAL_TERMS,
  mayWorkOn,
  worksOn,
  type MealTerms,
} from '../availability/availability.data.js';
import { ALL_COLUMNS, chefFrom, columns, type ChefRow } from '../chef/chef.data.js';
import type { ChefSearch } from './search.schemas.js';
import { anyTerms, headingTerms, otherTerms, type Meaning } from '../query/terms.rules.js';

/** No list goes further, and no count: beyond it a search has to be narrowed. */
export const MAX_LISTED = 10_000;

export interface SearchCriteria extends Omit<
  ChefSearch,
  'q' | 'location' | 'cuisine' | 'date' | 'page' | 'per_page'
> {
  words: Meaning[];
  cuisineIds?: number[];
  placeIds?: number[];
  /** A date that the chef takes bookings for and may work on: so many days ahead at least. */
  on?: { date: string; daysAhead: number };
}

export interface Listed<T> {
  chefs: Chef[];
  /** Of all, at most one more than MAX_LISTED. */
  total: number;
  about: T;
}

export interface Candidates<T> {
  chefs: MealTerms[];
  /** Of those who may work on the weekday, at most one more than MAX_LISTED. */
  listed: number;
  about: T;
}

/** Asks for something about chefs together with them. */
export type About<T> = (chefIds: Ids) => Question<T>;

/** One window of those listed, in the wanted order. */
export function matchingChefs<T>(
  criteria: SearchCriteria,
  { skip, take }: { skip: number; take: number },
  about: About<T>,
): Question<Listed<T>> {
  // The last of those listed only shows that there are more.
  const shown = Math.max(0, Math.min(take, MAX_LISTED - skip));
  const found = Prisma.sql`
    SELECT chef_id, row_number() OVER () AS place FROM (
      SELECT chef_id FROM listed ORDER BY remoteness, ${ORDERS[criteria.sort]}
        LIMIT ${shown} OFFSET ${skip}) AS shown`;
  return together(
    { chefs: foundChefs, total: listedCount, about: about(FOUND_IDS) },
    { listed: listed(criteria), found },
  );
}

export function matchingCount(criteria: SearchCriteria): Question<number> {
  return mapped(
    together({ total: listedCount }, { listed: listed(criteria) }),
    ({ total }) => total,
  );
}

/** Those listed who may be free on the date, in the wanted order: their calendars tell who is. */
export function candidates<T>(
  criteria: SearchCriteria & { on: { date: string } },
  take: number,
  about: About<T>,
): Question<Candidates<T>> {
  const found = Prisma.sql`
    SELECT chef_id, row_number() OVER () AS place FROM (
        SELECT chef_id, days FROM listed ORDER BY remoteness, ${ORDERS[criteria.sort]} OFFSET 0
      ) AS chef_search
      WHERE ${worksOn(criteria.on.date)} LIMIT ${take}`;
  return together(
    { chefs: foundTerms, listed: listedCount, about: about(FOUND_IDS) },
    { listed: listed(criteria), found },
  );
}

/** In the order given. */
export function chefsInOrder(ids: number[]): Question<Chef[]> {
  return {
    statement: Prisma.sql`
      SELECT ${ALL_COLUMNS} FROM chefs WHERE id = ANY (${ids}) ORDER BY array_position(${ids}, id)`,
    read: (rows: ChefRow[]) => rows.map(chefFrom),
  };
}

const listedCount: Question<number> = {
  statement: Prisma.sql`/* custom plan */ SELECT count(*)::int AS count FROM listed`,
  read: ([row]: { count: number }[]) => row?.count ?? 0,
};
const foundChefs: Question<Chef[]> = {
  statement: ofFound(ALL_COLUMNS),
  read: (rows: ChefRow[]) => rows.map(chefFrom),
};
const foundTerms: Question<MealTerms[]> = {
  statement: ofFound(columns(MEAL_TERMS)),
  read: (rows: MealTerms[]) => rows,
};
const FOUND_IDS = Prisma.sql`ARRAY(SELECT chef_id FROM found)`;
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

/** OFFSET 0 has each looked up by its id: to read all chefs takes longer, whatever the planner expects. */
function ofFound(selected: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT chef.* FROM found
      CROSS JOIN LATERAL (SELECT ${selected} FROM chefs WHERE id = chef_id OFFSET 0) AS chef ORDER BY place`;
}
