import { Prisma, type Chef } from '../../../generated/prisma/client.js';
import { together, type Ids, type Question } from '../../../platform/database/questions.js';
import { ALL_COLUMNS, chefFrom, type ChefRow } from '../chef/chef.data.js';
import {
  DIFFERS,
  isPlain,
  listed,
  MAX_LISTED,
  ORDERS,
  unordered,
  worksOn,
  type SearchCriteria,
} from './listed.data.js';

export interface Listed<T> {
  chefs: Chef[];
  /** Of all, at most one more than MAX_LISTED. */
  total: number;
  about: T;
}

export interface Candidates<C, T> {
  /** In order. */
  ids: number[];
  /** Those listed before exceptions were looked at, at most so many as were wanted. */
  listed: number;
  calendars: C;
  /** Those of a window among the candidates, and what was asked about them. */
  chefs: Chef[];
  about: T;
}

export interface Window {
  skip: number;
  take: number;
}

/** Asks for something about chefs together with them. */
export type About<T> = (chefIds: Ids) => Question<T>;

/** One window of those listed, in the wanted order. */
export function matchingChefs<T>(
  criteria: SearchCriteria,
  { skip, take }: Window,
  about: About<T>,
): Question<Listed<T>> {
  // The last of those listed only shows that there are more.
  const shown = Math.max(0, Math.min(take, MAX_LISTED - skip));
  const found = Prisma.sql`
    SELECT chef_id, row_number() OVER () AS place FROM (
      SELECT chef_id FROM listed ORDER BY remoteness, ${ORDERS[criteria.sort]}
        LIMIT ${shown} OFFSET ${skip}) AS shown`;
  const hasWords = criteria.words.length > 0;
  const rows = hasWords ? listed(criteria, skip + shown) : listed(criteria);
  const total = hasWords ? countOf(unordered(criteria)) : countOf(LISTED, !isPlain(criteria));
  return together(
    { chefs: chefsOf(FOUND), total, about: about(idsOf(FOUND)) },
    { listed: rows, found },
  );
}

export function matchingCount(criteria: SearchCriteria): Question<number> {
  return countOf(unordered(criteria));
}

/**
 * The first of those who may be free on the date, in the wanted order, with their calendars, which tell
 * who is; and chefs of a window among them, so that a page is by one statement.
 * @param calendarsOf of some chefs, of whom those of the second list have exceptions
 */
export function candidates<C, T>(
  criteria: SearchCriteria & { on: { date: string } },
  most: { listed: number; found: number },
  calendarsOf: (ids: Ids, differing: Ids) => Question<C>,
  { skip, take, about }: Window & { about: About<T> },
): Question<Candidates<C, T>> {
  const found = Prisma.sql`
    SELECT chef_id, days, row_number() OVER () AS place FROM (
        SELECT chef_id, days FROM listed ORDER BY remoteness, ${ORDERS[criteria.sort]} OFFSET 0
      ) AS chef_search
      WHERE ${worksOn(criteria.on.date)} LIMIT ${most.found}`;
  const shown = Prisma.sql`SELECT * FROM found WHERE place > ${skip} AND place <= ${skip + take}`;
  const differing = Prisma.sql`ARRAY(SELECT chef_id FROM found WHERE ${DIFFERS})`;
  return together(
    {
      ids: foundIds,
      listed: countOf(LISTED),
      calendars: calendarsOf(idsOf(FOUND), differing),
      chefs: chefsOf(SHOWN),
      about: about(idsOf(SHOWN)),
    },
    { listed: listed(criteria, most.listed), found, shown },
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

const LISTED = Prisma.sql`SELECT FROM listed`;
/** @param isPlanned whether the statement needs a plan for its values, other than the plain list */
function countOf(rows: Prisma.Sql, isPlanned = true): Question<number> {
  const note = isPlanned ? Prisma.sql`/* custom plan */` : Prisma.empty;
  return {
    statement: Prisma.sql`${note} SELECT count(*)::int AS count FROM (${rows}) AS counted`,
    read: ([row]: { count: number }[]) => row?.count ?? 0,
  };
}
const foundIds: Question<number[]> = {
  statement: Prisma.sql`SELECT chef_id AS id FROM found ORDER BY place`,
  read: (rows: { id: number }[]) => rows.map(({ id }) => id),
};
/** Results of chef ids in order. */
const FOUND = Prisma.sql`found`;
const SHOWN = Prisma.sql`shown`;
/** OFFSET 0 has each looked up by its id: to read all chefs takes longer, whatever the planner expects. */
function chefsOf(result: Prisma.Sql): Question<Chef[]> {
  return {
    statement: Prisma.sql`
      SELECT chef.* FROM ${result}
        CROSS JOIN LATERAL (SELECT ${ALL_COLUMNS} FROM chefs WHERE id = chef_id OFFSET 0) AS chef ORDER BY place`,
    read: (rows: ChefRow[]) => rows.map(chefFrom),
  };
}

function idsOf(result: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT chef_id FROM ${result})`;
}
