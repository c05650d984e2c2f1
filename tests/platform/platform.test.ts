import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ConfigError, loadConfig } from '../../src/config.js';
import { partsOfDay } from '../../src/platform/day-parts.js';
import { localPath } from '../../src/platform/http/page-route.js';
import { listReply, withQuery } from '../../src/platform/http/paging.js';
import { readForm } from '../../src/platform/http/input.js';
import { formatMoney, percentOf } from '../../src/platform/money.js';
import {
  addMonths,
  formatSpan,
  formatZone,
  instantOf,
  isDate,
  isTimeZone,
  localOf,
  overlaps,
} from '../../src/platform/time.js';

describe('settings', () => {
  const production = {
    NODE_ENV: 'production',
    JWT_SECRET: 'x'.repeat(32),
    DATABASE_URL: 'postgresql://db/coocook',
  };

  it('have defaults for development, and none of them in production', () => {
    expect(loadConfig({})).toMatchObject({
      production: false,
      development: true,
      demoMode: true,
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: 'pglite:.data/coocook',
    });
    expect(loadConfig(production)).toMatchObject({
      production: true,
      development: false,
      demoMode: false,
      host: '0.0.0.0',
    });
  });

  it.each([
    ['a demo in production', { DEMO_MODE: 'true' }, /DEMO_MODE/],
    ['no secret', { JWT_SECRET: undefined }, /JWT_SECRET/],
    ['an empty secret', { JWT_SECRET: '' }, /JWT_SECRET/],
    ['a short secret', { JWT_SECRET: 'x'.repeat(31) }, /JWT_SECRET.*32 bytes/],
    [
      "development's secret",
      { JWT_SECRET: 'for-development-only-not-a-secret-at-all' },
      /JWT_SECRET/,
    ],
    ['the embedded database', { DATABASE_URL: 'pglite:x' }, /ALLOW_EMBEDDED_DATABASE/],
    ['no database', { DATABASE_URL: undefined }, /DATABASE_URL/],
    ['another database', { DATABASE_URL: 'mysql://db' }, /DATABASE_URL/],
    ['a port that is none', { PORT: '70000' }, /PORT/],
    ['a word for a number', { DATABASE_POOL_SIZE: 'many' }, /DATABASE_POOL_SIZE/],
    ['an origin that is none', { CORS_ORIGINS: 'partner' }, /CORS_ORIGINS/],
  ])('refuse %s with a sentence that names the setting', (_name, given, message) => {
    expect(() => loadConfig({ ...production, ...given })).toThrow(ConfigError);
    expect(() => loadConfig({ ...production, ...given })).toThrow(message);
  });

  it('take the embedded database in production when told so', () => {
    const given = { ...production, DATABASE_URL: 'pglite:x', ALLOW_EMBEDDED_DATABASE: 'true' };
    expect(loadConfig(given).databaseUrl).toBe('pglite:x');
  });
});

