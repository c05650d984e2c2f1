import { z } from 'zod';

const PAGE = 'Choose a page from 1 to 1,000,000.';
const PER_PAGE = 'Choose from 1 to 100 a page.';

/** The query fields of every list. */
export const pageQuery = {
  page: z.int(PAGE).min(1, PAGE).max(1_000_000, PAGE).default(1),
  per_page: z.int(PER_PAGE).min(1, PER_PAGE).max(100, PER_PAGE).default(12),
};

export interface Page {
  page: number;
  per_page: number;
}

/** How many rows to pass over and to take. */
export function windowOf({ page, per_page }: Page): { skip: number; take: number } {
  return { skip: (page - 1) * per_page, take: per_page };
}

/** How many pages so many rows fill. */
export function pagesOf(total: number, perPage: number): number {
  return Math.ceil(total / perPage);
}

/** The shape of a list's body: the things under their own name, and where in the list this page is. */
export function listSchema(name: string, item: z.ZodType) {
  return z.strictObject({
    [name]: z.array(item),
    total: z.int(),
    pages: z.int(),
    current_page: z.int(),
  });
}

/** A list's body with its `Link` header (RFC 8288): first, prev, next and last where they exist. */
export function listReply(
  name: string,
  things: unknown[],
  total: number,
  paging: Page,
  path: string,
  query: Query,
) {
  const pages = pagesOf(total, paging.per_page);
  const link = (rel: string, page: number) =>
    `<${withQuery(path, { ...query, page })}>; rel="${rel}"`;
  const links = [
    ...(pages > 0 ? [link('first', 1), link('last', pages)] : []),
    ...(paging.page > 1 && pages > 0 ? [link('prev', Math.min(paging.page - 1, pages))] : []),
    ...(paging.page < pages ? [link('next', paging.page + 1)] : []),
  ];
  return {
    status: 200,
    body: { [name]: things, total, pages, current_page: paging.page },
    headers: links.length > 0 ? { Link: links.join(', ') } : {},
  };
}

type QueryValue = string | number | null | undefined;
export type Query = Record<string, QueryValue | QueryValue[]>;

/** An address with a query: arrays repeat their key, empty and missing values are left out. */
export function withQuery(path: string, query: Query): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== '') params.append(key, `${one}`);
    }
  }
  return params.size > 0 ? `${path}?${params.toString()}` : path;
}
