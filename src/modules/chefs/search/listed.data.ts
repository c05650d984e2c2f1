import { Prisma } from '../../../generated/prisma/client.js';
import { addDays } from '../../../platform/time/instants.js';
import { dayNumber } from '../../../platform/time/wall-clock.js';
import { weekdayOf } from '../availability/working-hours.rules.js';
import { anyTerms, headingTerms, isFacet, otherTerms, type Meaning } from '../query/terms.rules.js';
import type { ChefSearch } from './search.schemas.js';

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

/** Of `chef_search.days`, as the view `chef_search_rows` makes it. */
const EXTRA_HOURS = 1 << 14;
const DAYS_OFF = 1 << 15;
/** Of whom some dates differ from the week. */
export const DIFFERS = Prisma.sql`days & ${EXTRA_HOURS | DAYS_OFF}::int <> 0`;

export const ORDERS: Record<ChefSearch['sort'], Prisma.Sql> = {
  recommended: Prisma.sql`rating DESC NULLS LAST, rating_count DESC, chef_id`,
  rating: Prisma.sql`rating DESC NULLS LAST, chef_id`,
  price_asc: Prisma.sql`price, chef_id`,
  price_desc: Prisma.sql`price DESC, chef_id`,
  newest: Prisma.sql`chef_id DESC`,
};
/** More than that many with a word are not looked for among the first chefs of all. */
const MAX_AMONG_FIRST = 100;
const FIRST_OF_ALL = 1000;

/**
 * The first rows in the wanted order. Words are looked for in parts that each have an index: who is
 * found by cuisine and place alone needs no look at words, and best first means those with all words
 * in name, cuisine and place, so that the others are looked for only while these are too few.
 */
export function listed(criteria: SearchCriteria, most = MAX_LISTED + 1): Prisma.Sql {
  const { words, sort } = criteria;
  const limited = (select: Prisma.Sql) => Prisma.sql`${select} LIMIT ${most}`;
  const inOrder = (select: Prisma.Sql) => limited(Prisma.sql`${select} ORDER BY ${ORDERS[sort]}`);
  if (words.length === 0) return inOrder(rowsOf(criteria, 0));
  const facets = facetsOf(criteria).map(
    (facet) =>
      // With a small limit the planner may hope to come across them by chance.
      Prisma.sql`SELECT * FROM (${rowsOf(criteria, 0, [facet])}
      ORDER BY ${ORDERS[sort]} LIMIT ${Math.max(most, FIRST_OF_ALL)}) AS by_facets`,
  );
  const byTerms = (remoteness: number, terms: string) => {
    const all = inOrder(termRows(criteria, remoteness, terms));
    return most > MAX_AMONG_FIRST ? all : amongFirst(criteria, { remoteness, terms, most }, all);
  };
  const merged = (parts: Prisma.Sql[]) =>
    inOrder(Prisma.sql`SELECT * FROM (${unionOf(parts)}) AS parts`);
  if (sort !== 'recommended') return merged([...facets, byTerms(0, anyTerms(words))]);
  const near = merged([...facets, byTerms(0, headingTerms(words))]);
  const all = unionOf([near, byTerms(1, otherTerms(words))]);
  return limited(Prisma.sql`SELECT * FROM (${all}) AS both_parts`);
}

/** The same rows in no order: to count a frequent word is much less than to sort who has it. */
export function unordered(criteria: SearchCriteria): Prisma.Sql {
  const { words } = criteria;
  const parts =
    words.length === 0
      ? [rowsOf(criteria, 0)]
      : [
          ...facetsOf(criteria).map((facet) => rowsOf(criteria, 0, [facet])),
          termRows(criteria, 0, anyTerms(words)),
        ];
  return Prisma.sql`SELECT FROM (${unionOf(parts)}) AS parts LIMIT ${MAX_LISTED + 1}`;
}

/** Whether it asks for all chefs. */
export function isPlain(criteria: SearchCriteria): boolean {
  return criteria.words.length === 0 && filters(criteria).length === 0;
}

/** A condition for who has all words by cuisine and place; none if a word is neither. */
function facetsOf({ words }: SearchCriteria): Prisma.Sql[] {
  if (!words.every(isFacet)) return [];
  const each = words.map(
    ({ cuisineIds, placeIds }) =>
      Prisma.sql`(cuisine_id = ANY (${cuisineIds}) OR place_id = ANY (${placeIds}))`,
  );
  return [Prisma.join(each, ' AND ')];
}

