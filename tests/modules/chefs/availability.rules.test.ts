import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bookableSlots,
  refusalOf,
  standardSchedule,
} from '../../../src/modules/chefs/availability.rules.js';
import { HOUR_MS, instantOf, later, overlaps } from '../../../src/platform/time.js';

const seoul = standardSchedule('Asia/Seoul');
const now = new Date('2026-11-23T03:00:00Z');
const times = (date: string, hours: number, booked: { start: Date; end: Date }[] = []) =>
  bookableSlots(seoul, date, hours, booked, now).map((slot) => slot.startTime);

describe('bookable slots', () => {
  it('lie between opening and closing, on the step', () => {
    expect(times('2026-11-28', 12)).toEqual(['10:00']);
    expect(times('2026-11-28', 11)).toEqual(['10:00', '10:30', '11:00']);
    expect(times('2026-11-28', 1)).toHaveLength(23);
  });

  it('leave out what is booked, and keep what touches it', () => {
    const start = instantOf('2026-11-28', '14:00', 'Asia/Seoul');
    if (start === null) throw new Error('no such time');
    const booked = [{ start, end: later(start, 2 * HOUR_MS) }];
    expect(times('2026-11-28', 4, booked)).toEqual([
      '10:00',
      '16:00',
      '16:30',
      '17:00',
      '17:30',
      '18:00',
    ]);
  });

  it('need notice and end at the horizon', () => {
    expect(times('2026-11-23', 1)[0]).toBe('15:00');
    expect(times('2026-11-22', 1)).toEqual([]);
    expect(times('2027-11-23', 1)).not.toEqual([]);
    expect(times('2027-11-24', 1)).toEqual([]);
  });

  it('are the local hours on the days of a clock change', () => {
    for (const [zone, date] of [
      ['America/New_York', '2027-03-14'],
      ['Europe/Berlin', '2026-10-25'],
      ['Australia/Lord_Howe', '2027-04-04'],
      ['Pacific/Apia', '2027-01-01'],
    ] as const) {
      const before = new Date('2026-10-20T00:00:00Z');
      const slots = bookableSlots(standardSchedule(zone), date, 2, [], before);
      expect([zone, slots[0]?.startTime, slots.at(-1)?.startTime]).toEqual([
        zone,
        '10:00',
        '20:00',
      ]);
    }
  });

  it('are never refused, and nothing else is ever accepted', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const hours = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(
        fc.integer({ min: -2, max: 3 }),
        minute,
        hours,
        minute,
        hours,
        (day, at, long, busyAt, busyLong) => {
          const date = new Date(Date.UTC(2026, 10, 23 + day)).toISOString().slice(0, 10);
          const clock = (m: number) =>
            `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
          const start = instantOf(date, clock(busyAt), 'Asia/Seoul');
          if (start === null) throw new Error('no such time');
          const booked = [{ start, end: later(start, busyLong * HOUR_MS) }];
          const slots = bookableSlots(seoul, date, long, booked, now);
          const offered = new Set(slots.map((slot) => slot.startTime));
          const wanted = { date, startTime: clock(at), durationHours: long };
          expect(refusalOf(seoul, wanted, booked, now) === null).toBe(offered.has(clock(at)));
          for (const slot of slots) {
            expect(overlaps(slot, booked[0] as { start: Date; end: Date })).toBe(false);
            expect(
              refusalOf(seoul, { ...wanted, startTime: slot.startTime }, booked, now),
            ).toBeNull();
          }
        },
      ),
    );
  });
});
