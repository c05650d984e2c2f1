import {
  ask,
  mapped,
  nothing,
  together,
  type Ids,
  type Question,
} from '../../../platform/database/questions.js';
import { pageCount } from '../../../platform/paging.js';
import { daysBetween, localOf } from '../../../platform/time/instants.js';
import type { Availability } from '../availability/availability.service.js';
import type { Chef } from '../chef/chef.data.js';
import type { ChefsDeps } from '../deps.js';
import { MAX_LISTED, type SearchCriteria } from './listed.data.js';
import * as data from './search.data.js';

/** Of a list; `more` when its total is a lower bound. */
export interface Count {
  total: number;
  more: boolean;
}

/** One page of a list, with what was asked about its chefs. */
export interface Found<T> extends Count {
  chefs: Chef[];
  pages: number;
  about: T;
}

/** Whether a chef is free has to be computed, so a search by date looks at so many at most. */
const MAX_CANDIDATES = 1000;
const MAX_HINT_CANDIDATES = 100;
/** So many times as many are listed, of whom some have other hours on the date. */
const LISTED_FOR_ONE = 3;
const OVER_IN_ALL_ZONES = -3;
/** Loaded beyond a page, in place of those who turn out not to be free. */
const SPARE = 12;

/** Lists that end at a bound, and say so. */
export function createLists(
  { db, clock }: Pick<ChefsDeps, 'db' | 'clock'>,
  { freeOn, manyCalendars }: Pick<Availability, 'freeOn' | 'manyCalendars'>,
) {
  /** By one statement; by two if the date is one on which many of the first turn out not to be free. */
  async function page<T>(
    criteria: SearchCriteria,
    date: string | undefined,
    { skip, take }: data.Window,
    about: data.About<T>,
  ): Promise<Found<T>> {
    if (date === undefined) {
      const found = await ask(db, data.matchingChefs(criteria, { skip, take }, about));
      const count = countOf(found.total);
      return { ...found, ...count, pages: pageCount(count.total, take) };
    }
    const byIds = (ids: number[]) => together({ chefs: data.chefsInOrder(ids), about: about(ids) });
    if (daysAhead(date, clock.now()) <= OVER_IN_ALL_ZONES)
      return { ...(await ask(db, byIds([]))), total: 0, more: false, pages: 0 };
    const window = { skip, take: take + SPARE, about };
    const {
      chefs,
      about: told,
      freeOf,
    } = await ask(db, freeQuestion(criteria, date, MAX_CANDIDATES, window));
    const { free, more } = await freeOf();
    const ids = free.slice(skip, skip + take);
    const known = new Map(chefs.map((chef) => [chef.id, chef]));
    const shown = ids.flatMap((id) => known.get(id) ?? []);
    const count = { total: free.length, more, pages: pageCount(free.length, take) };
    if (shown.length === ids.length) return { chefs: shown, about: told, ...count };
    return { ...(await ask(db, byIds(ids))), ...count };
  }

  /** To be asked with others; the answer counts. */
  function countQuestion(
    criteria: SearchCriteria,
    date: string | undefined,
  ): Question<() => Promise<Count>> {
    if (date === undefined) {
      return mapped(data.matchingCount(criteria), (total) => () => Promise.resolve(countOf(total)));
    }
    if (daysAhead(date, clock.now()) <= OVER_IN_ALL_ZONES)
      return mapped(nothing, () => () => Promise.resolve(countOf(0)));
    const window = { skip: 0, take: 0, about: () => nothing };
    const found = freeQuestion(criteria, date, MAX_HINT_CANDIDATES, window);
    return mapped(found, ({ freeOf }) => async () => {
      const { free, more } = await freeOf();
      return { total: free.length, more };
    });
  }

  /** The ids of those who are free, of the first so many who may be; with chefs of the window. */
  function freeQuestion<T>(
    criteria: SearchCriteria,
    date: string,
    most: number,
    window: data.Window & { about: data.About<T> },
  ) {
    const bookable = { ...criteria, on: { date, daysAhead: daysAhead(date, clock.now()) } };
    const bounds = { listed: LISTED_FOR_ONE * most, found: most + 1 };
    const calendarsOf = (ids: Ids, differing: Ids) => manyCalendars(ids, differing, date);
    const found = data.candidates(bookable, bounds, calendarsOf, window);
    return mapped(found, ({ ids, listed, calendars, chefs, about }) => ({
      chefs,
      about,
      freeOf: async () => {
        const free = await freeOn(ids.slice(0, most), date, calendars);
        return { free, more: listed === bounds.listed || ids.length > most };
      },
    }));
  }

  return { page, countQuestion };
}

/** At least, in all zones: a chef's own date is at most one day from ours. */
function daysAhead(date: string, now: Date): number {
  return daysBetween(localOf(now, 'UTC').date, date) - 1;
}

function countOf(listed: number): Count {
  const total = Math.min(listed, MAX_LISTED);
  return { total, more: listed > total };
}
