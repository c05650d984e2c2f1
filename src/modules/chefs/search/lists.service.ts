import {
  ask,
  mapped,
  nothing,
  together,
  type Question,
} from '../../../platform/database/questions.js';
import { pageCount } from '../../../platform/paging.js';
import { daysBetween, localOf } from '../../../platform/time/instants.js';
import type { MealTerms } from '../availability/availability.data.js';
import type { Availability } from '../availability/availability.service.js';
import type { Chef } from '../chef/chef.data.js';
import type { ChefsDeps } from '../deps.js';
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

interface Free {
  free: MealTerms[];
  more: boolean;
}

/** Whether a chef is free has to be computed, so a search by date looks at so many at most. */
const MAX_CANDIDATES = 1000;
const MAX_HINT_CANDIDATES = 100;

/** Lists that end at a bound, and say so. */
export function createLists(
  { db, clock }: Pick<ChefsDeps, 'db' | 'clock'>,
  { freeOn, calendarsQuestion }: Pick<Availability, 'freeOn' | 'calendarsQuestion'>,
) {
  /** By one statement; with a date by two. */
  async function page<T>(
    criteria: data.SearchCriteria,
    date: string | undefined,
    { skip, take }: { skip: number; take: number },
    about: data.About<T>,
  ): Promise<Found<T>> {
    if (date === undefined) {
      const found = await ask(db, data.matchingChefs(criteria, { skip, take }, about));
      const count = countOf(found.total);
      return { ...found, ...count, pages: pageCount(count.total, take) };
    }
    const findFree = await ask(db, freeQuestion(criteria, date, MAX_CANDIDATES));
    const { free, more } = await findFree();
    const ids = free.slice(skip, skip + take).map(({ id }) => id);
    const shown = together({ chefs: data.chefsInOrder(ids), about: about(ids) });
    const pages = pageCount(free.length, take);
    return { ...(await ask(db, shown)), total: free.length, more, pages };
  }

  /** To be asked with others; the answer counts. */
  function countQuestion(
    criteria: data.SearchCriteria,
    date: string | undefined,
  ): Question<() => Promise<Count>> {
    if (date === undefined) {
      return mapped(data.matchingCount(criteria), (total) => () => Promise.resolve(countOf(total)));
    }
    return mapped(freeQuestion(criteria, date, MAX_HINT_CANDIDATES), (findFree) => async () => {
      const { free, more } = await findFree();
      return { total: free.length, more };
    });
  }

  /** The answer finds, of the first so many who may be free, those who are. */
  function freeQuestion(
    criteria: data.SearchCriteria,
    date: string,
    most: number,
  ): Question<() => Promise<Free>> {
    // A chef's own date is at most one day from this one.
    const daysAhead = daysBetween(localOf(clock.now(), 'UTC').date, date) - 1;
    if (daysAhead < -2)
      return mapped(nothing, () => () => Promise.resolve({ free: [], more: false }));
    const bookable = { ...criteria, on: { date, daysAhead } };
    const found = data.candidates(bookable, most + 1, (ids) => calendarsQuestion(ids, date, date));
    return mapped(found, ({ chefs, listed, about: calendarOf }) => async () => {
      const free = await freeOn(chefs.slice(0, most), date, calendarOf);
      return { free, more: listed > data.MAX_LISTED || chefs.length > most };
    });
  }

  return { page, countQuestion };
}

function countOf(listed: number): Count {
  const total = Math.min(listed, data.MAX_LISTED);
  return { total, more: listed > total };
}
