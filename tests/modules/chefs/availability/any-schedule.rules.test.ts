import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  eachFreeTime,
  freeTimes,
  slotAt,
  type Slot,
} from '../../../../src/modules/chefs/availability/availability.rules.js';
import {
  worksDuring,
  type Schedule,
} from '../../../../src/modules/chefs/availability/working-hours.rules.js';
import {
  addMs,
  instantOf,
  localOf,
  overlaps,
  type Span,
} from '../../../../src/platform/time/instants.js';
import { HOUR_MS, MINUTE_MS } from '../../../../src/platform/time/units.js';
import { minutesOfTime } from '../../../../src/platform/time/wall-clock.js';

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

/** Meals that were booked: how many minutes from a moment on, and how long. */
const busyTimes = (shortest: number) =>
  fc.array(
    fc.tuple(fc.integer({ min: 0, max: 5 * 24 * 60 }), fc.integer({ min: shortest, max: 900 })),
    { maxLength: 6 },
  );
const heldFrom = (at: Date, busy: [minutes: number, long: number][]): Span[] =>
  busy.map(([minutes, long]) => {
    const start = addMs(at, minutes * MINUTE_MS);
    return { start, end: addMs(start, long * MINUTE_MS) };
  });

/** By going through every quarter of an hour: slow, and nothing is left out. */
function startsByTrying(schedule: Schedule, from: string, hours: number, held: Span[], now: Date) {
  const begin = Date.parse(from) - 15 * HOUR_MS;
  const quarters = Array.from({ length: 33 * 4 * 3 }, (_, index) => begin + index * 15 * MINUTE_MS);
  return quarters
    .map((start) => ({ start: new Date(start), end: new Date(start + hours * HOUR_MS) }))
    .filter((meal) => {
      const { date, time } = localOf(meal.start, schedule.timeZone);
      const today = Date.parse(localOf(now, schedule.timeZone).date);
      const daysAhead = (Date.parse(date) - today) / (24 * HOUR_MS);
      const heldSpan = {
        start: addMs(meal.start, -schedule.bufferBeforeMinutes * MINUTE_MS),
        end: addMs(meal.end, schedule.bufferAfterMinutes * MINUTE_MS),
      };
      return (
        date >= from &&
        Date.parse(date) <= Date.parse(from) + 2 * 24 * HOUR_MS &&
        daysAhead >= 0 &&
        daysAhead <= schedule.horizonDays &&
        hours >= schedule.minHours &&
        hours <= schedule.maxHours &&
        minutesOfTime(time) % schedule.startStepMinutes === 0 &&
        meal.start >= addMs(now, schedule.minimumNoticeHours * HOUR_MS) &&
        worksDuring(schedule, meal) &&
        !held.some((span) => overlaps(span, heldSpan))
      );
    })
    .map((meal) => meal.start);
}

describe('whatever the schedule', () => {
  it('free times come one by one, and are all that there are', () => {
    fc.assert(
      fc.property(
        scheduleOf,
        firstDay,
        fc.integer({ min: 1, max: 12 }),
        busyTimes(1),
        fc.nat({ max: 9 }),
        (schedule, from, durationHours, busy, count) => {
          const now = addMs(new Date(`${from}T00:00:00Z`), -20 * HOUR_MS);
          const held = heldFrom(now, busy);
          const to = new Date(Date.parse(from) + 2 * 24 * HOUR_MS).toISOString().slice(0, 10);
          const wanted = { from, to, durationHours };
          const all = freeTimes(schedule, wanted, held, now);
          const tried = startsByTrying(schedule, from, durationHours, held, now);
          expect(all.map((slot) => slot.start)).toEqual(tried);
          const first: Slot[] = [];
          for (const slot of eachFreeTime(schedule, wanted, held, now)) {
            if (first.push(slot) >= count) break;
          }
          expect(first).toEqual(all.slice(0, Math.max(1, count)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('no offered slot is refused, and no refused time is offered', () => {
    fc.assert(
      fc.property(
        scheduleOf,
        firstDay,
        fc.integer({ min: 1, max: 12 }),
        busyTimes(30),
        fc.integer({ min: 0, max: 4 * 24 * 4 - 1 }),
        (schedule, from, durationHours, busy, quarter) => {
          const at = addMs(new Date(`${from}T00:00:00Z`), -20 * HOUR_MS);
          const held = heldFrom(at, busy);
          const to = new Date(Date.parse(from) + 3 * 24 * HOUR_MS).toISOString().slice(0, 10);
          const offered = freeTimes(schedule, { from, to, durationHours }, held, at);
          for (const slot of offered) {
            expect(instantOf(slot.date, slot.startTime, schedule.timeZone)).toEqual(slot.start);
            expect(slotAt(schedule, { start: slot.start, durationHours }, held, at)).toEqual(slot);
            expect(worksDuring(schedule, slot)).toBe(true);
            expect(held.some((span) => overlaps(span, slot.held))).toBe(false);
          }
          // Any quarter of an hour of those days: offered if and only if it would be accepted.
          const start = addMs(new Date(`${from}T00:00:00Z`), quarter * 15 * MINUTE_MS);
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
          const at = addMs(new Date(`${from}T00:00:00Z`), -20 * HOUR_MS);
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
