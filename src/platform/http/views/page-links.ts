import { withQuery, type Query } from '../input/url.js';

const NEIGHBOURS = 2;

export function pageLinks(
  list: { path: string; query: Query },
  { pages, current_page: current }: { pages: number; current_page: number },
) {
  const hrefOf = (page: number) => withQuery(list.path, { ...list.query, page });
  const first = Math.max(1, current - NEIGHBOURS);
  const last = Math.min(pages, current + NEIGHBOURS);
  const count = Math.max(0, last - first + 1);
  return {
    previous: current > 1 ? hrefOf(current - 1) : null,
    numbered: Array.from({ length: count }, (_, index) => ({
      page: first + index,
      href: hrefOf(first + index),
      isCurrent: first + index === current,
    })),
    next: current < pages ? hrefOf(current + 1) : null,
  };
}
