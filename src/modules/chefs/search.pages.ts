import { everyone } from '../../platform/http/access.js';
import { readForm } from '../../platform/http/input.js';
import { pageRoute, show, type PageReply, type PageRoute } from '../../platform/http/page-route.js';
import { withQuery } from '../../platform/http/paging.js';
import type { Availability } from './availability.service.js';
import { presentChef, presentSlot } from './chefs.present.js';
import { chefSearchQuery, SORTS, type ChefSearch } from './chefs.schemas.js';
import type { Chefs } from './chefs.service.js';
import { nextSaturday, withoutFacet } from './search.rules.js';

const SORT_LABELS: Record<ChefSearch['sort'], string> = {
  recommended: 'Recommended',
  price_asc: 'Price, lowest first',
  price_desc: 'Price, highest first',
  rating: 'Rating',
  newest: 'Newest',
};
const TIMES_SHOWN = 3;
const NOTHING = { chefs: [], total: 0, pages: 0 };

/** The pages that chefs are found on: home and explore. */
export function searchPages(chefs: Chefs, availability: Availability): PageRoute[] {
  return [
    pageRoute({ method: 'get', path: '/', access: everyone, handle: () => home(chefs) }),
    pageRoute({
      method: 'get',
      path: '/explore',
      access: everyone,
      handle: ({ query }) => explore(chefs, availability, query),
    }),
  ];
}

async function home(chefs: Chefs): Promise<PageReply> {
  const [featured, cuisines, locations] = await Promise.all([
    chefs.featured(),
    chefs.cuisines(),
    chefs.locations(),
  ]);
  return show('chefs/home', 'A private chef at your table', {
    featured: featured.map(presentChef),
    cuisines,
    locations,
    today: chefs.today(),
    saturday: nextSaturday(chefs.today()),
  });
}

async function explore(
  chefs: Chefs,
  availability: Availability,
  query: Record<string, unknown>,
): Promise<PageReply> {
  const read = readForm(chefSearchQuery, query);
  const found = read.ok ? await chefs.search(read.input) : NOTHING;
  const date = read.ok ? read.input.date : undefined;
  const [times, hints, cuisines, locations] = await Promise.all([
    availability.nextFree(found.chefs, date, undefined, TIMES_SHOWN),
    read.ok && found.total === 0 ? chefs.withoutOne(read.input) : [],
    chefs.cuisines(),
    chefs.locations(),
  ]);
  const filters = { ...read.form.values, cuisine: read.form.lists.cuisine ?? [] };
  return show('chefs/explore', 'Find a chef', {
    chefs: found.chefs.map((chef) => ({
      ...presentChef(chef),
      next_times: (times.get(chef.id) ?? []).map((slot) => ({
        date: slot.date,
        ...presentSlot(slot),
      })),
    })),
    total: found.total,
    pages: found.pages,
    current_page: read.ok ? read.input.page : 1,
    hints: hints.map((hint) => ({
      ...hint,
      href: withQuery('/explore', withoutFacet({ ...filters, page: '' }, hint.facet)),
    })),
    filters,
    form: read.form,
    errors: read.form.errors,
    cuisines,
    locations,
    sorts: SORTS.map((value) => ({ value, label: SORT_LABELS[value] })),
    today: chefs.today(),
  });
}
