import { z } from 'zod';
import { pageCount, type Page } from '../../paging.js';
import { withQuery, type Query } from './url.js';

const PAGE = 'Choose a page from 1 to 1,000,000.';
const PER_PAGE = 'per_page must be 1–100.';

export const pageQuery = {
  page: z.int(PAGE).min(1, PAGE).max(1_000_000, PAGE).default(1),
  per_page: z.int(PER_PAGE).min(1, PER_PAGE).max(100, PER_PAGE).default(12),
};

export function listSchema(name: string, item: z.ZodType) {
  return z.strictObject({
    [name]: z.array(item),
    total: z.int(),
    pages: z.int(),
    current_page: z.int(),
  });
}

/** Of a list whose total may be a lower bound. */
export function boundedListSchema(name: string, item: z.ZodType) {
  const isAtLeast = z.literal(true).optional().meta({
    description: 'Present when there may be more than `total`: so many are known.',
  });
  return listSchema(name, item).extend({ total_is_at_least: isAtLeast });
}

export interface PageOfList {
  name: string;
  items: unknown[];
  /** Of all pages. */
  total: number;
  /** Whether there may be more. */
  isAtLeast?: boolean;
  path: string;
  /** The request's query; links repeat it with another page. */
  query: Query & Page;
}

/** A proxy's usual 4 KB must hold all headers. */
const MAX_LINKS = 2000;

/** Has a `Link` header (RFC 8288) with first, prev, next and last where they exist, if it fits. */
export function pageReply({ name, items, total, isAtLeast, path, query }: PageOfList) {
  const { page: current, per_page: perPage } = query;
  const pages = pageCount(total, perPage);
  const link = (rel: string, page: number) =>
    `<${withQuery(path, { ...query, page })}>; rel="${rel}"`;
  const links = fitting([
    ...(current < pages ? [link('next', current + 1)] : []),
    ...(current > 1 && pages > 0 ? [link('prev', Math.min(current - 1, pages))] : []),
    ...(pages > 0 ? [link('first', 1), link('last', pages)] : []),
  ]);
  return {
    status: 200,
    body: {
      [name]: items,
      total,
      ...(isAtLeast ? { total_is_at_least: true } : {}),
      pages,
      current_page: current,
    },
    headers: links.length > 0 ? { Link: links.join(', ') } : {},
  };
}

function fitting(links: string[]): string[] {
  let used = 0;
  return links.filter((link) => (used += link.length) <= MAX_LINKS);
}
