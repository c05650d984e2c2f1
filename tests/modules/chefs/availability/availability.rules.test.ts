import { describe, expect, it } from 'vitest';
import {
  freeTimes,
  nearestTo,
  slotAt,
} from '../../../../src/modules/chefs/availability/availability.rules.js';
import { worksDuring } from '../../../../src/modules/chefs/availability/working-hours.rules.js';
import { addMs, instantOf, type Span } from '../../../../src/platform/time/instants.js';
import { HOUR_MS } from '../../../../src/platform/time/units.js';
import { now, seoul, starts } from './setup.js';

function spanIn(zone: string, date: string, time: string, hours: number): Span {
  const start = instantOf(date, time, zone);
  if (start === null) throw new Error('no such time');
  return { start, end: addMs(start, hours * HOUR_MS) };
}

describe('free times', () => {
  it('lie within the hours, on the step of the clock', () => {
    expect(starts({}, '2026-11-28', 12)).toEqual(['10:00']);
    expect(starts({}, '2026-11-28', 11)).toEqual(['10:00', '10:30', '11:00']);
    expect(starts({}, '2026-11-28', 1)).toHaveLength(23);
    const late = [{ weekday: 6, opensAt: 10 * 60 + 20, closesAt: 13 * 60 }];
    expect(starts({ weeklyHours: late }, '2026-11-28', 2)).toEqual(['10:30', '11:00']);
    expect(starts({ weeklyHours: late, startStepMinutes: 60 }, '2026-11-28', 2)).toEqual(['11:00']);
    expect(starts({ weeklyHours: late, startStepMinutes: 15 }, '2026-11-28', 2)).toHaveLength(3);
    expect(starts({ weeklyHours: late }, '2026-11-29', 2)).toEqual([]);
  });

  it('leave out what is held, and keep what touches it', () => {
    const held = [spanIn('Asia/Seoul', '2026-11-28', '14:00', 2)];
    expect(starts({}, '2026-11-28', 4, held)).toEqual([
      '10:00',
      '16:00',
      '16:30',
      '17:00',
      '17:30',
      '18:00',
    ]);
  });

  it('keep the buffers free on both sides', () => {
    const held = [spanIn('Asia/Seoul', '2026-11-28', '14:00', 2)];
    const asIf = { bufferBeforeMinutes: 45, bufferAfterMinutes: 30 };
    const free = starts(asIf, '2026-11-28', 3, held);
    expect(free.filter((time) => time < '14:00')).toEqual(['10:00', '10:30']);
    expect(free.find((time) => time > '14:00')).toBe('17:00');
  });

  it('need notice and end at the horizon', () => {
    expect(starts({}, '2026-11-23', 1)[0]).toBe('15:00');
    expect(starts({ minimumNoticeHours: 24 }, '2026-11-24', 1)[0]).toBe('12:00');
    expect(starts({}, '2026-11-22', 1)).toEqual([]);
    expect(starts({}, '2027-11-23', 1)).not.toEqual([]);
    expect(starts({}, '2027-11-24', 1)).toEqual([]);
  });

  it('are only of lengths that the chef cooks for', () => {
    expect(starts({ minHours: 2, maxHours: 3 }, '2026-11-28', 1)).toEqual([]);
    expect(starts({ minHours: 2, maxHours: 3 }, '2026-11-28', 4)).toEqual([]);
    expect(starts({ minHours: 2, maxHours: 3 }, '2026-11-28', 3)).not.toEqual([]);
  });

  it('make one of ranges that touch, and go past midnight and the end of a month', () => {
    const night = [
      { weekday: 1, opensAt: 20 * 60, closesAt: 24 * 60 },
      { weekday: 2, opensAt: 0, closesAt: 2 * 60 },
    ];
    expect(starts({ weeklyHours: night }, '2026-11-30', 4)).toEqual([
      '20:00',
      '20:30',
      '21:00',
      '21:30',
      '22:00',
    ]);
    const past = [{ weekday: 1, opensAt: 20 * 60, closesAt: 26 * 60 }];
    expect(starts({ weeklyHours: past }, '2026-11-30', 4)).toHaveLength(5);
    expect(starts({ weeklyHours: past }, '2026-12-01', 1)).toEqual(['00:00', '00:30', '01:00']);
  });

  it('know days off and extra hours', () => {
    const off = { date: '2026-11-28', kind: 'day_off' as const };
    const extra = { date: '2026-11-28', kind: 'extra_hours' as const, opensAt: 480, closesAt: 600 };
    expect(starts({ exceptions: [off] }, '2026-11-28', 1)).toEqual([]);
    expect(starts({ exceptions: [off] }, '2026-11-29', 1)).not.toEqual([]);
    expect(starts({ exceptions: [off, extra] }, '2026-11-28', 1)).toEqual([
      '08:00',
      '08:30',
      '09:00',
    ]);
    expect(starts({ exceptions: [extra] }, '2026-11-28', 12)).toEqual([
      '08:00',
      '08:30',
      '09:00',
      '09:30',
      '10:00',
    ]);
  });
});

describe('a wanted start', () => {
  const wish = (date: string, time: string, durationHours = 2) => ({
    start: spanIn('Asia/Seoul', date, time, 1).start,
    durationHours,
  });

  it('is told why it cannot be had', () => {
    const held = [spanIn('Asia/Seoul', '2026-11-28', '14:00', 2)];
    expect(slotAt(seoul, wish('2026-11-20', '18:00'), held, now)).toBe('past');
    expect(slotAt(seoul, wish('2026-11-23', '13:00'), held, now)).toBe('short-notice');
    expect(slotAt(seoul, wish('2026-11-28', '15:00'), held, now)).toBe('taken');
    expect(slotAt(seoul, wish('2026-11-28', '16:10'), held, now)).toBe('wrong-step');
    expect(slotAt(seoul, wish('2026-11-28', '09:00'), held, now)).toBe('outside-hours');
    expect(slotAt(seoul, wish('2028-11-28', '18:00'), held, now)).toBe('beyond-horizon');
    expect(slotAt(seoul, wish('2026-11-28', '16:00'), held, now)).toMatchObject({
      startTime: '16:00',
    });
  });

  it('has neighbours, the nearest first', () => {
    const { start } = wish('2026-11-28', '18:00');
    const wanted = { from: '2026-11-27', to: '2026-11-28', durationHours: 2 };
    const held = [spanIn('Asia/Seoul', '2026-11-28', '17:30', 2)];
    const near = nearestTo(start, freeTimes(seoul, wanted, held, now), 3);
    expect(near.map((slot) => slot.startTime)).toEqual(['19:30', '20:00', '15:30']);
  });

  it('lies within the hours or not, whatever the notice', () => {
    expect(worksDuring(seoul, spanIn('Asia/Seoul', '2026-11-22', '20:00', 2))).toBe(true);
    expect(worksDuring(seoul, spanIn('Asia/Seoul', '2026-11-22', '20:30', 2))).toBe(false);
  });
});
