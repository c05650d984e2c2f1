import { explorationTopics, searchTopics } from '../chef/cache-topics.rules.js';
import { everyone } from '../../../platform/http/auth/access.js';
import { readForm } from '../../../platform/http/input/form.js';
import { withQuery } from '../../../platform/http/input/url.js';
import { pageRoute, type PageRoute } from '../../../platform/http/routes/page-route.js';
import { view } from '../../../platform/http/routes/reply.js';
import { type PageReply } from '../../../platform/http/routes/reply.js';
import { presentNextDays } from '../availability/slots.present.js';
import { presentChef } from '../chef/chef.present.js';
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

type Explored = Awaited<ReturnType<ChefSearchService['explore']>>;
const NOBODY: Omit<Explored, 'facets' | 'plans'> = {
  ...{ chefs: [], total: 0, more: false, pages: 0 },
  ...{ times: new Map(), hints: [] },
};

export function searchPages(search: ChefSearchService): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: '/',
      access: everyone,
      cacheTopics: searchTopics,
      handle: () => home(search),
    }),
    pageRoute({
      method: 'get',
      path: '/explore',
      access: everyone,
      cacheTopics: explorationTopics,
      handle: ({ query }) => explore(search, query),
    }),
  ];
}

async function home(search: ChefSearchService): Promise<PageReply> {
  const { chefs, cuisines, places } = await search.featured();
  return view('chefs/search/home', 'A private chef at your table', {
    featured: chefs.map(presentChef),
    cuisines,
    locations: places,
    today: search.today(),
    saturday: nextSaturday(search.today()),
  });
}

async function explore(
  search: ChefSearchService,
  query: Record<string, unknown>,
): Promise<PageReply> {
  const read = readForm(chefSearchQuery, query);
  const found = read.ok
    ? await search.explore(read.input)
    : { ...NOBODY, ...(await search.withoutSearch()) };
  const filters = { ...read.form.values, cuisine: read.form.lists.cuisine ?? [] };
  const applied = presentAppliedFilters(filters);
  return view('chefs/search/explore', 'Find a chef', {
    chefs: found.chefs.map((chef) => ({
      ...presentChef(chef),
      next_days: presentNextDays(found.times.get(chef.id) ?? []),
    })),
    plans: found.plans,
    total: found.total,
    more: found.more,
    pages: found.pages,
    current_page: read.ok ? read.input.page : 1,
    hints: found.hints.map((hint) => ({
      ...hint,
      href: withQuery('/explore', withoutFacet({ ...filters, page: '' }, hint.facet)),
    })),
    filters,
    applied,
    in_use: applied.filter(({ name }) => name !== 'q').length,
    carried: presentCarriedFilters(filters),
    form: read.form,
    errors: read.form.errors,
    cuisines: presentCuisines(found.facets.cuisines, filters),
    locations: found.facets.places,
    sorts: SORTS.map((value) => ({ value, label: SORT_LABELS[value] })),
    today: search.today(),
  });
}
