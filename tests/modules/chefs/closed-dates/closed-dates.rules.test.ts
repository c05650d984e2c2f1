import { describe, expect, it } from 'vitest';
import { closedDates } from '../../../../src/modules/chefs/closed-dates/closed-dates.rules.js';
import type { Schedule } from '../../../../src/modules/chefs/availability/working-hours.rules.js';
import { now, seoul } from '../availability/setup.js';

const days = { today: '2026-11-23', last: '2026-12-31' };
/** By the clocks of Seoul. */
const span = (from: string, until: string) => ({
  start: new Date(`${from}+09:00`),
  end: new Date(`${until}+09:00`),
});
const closed = (asIf: Partial<Schedule>, ...held: ReturnType<typeof span>[]) =>
  closedDates({ schedule: { ...seoul, ...asIf }, held }, days, now);

describe('the dates on which nothing can begin', () => {
  it('are those whose hours are booked up to what the shortest meal needs', () => {
    expect(closed({})).toEqual([]);
    expect(closed({}, span('2026-11-27T10:00', '2026-11-27T21:00'))).toEqual([]);
    expect(closed({}, span('2026-11-27T10:00', '2026-11-27T21:30'))).toEqual(['2026-11-27']);
    const buffers = { bufferBeforeMinutes: 60 };
    expect(closed(buffers, span('2026-11-27T10:00', '2026-11-27T21:00'))).toEqual(['2026-11-27']);
    expect(
      closed(
        { minHours: 4 },
        span('2026-11-27T12:00', '2026-11-27T15:00'),
        span('2026-11-27T18:30', '2026-11-27T20:00'),
      ),
    ).toEqual(['2026-11-27']);
  });

  it('are days off, too, but for those with other hours or none in the week', () => {
    const off = (date: string) => ({ date, kind: 'day_off' as const });
    const other = { date: '2026-11-29', kind: 'extra_hours' as const, opensAt: 600, closesAt: 900 };
    const weeklyHours = [2, 6, 7].map((weekday) => ({ weekday, opensAt: 600, closesAt: 1320 }));
    const exceptions = ['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-24'].map(off);
    expect(closed({ weeklyHours, exceptions: [...exceptions, other] })).toEqual([
      '2026-11-24',
      '2026-11-28',
    ]);
  });

  it('are told beyond the horizon, which moves on, but not of days that are over or far ahead', () => {
    const booked = ['2026-11-20', '2026-12-20', '2027-01-05'].map((date) =>
      span(`${date}T10:00`, `${date}T22:00`),
    );
    expect(closed({ horizonDays: 1 }, ...booked)).toEqual(['2026-12-20']);
  });

  it('count hours after midnight to the evening on which they begin', () => {
    const weeklyHours = [{ weekday: 5, opensAt: 22 * 60, closesAt: 26 * 60 }];
    const night = { weeklyHours, minHours: 2 };
    expect(closed(night, span('2026-11-28T00:00', '2026-11-28T01:00'))).toEqual(['2026-11-28']);
    expect(closed(night, span('2026-11-27T23:30', '2026-11-28T01:00'))).toEqual([
      '2026-11-27',
      '2026-11-28',
    ]);
  });
});
