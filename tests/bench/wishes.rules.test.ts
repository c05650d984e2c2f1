import { describe, expect, it } from 'vitest';
import { bookingBody, MOST_BOOKINGS } from '../../bench/http/load/bookings.js';
import { optionsOf } from '../../bench/http/options.js';
import { casesOf, nameOf, ROUTES } from '../../bench/http/routes.js';

describe('the bookings that are asked for', () => {
  const all = Array.from({ length: MOST_BOOKINGS }, (_, number) =>
    bookingBody(number, '2026-11-21'),
  );

  it('are each at a time of its own', () => {
    expect(new Set(all.map((body) => JSON.stringify(body))).size).toBe(MOST_BOOKINGS);
  });

  it('lie in the hours of the demo chefs, after the demo bookings and before the horizon', () => {
    const values = (key: 'booking_date' | 'start_time') => all.map((body) => body[key]).sort();
    expect([values('start_time')[0], values('start_time').at(-1)]).toEqual(['10:00', '21:00']);
    expect(values('booking_date')[0]).toBe('2027-01-30');
    expect(values('booking_date').at(-1)).toBe('2027-11-15');
  });
});

describe('the rows', () => {
  it('are one for each viewer of a route, each with a name of its own', () => {
    const names = casesOf([]).map(nameOf);
    const kept = ROUTES.filter((route) => route.kept === true);
    expect(kept.length).toBeGreaterThan(0);
    expect(names).toHaveLength(ROUTES.flatMap(({ viewers }) => viewers).length + kept.length);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are those of the routes that are asked for', () => {
    expect(casesOf(['health', 'chefs']).map(nameOf)).toEqual([
      ...['GET /api/coocook/chefs, visitor, fresh', 'GET /api/coocook/chefs, visitor, kept'],
      'GET /api/coocook/chefs, diner',
      'GET /health, visitor',
    ]);
    expect(() => casesOf(['nothing'])).toThrow('There is no nothing; there are chefs, chef,');
  });
});

describe('the options', () => {
  it('have defaults, with files that git ignores', () => {
    expect(optionsOf([], '2026-11-21')).toEqual({
      ...{ seconds: 5, connections: 50, only: [], compare: undefined },
      ...{ out: 'bench/results/latest.json', chart: 'bench/results/latest.svg' },
    });
  });

  it('write the reference where the README shows it', () => {
    expect(optionsOf(['--reference'], '2026-11-21')).toMatchObject({
      out: `bench/results/2026-11-21-${process.version}.json`,
      chart: 'docs/images/bench.svg',
    });
  });

  it('are read, and refused when they make no sense', () => {
    const args = ['--seconds', '2', '--only', 'chefs,slots', '--out', 'a.json'];
    expect(optionsOf(args, '2026-11-21')).toMatchObject({
      ...{ seconds: 2, only: ['chefs', 'slots'], out: 'a.json', chart: 'a.svg' },
    });
    expect(() => optionsOf(['--seconds', 'x'], '2026-11-21')).toThrow('--seconds must be');
    expect(() => optionsOf(['--nothing'], '2026-11-21')).toThrow('--nothing');
  });
});
