import { notFound } from '../../errors.js';

type QueryValue = string | number | null | undefined;
export type Query = Record<string, QueryValue | QueryValue[]>;

/** Arrays repeat their key; empty and missing values are left out. */
export function withQuery(path: string, query: Query): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== '') params.append(key, `${one}`);
    }
  }
  return params.size > 0 ? `${path}?${params.toString()}` : path;
}

/** PostgreSQL's largest integer. */
const MAX_ID = 2_147_483_647;

/** @throws notFound for an id that cannot exist */
export function idOf(params: Record<string, string>): number {
  const id = /^[1-9]\d{0,9}$/.test(params.id ?? '') ? Number(params.id) : 0;
  if (id < 1 || id > MAX_ID) throw notFound();
  return id;
}

export function pageOf(query: Record<string, unknown>): number {
  const { page } = query;
  return typeof page === 'string' && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
}

/** Encoded: a proxy's usual 4 KB for all headers must hold an address that names another. */
const MAX_PATH = 1000;

/** A path on this site, else the fallback; rejects long ones, and what browsers may take for another host. */
export function localPath(address: unknown, fallback = '/'): string {
  if (typeof address !== 'string' || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(address)) return fallback;
  const here = 'http://localhost';
  const url = URL.canParse(address, here) ? new URL(address, here) : null;
  if (url?.origin !== here || url.pathname.startsWith('//')) return fallback;
  const path = `${url.pathname}${url.search}${url.hash}`;
  return encodeURIComponent(path).length <= MAX_PATH ? path : fallback;
}