describe('time', () => {
  it('refuses a time that a clock change skips and takes the earlier of two', () => {
    expect(instantOf('2027-03-14', '02:30', 'America/New_York')).toBeNull();
    expect(instantOf('2026-11-01', '01:30', 'America/New_York')?.toISOString()).toBe(
      '2026-11-01T05:30:00.000Z',
    );
    expect(instantOf('2011-12-30', '12:00', 'Pacific/Apia')).toBeNull();
    expect(instantOf('2027-04-04', '01:45', 'Australia/Lord_Howe')?.toISOString()).toBe(
      '2027-04-03T14:45:00.000Z',
    );
  });

  it('goes to local time and back', () => {
    const zones = ['Asia/Seoul', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe'];
    fc.assert(
      fc.property(
        fc.integer({ min: 20_000_000, max: 40_000_000 }),
        fc.constantFrom(...zones),
        (minutes, zone) => {
          const instant = new Date(minutes * 60_000);
          const { date, time } = localOf(instant, zone);
          const back = instantOf(date, time, zone);
          const backLocal = back && localOf(back, zone);
          expect(backLocal).toEqual({ date, time });
          expect(back && back.getTime()).toBeLessThanOrEqual(instant.getTime());
        },
      ),
    );
  });

  it('knows dates, zones and months', () => {
    expect(['2026-02-28', '2026-02-29', '1969-12-31', '2026-2-1', 'today'].map(isDate)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(['Asia/Seoul', 'UTC', 'Mars/Base', ''].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(addMonths(new Date('2027-01-31T00:00:00Z'), 1).toISOString()).toBe(
      '2027-02-28T00:00:00.000Z',
    );
  });

  it('has half-open spans', () => {
    const span = (from: number, to: number) => ({ start: new Date(from), end: new Date(to) });
    expect(overlaps(span(0, 2), span(2, 4))).toBe(false);
    expect(overlaps(span(0, 3), span(2, 4))).toBe(true);
  });

  it('has days with parts, of which those without a time are left out', () => {
    const parts = (...times: string[]) =>
      partsOfDay(times.map((start_time) => ({ start_time }))).map(({ part, starts }) => [
        part,
        starts.map(({ start_time }) => start_time),
      ]);
    expect(parts('00:30', '04:59', '05:00', '11:59', '12:00', '16:59', '17:00', '23:30')).toEqual([
      ['night', ['00:30', '04:59']],
      ['morning', ['05:00', '11:59']],
      ['afternoon', ['12:00', '16:59']],
      ['evening', ['17:00', '23:30']],
    ]);
    expect(parts('01:30-05:00', '18:00')).toEqual([
      ['night', ['01:30-05:00']],
      ['evening', ['18:00']],
    ]);
    expect(parts()).toEqual([]);
  });

  it('is told to people', () => {
    const at = (ms: number) => formatSpan(new Date(0), new Date(ms), 'en');
    expect([at(-1), at(90_000), at(3 * 3_600_000), at(72 * 3_600_000)]).toEqual([
      '1 minute',
      '1 minute',
      '3 hours',
      '3 days',
    ]);
    expect(formatZone(new Date('2026-11-28T09:00:00Z'), 'Asia/Seoul', 'en')).toBe(
      'Seoul time (GMT+9)',
    );
    expect(formatZone(new Date('2026-07-01T00:00:00Z'), 'America/New_York', 'en')).toBe(
      'New York time (GMT-4)',
    );
  });
});

describe('money', () => {
  it('is whole minor units', () => {
    expect(formatMoney(150_000, 'KRW', 'en')).toBe('₩150,000');
    expect(formatMoney(150_050, 'USD', 'en')).toBe('$1,500.50');
    expect(percentOf(361, 50)).toBe(180);
  });
});

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

  it('carry a query without its empty parts', () => {
    expect(withQuery('/x', { a: ['1', '2'], b: '', c: null, d: undefined, e: 0 })).toBe(
      '/x?a=1&a=2&e=0',
    );
    expect(withQuery('/x', {})).toBe('/x');
  });

  it('link the pages of a list', () => {
    const links = (page: number, total: number) =>
      listReply('things', [], total, { page, per_page: 10 }, '/t', { per_page: 10 }).headers.Link;
    expect(links(2, 25)).toBe(
      '</t?per_page=10&page=1>; rel="first", </t?per_page=10&page=3>; rel="last", </t?per_page=10&page=1>; rel="prev", </t?per_page=10&page=3>; rel="next"',
    );
    expect(links(1, 0)).toBeUndefined();
  });
});

describe('forms', () => {
  const schema = z.strictObject({
    hours: z.int('Enter whole hours.').min(1),
    note: z.string().optional(),
    tags: z.array(z.string()).optional(),
  });

  it('read text as the schema of the API means it', () => {
    const read = readForm(schema, { hours: ' 3 ', note: '', tags: 'a', step: 'next' });
    expect(read).toEqual({
      ok: true,
      input: { hours: 3, tags: ['a'] },
      form: { values: { hours: '3', note: '', step: 'next' }, lists: { tags: ['a'] }, errors: [] },
    });
  });

  it('keep what was typed beside what is wrong with it', () => {
    for (const hours of ['3; drop table', '1e3', '0x10', 'NaN']) {
      const read = readForm(schema, { hours });
      expect(read.ok).toBe(false);
      expect(read.form.values.hours).toBe(hours);
      expect(read.form.errors).toEqual([{ field: 'hours', message: 'Enter whole hours.' }]);
    }
    expect(readForm(schema, undefined).form.errors[0]?.field).toBe('hours');
  });
});
