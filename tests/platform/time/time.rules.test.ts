import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  instantOf,
  isDate,
  isTimeZone,
  localOf,
  overlaps,
} from '../../../src/platform/time/instants.js';
import { formatSpan } from '../../../src/platform/time/format.js';
import { formatZone } from '../../../src/platform/time/format.js';

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

  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC');
  const second = fc.integer({ min: 0, max: Date.UTC(2100, 0) / 1000 });
  const zonedOf = (ms: number, timeZone: string) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
  const shown = (zoned: Temporal.ZonedDateTime) => ({
    date: zoned.toPlainDate().toString(),
    time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
  });

  it('shows what Temporal shows, at any instant in any zone', () => {
    fc.assert(
      fc.property(second, zone, (at, timeZone) => {
        expect(localOf(new Date(at * 1000), timeZone)).toEqual(shown(zonedOf(at * 1000, timeZone)));
      }),
      { numRuns: 300 },
    );
  });

  it('shows what Temporal shows, around any change of a clock', () => {
    const nearby = fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -90_000, max: 90_000 }));
    fc.assert(
      fc.property(second, zone, nearby, (from, timeZone, seconds) => {
        const change = zonedOf(from * 1000, timeZone).getTimeZoneTransition('next');
        const ms = (change?.epochMilliseconds ?? from * 1000) + seconds * 1000;
        expect(localOf(new Date(ms), timeZone)).toEqual(shown(zonedOf(ms, timeZone)));
      }),
      { numRuns: 300 },
    );
  });

  it('counts days as Temporal does', () => {
    fc.assert(
      fc.property(second, fc.integer({ min: -1000, max: 4_000_000 }), (at, days) => {
        const date = zonedOf(at * 1000, 'UTC').toPlainDate();
        expect(addDays(date.toString(), days)).toBe(date.add({ days }).toString());
      }),
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
