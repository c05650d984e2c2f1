import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  freeTimes,
  nearestTo,
  slotAt,
  STANDARD_WEEK,
  worksDuring,
  type Schedule,
  type Slot,
} from '../../../src/modules/chefs/availability.rules.js';
import {
  HOUR_MS,
  instantOf,
  later,
  localOf,
  MINUTE_MS,
  overlaps,
  type Span,
} from '../../../src/platform/time.js';

const seoul: Schedule = {
  timeZone: 'Asia/Seoul',
  weeklyHours: STANDARD_WEEK,
  exceptions: [],
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  startStepMinutes: 30,
  minimumNoticeHours: 3,
  horizonDays: 365,
  minHours: 1,
  maxHours: 12,
};
const now = new Date('2026-11-23T03:00:00Z');

/** The free starts of one date, as HH:MM. */
function starts(asIf: Partial<Schedule>, date: string, hours: number, held: Span[] = [], at = now) {
  const wanted = { from: date, to: date, durationHours: hours };
  return freeTimes({ ...seoul, ...asIf }, wanted, held, at).map((slot) => slot.startTime);
}

function spanIn(zone: string, date: string, time: string, hours: number): Span {
  const start = instantOf(date, time, zone);
  if (start === null) throw new Error('no such time');
  return { start, end: later(start, hours * HOUR_MS) };
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

describe('on the days of a clock change', () => {
  const night = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: 0, closesAt: 300 }));
  const at = (zone: string, date: string, asIf: Partial<Schedule> = {}) =>
    starts(
      { timeZone: zone, weeklyHours: night, startStepMinutes: 30, ...asIf },
      date,
      1,
      [],
      new Date(later(new Date(`${date}T00:00:00Z`), -72 * HOUR_MS)),
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
      const before = later(new Date(`${date}T00:00:00Z`), -72 * HOUR_MS);
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

const zone = fc.constantFrom(
  'Asia/Seoul',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Pacific/Apia',
);
/** Days around a clock change somewhere, the end of a month and a leap day. */
const firstDay = fc.constantFrom(
  '2026-10-30',
  '2027-03-12',
  '2027-03-26',
  '2026-10-02',
  '2027-04-02',
  '2028-02-27',
);
const range = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .map(([opensAt, length]) => ({ opensAt, closesAt: opensAt + length }));
const scheduleOf = fc.record({
  timeZone: zone,
  weeklyHours: fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 7 }), range)
      .map(([weekday, hours]) => ({ weekday, ...hours })),
    { maxLength: 12 },
  ),
  exceptions: fc.constant<Schedule['exceptions']>([]),
  bufferBeforeMinutes: fc.integer({ min: 0, max: 180 }),
  bufferAfterMinutes: fc.integer({ min: 0, max: 180 }),
  startStepMinutes: fc.constantFrom(15, 30, 60),
  minimumNoticeHours: fc.integer({ min: 3, max: 48 }),
  horizonDays: fc.integer({ min: 1, max: 6 }),
  minHours: fc.constant(1),
  maxHours: fc.integer({ min: 1, max: 12 }),
});

describe('whatever the schedule', () => {
  it('no offered slot is refused, and no refused time is offered', () => {
    fc.assert(
      fc.property(
        scheduleOf,
        firstDay,
        fc.integer({ min: 1, max: 12 }),
        fc.array(
          fc.tuple(fc.integer({ min: 0, max: 5 * 24 * 60 }), fc.integer({ min: 30, max: 900 })),
          { maxLength: 6 },
        ),
        fc.integer({ min: 0, max: 4 * 24 * 4 - 1 }),
        (schedule, from, durationHours, busy, quarter) => {
          const at = later(new Date(`${from}T00:00:00Z`), -20 * HOUR_MS);
          const held = busy.map(([minutes, long]) => {
            const start = later(at, minutes * MINUTE_MS);
            return { start, end: later(start, long * MINUTE_MS) };
          });
          const to = new Date(Date.parse(from) + 3 * 24 * HOUR_MS).toISOString().slice(0, 10);
          const offered = freeTimes(schedule, { from, to, durationHours }, held, at);
          for (const slot of offered) {
            expect(instantOf(slot.date, slot.startTime, schedule.timeZone)).toEqual(slot.start);
            expect(slotAt(schedule, { start: slot.start, durationHours }, held, at)).toEqual(slot);
            expect(worksDuring(schedule, slot)).toBe(true);
            expect(held.some((span) => overlaps(span, slot.held))).toBe(false);
          }
          // Any quarter of an hour of those days: offered if and only if it would be accepted.
          const start = later(new Date(`${from}T00:00:00Z`), quarter * 15 * MINUTE_MS);
          const { date } = localOf(start, schedule.timeZone);
          const isOffered = offered.some((slot) => slot.start.getTime() === start.getTime());
          const isAccepted =
            typeof slotAt(schedule, { start, durationHours }, held, at) === 'object';
          if (date >= from && date <= to) expect(isOffered).toBe(isAccepted);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('no two accepted ones overlap with their buffers', () => {
    fc.assert(
      fc.property(
        scheduleOf,
        firstDay,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 4 })), { maxLength: 12 }),
        (schedule, from, picks) => {
          const at = later(new Date(`${from}T00:00:00Z`), -20 * HOUR_MS);
          const to = new Date(Date.parse(from) + 4 * 24 * HOUR_MS).toISOString().slice(0, 10);
          const accepted: Slot[] = [];
          for (const [pick, durationHours] of picks) {
            const held = accepted.map((slot) => slot.held);
            const free = freeTimes(schedule, { from, to, durationHours }, held, at);
            const chosen = free[pick % Math.max(1, free.length)];
            if (chosen !== undefined) accepted.push(chosen);
          }
          for (const [index, one] of accepted.entries()) {
            for (const other of accepted.slice(index + 1)) {
              expect(overlaps(one.held, other.held)).toBe(false);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
