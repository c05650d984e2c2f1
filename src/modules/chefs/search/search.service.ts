import { ask, nothing, together } from '../../../platform/database/questions.js';
import { invalid } from '../../../platform/errors.js';
import { toOffset } from '../../../platform/paging.js';
import { localOf } from '../../../platform/time/instants.js';
import type { Availability } from '../availability/availability.service.js';
import type { FreeChef } from '../availability/free-chefs.service.js';
import { facetsQuestion, type Chef } from '../chef/chef.data.js';
import type { ChefsDeps } from '../deps.js';
import { createQueryParser } from '../query/query.service.js';
import { createHints } from './hints.service.js';
import { createLists, type Found } from './lists.service.js';
import type { SearchCriteria } from './listed.data.js';
import { sameCuisineFirst } from './search.rules.js';
import type { ChefSearch } from './search.schemas.js';

export type ChefSearchService = ReturnType<typeof createSearchService>;

type SearchedAvailability = Pick<
  Availability,
  'freeAtQuestion' | 'freeOn' | 'manyCalendars' | 'nextFreeQuestion'
>;

const FEATURED = 5;
const TIMES_SHOWN = 3;
const MAX_OTHERS = 50;
const HOME_ZONE = 'Asia/Seoul';

export function createSearchService(
  { db, clock, offerQuestion }: Pick<ChefsDeps, 'db' | 'clock' | 'offerQuestion'>,
  availability: SearchedAvailability,
) {
  const { freeAtQuestion, nextFreeQuestion } = availability;
  const parseQuery = createQueryParser({ db });
  const { page, countQuestion } = createLists({ db, clock }, availability);
  const hints = createHints(db, countQuestion);
  const besides = () => together({ facets: facetsQuestion(), plans: offerQuestion() });

  /** One page; with `date`, only chefs with a bookable start that day. */
  async function search(asked: ChefSearch): Promise<Found<null>> {
    const criteria = { ...filtersOf(asked), ...(await parseQuery(asked)) };
    return page(criteria, asked.date, toOffset(asked), () => nothing);
  }

  /** @throws invalid for a page that may exist, but is beyond what is looked at */
  async function searchWithin(asked: ChefSearch): Promise<Found<null>> {
    const found = await search(asked);
    const last = Math.max(1, found.pages);
    if (found.more && asked.page > last) {
      const detail = `Choose a page from 1 to ${last}, or narrow the search.`;
      throw invalid(undefined, [{ pointer: '/page', detail }]);
    }
    return found;
  }

  /** As `search`, with all that the page shows: the next free times by chef, and hints where nobody is. */
  async function explore(asked: ChefSearch) {
    const criteria = { ...filtersOf(asked), ...(await parseQuery(asked)) };
    const { about, ...found } = await page(criteria, asked.date, toOffset(asked), (ids) =>
      together({ findTimes: nextFreeQuestion(ids, asked.date, TIMES_SHOWN), besides: besides() }),
    );
    return {
      ...found,
      ...about.besides,
      times: await about.findTimes(found.chefs),
      hints: found.total === 0 ? await hints(asked, criteria) : [],
    };
  }

  /** The first chefs of the plain list, with the cuisines and places of all. */
  async function featured() {
    const plain: SearchCriteria = { words: [], sort: 'recommended' };
    const first = { skip: 0, take: FEATURED };
    const { chefs, about } = await page(plain, undefined, first, facetsQuestion);
    return { chefs, ...about };
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
    const criteria: SearchCriteria = { ...parsed, guests, sort: 'recommended' };
    const first = { skip: 0, take: MAX_OTHERS };
    const nearby = await page(criteria, undefined, first, (ids) =>
      freeAtQuestion(ids, start, durationHours),
    );
    const others = nearby.chefs.filter((one) => one.id !== chef.id && isWelcome(one));
    return sameCuisineFirst(chef, nearby.about(others)).slice(0, count);
  }

  return {
    search,
    searchWithin,
    explore,
    /** What the page of `explore` shows without a search. */
    withoutSearch: () => ask(db, besides()),
    featured,
    othersFreeAt,
    /** In the zone of the home market. */
    today: () => localOf(clock.now(), HOME_ZONE).date,
  };
}

function filtersOf(asked: ChefSearch) {
  const { date: _date, q: _q, location: _location, cuisine: _cuisine, ...filters } = asked;
  return filters;
}
