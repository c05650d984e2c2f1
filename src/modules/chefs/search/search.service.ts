import { invalid } from '../../../platform/errors.js';
import { pageCount, toOffset } from '../../../platform/paging.js';
import { daysBetween, localOf } from '../../../platform/time/instants.js';
import type { Availability } from '../availability/availability.service.js';
import type { FreeChef } from '../availability/free-chefs.service.js';
import type { Chef } from '../chef/chef.data.js';
import type { ChefsDeps } from '../deps.js';
import { appliedFacets, withoutFacet, type Facet } from './facets.rules.js';
import { createQueryParser } from '../query/query.service.js';
import * as data from './search.data.js';
import { sameCuisineFirst } from './search.rules.js';
import type { ChefSearch } from './search.schemas.js';

export type ChefSearchService = ReturnType<typeof createSearchService>;

/** One page of a list; `more` when its total is a lower bound. */
interface Found {
  chefs: Chef[];
  total: number;
  more: boolean;
  pages: number;
}

/** Results without one filter; `more` when only so many were counted. */
export interface Hint {
  facet: Facet;
  total: number;
  more: boolean;
}

const FEATURED = 5;
const MAX_OTHERS = 50;
/** Whether a chef is free has to be computed, so a search by date looks at so many at most. */
const MAX_CANDIDATES = 1000;
const MAX_HINT_CANDIDATES = 100;
const HOME_ZONE = 'Asia/Seoul';

export function createSearchService(
  { db, clock }: Pick<ChefsDeps, 'db' | 'clock'>,
  { freeAt, freeOn }: Pick<Availability, 'freeAt' | 'freeOn'>,
) {
  const parseQuery = createQueryParser({ db });
  const { page, first, countUpTo } = createLists({ db, clock }, freeOn);

  /** One page; with `date`, only chefs with a bookable start that day. */
  async function search(asked: ChefSearch): Promise<Found> {
    const { skip, take } = toOffset(asked);
    const { date, q: _, location: __, cuisine: ___, ...filters } = asked;
    const criteria = { ...filters, ...(await parseQuery(asked)) };
    return page(criteria, date, { skip, take });
  }

  /** @throws invalid for a page that may exist, but is beyond what is looked at */
  async function searchWithin(asked: ChefSearch): Promise<Found> {
    const found = await search(asked);
    const last = Math.max(1, found.pages);
    if (found.more && asked.page > last) {
      const detail = `Choose a page from 1 to ${last}, or narrow the search.`;
      throw invalid(undefined, [{ pointer: '/page', detail }]);
    }
    return found;
  }

  /** Totals without each filter in turn, the largest first; zeros are left out. */
  async function hints(asked: ChefSearch): Promise<Hint[]> {
    const parsed = await parseQuery(asked);
    const counted = await Promise.all(
      appliedFacets(asked).map(async (facet) => {
        const { date, q, location, cuisine, ...filters } = withoutFacet(asked, facet);
        const { words, placeIds, cuisineIds } = parsed;
        const criteria: data.SearchCriteria = {
          ...filters,
          words: q === undefined ? [] : words,
          ...(location === undefined || placeIds === undefined ? {} : { placeIds }),
          ...(cuisine === undefined || cuisineIds === undefined ? {} : { cuisineIds }),
        };
        return { facet, ...(await countUpTo(criteria, date)) };
      }),
    );
    return counted.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
  }

  async function featured(): Promise<Chef[]> {
    return first({ words: [], sort: 'recommended' }, FEATURED);
  }

  /** Other chefs of the city who are free for such a meal, the same cuisine first. */
  async function othersFreeAt(
    chef: Chef,
    wanted: { start: Date; durationHours: number; guests: number },
    count: number,
    isWelcome: (other: Chef) => boolean = () => true,
  ): Promise<FreeChef[]> {
    const { start, durationHours, guests } = wanted;
    const parsed = await parseQuery({ location: chef.location });
    const criteria: data.SearchCriteria = { ...parsed, guests, sort: 'recommended' };
    const nearby = await first(criteria, MAX_OTHERS);
    const others = nearby.filter((one) => one.id !== chef.id && isWelcome(one));
    const free = await freeAt(others, start, durationHours);
    return sameCuisineFirst(chef, free).slice(0, count);
  }

  return {
    search,
    searchWithin,
    hints,
    featured,
    othersFreeAt,
    /** In the zone of the home market. */
    today: () => localOf(clock.now(), HOME_ZONE).date,
  };
}

/** Lists that end at a bound, and say so. */
function createLists(
  { db, clock }: Pick<ChefsDeps, 'db' | 'clock'>,
  freeOn: Availability['freeOn'],
) {
  async function page(
    criteria: data.SearchCriteria,
    date: string | undefined,
    { skip, take }: { skip: number; take: number },
  ): Promise<Found> {
    if (date === undefined) {
      const { chefIds, total } = await data.matchingChefs(db, criteria, { skip, take });
      const known = Math.min(total, data.MAX_LISTED);
      // The last of those looked for only shows that there are more.
      const ids = chefIds.slice(0, Math.max(0, data.MAX_LISTED - skip));
      const chefs = await data.chefsInOrder(db, ids);
      return { chefs, total: known, more: total > known, pages: pageCount(known, take) };
    }
    const { free, more } = await freeAmong(criteria, date, MAX_CANDIDATES);
    const ids = free.slice(skip, skip + take).map(({ id }) => id);
    const chefs = await data.chefsInOrder(db, ids);
    return { chefs, total: free.length, more, pages: pageCount(free.length, take) };
  }

  async function first(criteria: data.SearchCriteria, take: number): Promise<Chef[]> {
    return (await page(criteria, undefined, { skip: 0, take })).chefs;
  }

  async function countUpTo(criteria: data.SearchCriteria, date: string | undefined) {
    if (date === undefined) {
      const { total, more } = await page(criteria, undefined, { skip: 0, take: 0 });
      return { total, more };
    }
    const { free, more } = await freeAmong(criteria, date, MAX_HINT_CANDIDATES);
    return { total: free.length, more };
  }

  /** Of the first so many who may be free, those who are; `more` when there are others. */
  async function freeAmong(criteria: data.SearchCriteria, date: string, most: number) {
    // A chef's own date is at most one day from this one.
    const daysAhead = daysBetween(localOf(clock.now(), 'UTC').date, date) - 1;
    if (daysAhead < -2) return { free: [], more: false };
    const bookable = { ...criteria, on: { date, daysAhead } };
    const { chefs, listed } = await data.candidates(db, bookable, most + 1);
    const free = await freeOn(chefs.slice(0, most), date);
    return { free, more: listed > data.MAX_LISTED || chefs.length > most };
  }

  return { page, first, countUpTo };
}