/** Who has terms, without those that are found by facets. */
function termRows(criteria: SearchCriteria, remoteness: number, terms: string): Prisma.Sql {
  return rowsOf(criteria, remoteness, withoutFacets(criteria), withTerms(criteria, terms));
}

/**
 * A frequent word is found among the first chefs of all in no time, a rare one by its index; if there
 * are too few among the first, all with that word are asked for.
 */
function amongFirst(
  criteria: SearchCriteria,
  { remoteness, terms, most }: { remoteness: number; terms: string; most: number },
  all: Prisma.Sql,
): Prisma.Sql {
  const first = Prisma.sql`
    (SELECT * FROM chef_search ORDER BY ${ORDERS[criteria.sort]} LIMIT ${FIRST_OF_ALL}) AS first_of_all`;
  const having = [Prisma.sql`terms @@ ${terms}::tsquery`, ...withoutFacets(criteria)];
  return Prisma.sql`
    WITH among_first AS MATERIALIZED (${rowsOf(criteria, remoteness, having, first)} LIMIT ${most})
      SELECT * FROM among_first WHERE (SELECT count(*) FROM among_first) = ${most}
      UNION ALL (SELECT * FROM (${all}) AS by_terms WHERE (SELECT count(*) FROM among_first) < ${most})`;
}

function withoutFacets(criteria: SearchCriteria): Prisma.Sql[] {
  return facetsOf(criteria).map((facet) => Prisma.sql`NOT (${facet})`);
}

function unionOf(parts: Prisma.Sql[]): Prisma.Sql {
  return Prisma.join(
    parts.map((one) => Prisma.sql`(${one})`),
    ' UNION ALL ',
  );
}

function rowsOf(
  criteria: SearchCriteria,
  remoteness: number,
  conditions: Prisma.Sql[] = [],
  source = Prisma.sql`chef_search`,
): Prisma.Sql {
  return Prisma.sql`
    SELECT chef_id, ${remoteness}::int AS remoteness, rating, rating_count, price, days FROM ${source}
      WHERE ${Prisma.join([Prisma.sql`true`, ...conditions, ...filters(criteria)], ' AND ')}`;
}

/**
 * OFFSET 0 has them found by the index of words, with those of cuisines and places: to read the words
 * of chefs in order takes seconds.
 */
function withTerms({ cuisineIds, placeIds }: SearchCriteria, terms: string): Prisma.Sql {
  const conditions = [Prisma.sql`terms @@ ${terms}::tsquery`];
  if (cuisineIds !== undefined) conditions.push(Prisma.sql`cuisine_id = ANY (${cuisineIds})`);
  if (placeIds !== undefined) conditions.push(Prisma.sql`place_id = ANY (${placeIds})`);
  return Prisma.sql`
    (SELECT * FROM chef_search WHERE ${Prisma.join(conditions, ' AND ')} OFFSET 0) AS with_terms`;
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

/** A condition on `chef_search`: by the weekday, unless the date is known to be closed. */
function mayWorkOn(date: string): Prisma.Sql {
  const { begins, continues } = weekdayBits(date);
  return Prisma.sql`days & ${begins | continues | EXTRA_HOURS}::int <> 0 AND ${date}::date <> ALL (closed_dates)`;
}

/**
 * A condition on `chef_search`: hours that begin on a date, or the day before and end on it. OFFSET 0
 * has exceptions looked up for each chef in turn, until there are enough.
 */
export function worksOn(date: string): Prisma.Sql {
  const { begins, continues } = weekdayBits(date);
  const isOff = (day: string) => Prisma.sql`days & ${DAYS_OFF}::int <> 0 AND EXISTS (
    SELECT FROM availability_exceptions AS e
      WHERE e.chef_id = chef_search.chef_id AND e.date = ${day}::date AND kind = 'day_off' OFFSET 0)`;
  return Prisma.sql`(
    days & ${begins}::int <> 0 AND NOT (${isOff(date)})
    OR days & ${continues}::int <> 0 AND NOT (${isOff(addDays(date, -1))})
    OR days & ${EXTRA_HOURS}::int <> 0 AND EXISTS (
      SELECT FROM availability_exceptions AS e
        WHERE e.chef_id = chef_search.chef_id AND kind = 'extra_hours'
          AND (e.date = ${date}::date OR e.date = ${date}::date - 1 AND closes_at > 1440) OFFSET 0))`;
}

function weekdayBits(date: string) {
  const weekday = weekdayOf(dayNumber(date)) - 1;
  return { begins: 1 << weekday, continues: 1 << (weekday + 7) };
}
