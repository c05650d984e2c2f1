import { describe, expect, it } from 'vitest';
import { localPath } from '../../../../src/platform/http/input/url.js';
import { pageReply } from '../../../../src/platform/http/input/list-reply.js';
import { withQuery } from '../../../../src/platform/http/input/url.js';

describe('addresses', () => {
  it.each(['/my-bookings', '/explore?q=a%20b#top', '/chefs/1/book?date=2026-11-28'])(
    'lead to this site: %s',
    (path) => {
      expect(localPath(path)).toBe(path);
    },
  );

  it.each([
    '//e.test',
    '/\\e.test',
    '\\\\e.test',
    'https://e.test',
    '/a\nb',
    '/a\\b',
    '',
    undefined,
    ['/a'],
    '/.//e.test',
    '/%2e//e.test',
  ])('do not lead away: %s', (path) => {
    expect(new URL(localPath(path), 'http://here.test').host).toBe('here.test');
    expect(localPath(path)).not.toMatch(/^\/[/\\]/);
  });

  it('are forgotten when a redirect could not carry them', () => {
    expect(localPath(`/explore?q=${'é'.repeat(400)}`, '/home')).toBe('/home');
  });

  it('carry a query without its empty parts', () => {
    expect(withQuery('/x', { a: ['1', '2'], b: '', c: null, d: undefined, e: 0 })).toBe(
      '/x?a=1&a=2&e=0',
    );
    expect(withQuery('/x', {})).toBe('/x');
  });

  it('link the pages of a list', () => {
    const links = (page: number, total: number) =>
      pageReply({ name: 'things', items: [], total, path: '/t', query: { per_page: 10, page } })
        .headers.Link;
    expect(links(2, 25)).toBe(
      '</t?per_page=10&page=3>; rel="next", </t?per_page=10&page=1>; rel="prev", </t?per_page=10&page=1>; rel="first", </t?per_page=10&page=3>; rel="last"',
    );
    expect(links(1, 0)).toBeUndefined();
    const long = { per_page: 10, page: 2, cuisine: Array<string>(20).fill('é'.repeat(60)) };
    const list = { name: 'things', items: [], total: 25, path: '/t', query: long };
    expect(pageReply(list).headers).toEqual({});
  });
});
