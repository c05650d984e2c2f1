interface Filters {
  q?: unknown;
  cuisine?: unknown;
  location?: unknown;
  date?: unknown;
  min_price?: unknown;
  max_price?: unknown;
  min_rating?: unknown;
  guests?: unknown;
}

const FACETS = {
  q: ['q'],
  cuisine: ['cuisine'],
  location: ['location'],
  date: ['date'],
  price: ['min_price', 'max_price'],
  rating: ['min_rating'],
  guests: ['guests'],
} satisfies Record<string, (keyof Filters)[]>;
export type Facet = keyof typeof FACETS;
export function appliedFacets(search: Filters): Facet[] {
  const facets = Object.keys(FACETS) as Facet[];
  return facets.filter((facet) => FACETS[facet].some((field) => search[field] !== undefined));
}

/** Takes a search or the query of an address. */
export function withoutFacet<T extends object>(search: T, facet: Facet): T {
  const removed: string[] = FACETS[facet];
  return Object.fromEntries(
    Object.entries(search).filter(([field]) => !removed.includes(field)),
  ) as T;
}
