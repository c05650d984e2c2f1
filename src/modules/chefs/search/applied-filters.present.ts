import { withQuery } from '../../../platform/http/input/url.js';
import type { ViewWords } from '../../../platform/http/views/view-functions.js';
import type { Facet } from './facets.rules.js';

/** As typed; of cuisines there can be several. */
export type TypedFilters = Record<string, string | string[]> & { cuisine: string[] };

const SHOWN = [
  'q',
  'cuisine',
  'location',
  'date',
  'min_price',
  'max_price',
  'min_rating',
  'guests',
] as const;
export type AppliedFilter = (typeof SHOWN)[number];

/** Each filter in use with the address of the page without it. */
export function presentAppliedFilters(filters: TypedFilters) {
  return SHOWN.flatMap((name) => valuesOf(filters, name)).map(({ name, value }) => {
    const rest = name === 'cuisine' ? filters.cuisine.filter((one) => one !== value) : '';
    return { name, value, href: withQuery('/explore', { ...filters, page: '', [name]: rest }) };
  });
}

/** Hidden fields of the form for the sort order. */
export function presentCarriedFilters({ sort: _sort, page: _page, ...filters }: TypedFilters) {
  return Object.keys(filters).flatMap((name) => valuesOf(filters, name));
}

export function presentCuisines(cuisines: string[], filters: TypedFilters) {
  const chosen = filters.cuisine.map((one) => one.toLowerCase());
  return cuisines.map((cuisine) => ({
    cuisine,
    isChosen: chosen.includes(cuisine.toLowerCase()),
  }));
}

interface Hint {
  facet: Facet;
  total: number;
  /** Whether there may be more. */
  more: boolean;
  href: string;
}

const HOME_CURRENCY = 'KRW';
const WITHOUT: Record<Facet, string> = {
  q: 'Without the search words',
  cuisine: 'Without the cuisine',
  location: 'Without the place',
  date: 'Without the date',
  price: 'Without the price limit',
  rating: 'Without the rating',
  guests: 'Without the number of guests',
};

export function filterViewHelpers({ t, tStored, money, plainDate }: ViewWords) {
  const price = (typed: string) =>
    /^\d+$/.test(typed) ? money(Number(typed), HOME_CURRENCY) : typed;
  const labels: Record<AppliedFilter, (typed: string, isValid: boolean) => string> = {
    q: (words) => `“${words}”`,
    cuisine: tStored,
    location: tStored,
    date: (date, isValid) => t('Free on {{date}}', { date: isValid ? plainDate(date) : date }),
    min_price: (typed) => t('From {{price}}', { price: price(typed) }),
    max_price: (typed) => t('Up to {{price}}', { price: price(typed) }),
    min_rating: (rating) => t('Rated {{rating}} or better', { rating }),
    guests: (guests) => t('{{count}} guests', { count: Number(guests) || 0 }),
  };
  return {
    filterLabel: (name: AppliedFilter, typed: string, isValid: boolean) =>
      labels[name](typed, isValid),

    hintLinks: (hints: Hint[]) =>
      hints.map(({ facet, total: count, more, href }) => {
        const found = more
          ? t('at least {{count}} chefs', { count })
          : t('{{count}} chefs', { count });
        return { href, label: `${t(WITHOUT[facet])}: ${found}` };
      }),
  };
}

function valuesOf(filters: Partial<TypedFilters>, name: string) {
  return [filters[name] ?? []]
    .flat()
    .filter((value) => value !== '')
    .map((value) => ({ name, value }));
}
