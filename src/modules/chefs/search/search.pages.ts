import { explorationTopics, searchTopics } from '../chef/cache-topics.rules.js';
import { everyone } from '../../../platform/http/auth/access.js';
import { readForm } from '../../../platform/http/input/form.js';
import { withQuery } from '../../../platform/http/input/url.js';
import { pageRoute, type PageRoute } from '../../../platform/http/routes/page-route.js';
import { view } from '../../../platform/http/routes/reply.js';
import { type PageReply } from '../../../platform/http/routes/reply.js';
import type { Availability } from '../availability/availability.service.js';
import { presentNextDays } from '../availability/slots.present.js';
import { presentChef } from '../chef/chef.present.js';
import type { ChefLookup } from '../chef/chef.service.js';
import {
  presentAppliedFilters,
  presentCarriedFilters,
  presentCuisines,
} from './applied-filters.present.js';
import { withoutFacet } from './facets.rules.js';
import { nextSaturday } from './search.rules.js';
import { chefSearchQuery, SORTS, type ChefSearch } from './search.schemas.js';
import type { ChefSearchService } from './search.service.js';

const SORT_LABELS: Record<ChefSearch['sort'], string> = {
  recommended: 'Recommended',
  price_asc: 'Price, lowest first',
  price_desc: 'Price, highest first',
  rating: 'Rating',
  newest: 'Newest',
};
const TIMES_SHOWN = 3;
const NOTHING = { chefs: [], total: 0, more: false, pages: 0 };

export function searchPages(
  chefs: ChefLookup,
  availability: Availability,
  service: ChefSearchService,
): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: '/',
      access: everyone,
      cacheTopics: searchTopics,
      handle: () => home(chefs, service),
    }),
    pageRoute({
      method: 'get',
      path: '/explore',
      access: everyone,
      cacheTopics: explorationTopics,
      handle: ({ query }) => explore(chefs, availability, service, query),
    }),
  ];
}

async function home(chefs: ChefLookup, search: ChefSearchService): Promise<PageReply> {
  const [featured, { cuisines, places }] = await Promise.all([search.featured(), chefs.facets()]);
  return view('chefs/search/home', 'A private chef at your table', {
    featured: featured.map(presentChef),
    cuisines,
    locations: places,
    today: search.today(),
    saturday: nextSaturday(search.today()),
  });
}

async function explore(
  chefs: ChefLookup,
  availability: Availability,
  search: ChefSearchService,
  query: Record<string, unknown>,
): Promise<PageReply> {
  const read = readForm(chefSearchQuery, query);
  const found = read.ok ? await search.search(read.input) : NOTHING;
  const date = read.ok ? read.input.date : undefined;
  const [times, hints, { cuisines, places }] = await Promise.all([
    availability.nextFree(found.chefs, date, undefined, TIMES_SHOWN),
    read.ok && found.total === 0 ? search.hints(read.input) : [],
    chefs.facets(),
  ]);
  const filters = { ...read.form.values, cuisine: read.form.lists.cuisine ?? [] };
  const applied = presentAppliedFilters(filters);
  return view('chefs/search/explore', 'Find a chef', {
    chefs: found.chefs.map((chef) => ({
      ...presentChef(chef),
      next_days: presentNextDays(times.get(chef.id) ?? []),
    })),
    total: found.total,
    more: found.more,
    pages: found.pages,
    current_page: read.ok ? read.input.page : 1,
    hints: hints.map((hint) => ({
      ...hint,
      href: withQuery('/explore', withoutFacet({ ...filters, page: '' }, hint.facet)),
    })),
    filters,
    applied,
    in_use: applied.filter(({ name }) => name !== 'q').length,
    carried: presentCarriedFilters(filters),
    form: read.form,
    errors: read.form.errors,
    cuisines: presentCuisines(cuisines, filters),
    locations: places,
    sorts: SORTS.map((value) => ({ value, label: SORT_LABELS[value] })),
    today: search.today(),
  });
}
