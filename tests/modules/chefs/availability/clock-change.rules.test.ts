import { describe, expect, it } from 'vitest';
import { freeTimes } from '../../../../src/modules/chefs/availability/availability.rules.js';
import { type Schedule } from '../../../../src/modules/chefs/availability/working-hours.rules.js';
import { addMs } from '../../../../src/platform/time/instants.js';
import { HOUR_MS } from '../../../../src/platform/time/units.js';
import { seoul, starts } from './setup.js';

describe('on the days of a clock change', () => {
  const night = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: 0, closesAt: 300 }));
  const at = (zone: string, date: string, asIf: Partial<Schedule> = {}) =>
    starts(
      { timeZone: zone, weeklyHours: night, startStepMinutes: 30, ...asIf },
      date,
      1,
      [],
      new Date(addMs(new Date(`${date}T00:00:00Z`), -72 * HOUR_MS)),
    );

  it('skipped times are not offered', () => {
    expect(at('America/New_York', '2027-03-14')).toEqual([
      '00:00',
      '00:30',
      '01:00',
      '01:30',
      '03:00',
      '03:30',
      '04:00',
    ]);
    expect(at('Europe/Berlin', '2027-03-28')).toEqual([
      '00:00',
      '00:30',
      '01:00',
      '01:30',
      '03:00',
      '03:30',
      '04:00',
    ]);
    // Lord Howe's clocks go forward by half an hour.
    expect(at('Australia/Lord_Howe', '2026-10-04')).not.toContain('02:00');
    expect(at('Australia/Lord_Howe', '2026-10-04')).toContain('02:30');
  });

  it('times that happen twice are offered twice, the second with its offset', () => {
    expect(at('America/New_York', '2026-11-01')).toEqual([
      '00:00',
      '00:30',
      '01:00',
      '01:30',
      '01:00-05:00',
      '01:30-05:00',
      '02:00',
      '02:30',
      '03:00',
      '03:30',
      '04:00',
    ]);
    expect(at('Australia/Lord_Howe', '2027-04-04')).toContain('01:30+10:30');
    expect(at('Europe/Berlin', '2026-10-25')).toContain('02:30+01:00');
  });

  it('Samoa had no 30 December 2011, and Seoul has no changes', () => {
    expect(at('Pacific/Apia', '2011-12-30')).toEqual([]);
    expect(at('Pacific/Apia', '2011-12-31')).toHaveLength(9);
    expect(at('Asia/Seoul', '2027-03-28')).toHaveLength(9);
  });

  it('a night shift is as long as it really is', () => {
    const shift = [{ weekday: 6, opensAt: 22 * 60, closesAt: 28 * 60 }];
    const asIf = { ...seoul, timeZone: 'America/New_York', weeklyHours: shift };
    const longest = (date: string) => {
      const before = addMs(new Date(`${date}T00:00:00Z`), -72 * HOUR_MS);
      return [5, 6, 7].filter(
        (hours) =>
          freeTimes(asIf, { from: date, to: date, durationHours: hours }, [], before).length > 0,
      );
    };
    expect(longest('2027-03-13')).toEqual([5]);
    expect(longest('2027-03-20')).toEqual([5, 6]);
    expect(longest('2026-10-31')).toEqual([5, 6, 7]);
  });
});
