import { describe, expect, it } from 'vitest';
import { axisFor } from '../../../../src/modules/bookings/earnings/earnings.rules.js';
import {
  nearbyBookings,
  touchesDate,
} from '../../../../src/modules/bookings/workday/nearby-bookings.rules.js';
import { mealsOn, stepsAround } from '../../../../src/modules/bookings/workday/today.rules.js';
import { STANDARD_WEEK } from '../../../../src/modules/chefs/schedule/schedule.rules.js';
import { hoursAnswer } from '../../../../src/modules/chefs/schedule/week.rules.js';
import { addMs, instantOf } from '../../../../src/platform/time/instants.js';
import { HOUR_MS } from '../../../../src/platform/time/units.js';

const SEOUL = 'Asia/Seoul';
const at = (date: string, time: string, zone = SEOUL) => instantOf(date, time, zone) as Date;
const span = (date: string, time: string, hours: number, zone = SEOUL) => ({
  start: at(date, time, zone),
  end: addMs(at(date, time, zone), hours * HOUR_MS),
});

describe('what a chef has near a request', () => {
  const terms = { timeZone: SEOUL, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
  const request = { id: 1, isConfirmed: false, ...span('2026-11-26', '12:00', 2) };
  const other = (id: number, date: string, time: string, hours = 2) => ({
    id,
    isConfirmed: true,
    ...span(date, time, hours),
  });
  const found = (others: ReturnType<typeof other>[], given: Partial<typeof terms> = {}) =>
    nearbyBookings(request, others, { ...terms, ...given }).map(
      ({ id, isSameDay, gapMinutes, isTight }) => [id, isSameDay, gapMinutes, isTight],
    );

  it('is the rest of that day, in order, with the time between', () => {
    expect(
      found([
        other(2, '2026-11-26', '18:00'),
        other(3, '2026-11-26', '09:30'),
        other(4, '2026-11-25', '18:00'),
        other(5, '2026-11-27', '10:00'),
        { ...request },
      ]),
    ).toEqual([
      [3, true, 30, true],
      [2, true, 240, false],
    ]);
  });

  it('is too near when less is left than the chef keeps free now, and never below an hour', () => {
    const evening = [other(2, '2026-11-26', '15:30')];
    expect(found(evening)).toEqual([[2, true, 90, false]]);
    expect(found(evening, { bufferBeforeMinutes: 45, bufferAfterMinutes: 45 })[0]?.[3]).toBe(false);
    expect(found(evening, { bufferBeforeMinutes: 60, bufferAfterMinutes: 45 })[0]?.[3]).toBe(true);
    expect(found([other(2, '2026-11-26', '14:00')])).toEqual([[2, true, 0, true]]);
  });

  it('minds a meal of another day only when it comes too near', () => {
    const late = { id: 1, isConfirmed: false, ...span('2026-11-26', '22:00', 2) };
    const next = [other(2, '2026-11-27', '00:30'), other(3, '2026-11-27', '01:00')];
    const ids = nearbyBookings(late, next, terms).map((one) => [one.id, one.isSameDay]);
    expect(ids).toEqual([[2, false]]);
  });

  it('counts days by the clocks of the chef', () => {
    const night = { id: 1, isConfirmed: false, ...span('2026-11-26', '23:00', 3) };
    const morning = [other(2, '2026-11-27', '10:00')];
    expect(nearbyBookings(night, morning, terms)).toHaveLength(1);
    expect(nearbyBookings(night, morning, { ...terms, timeZone: 'Europe/London' })).toHaveLength(0);
  });
});

describe('a date', () => {
  it('is touched until midnight, not at it', () => {
    const evening = span('2026-11-26', '22:00', 2);
    expect(touchesDate(evening, '2026-11-26', SEOUL)).toBe(true);
    expect(touchesDate(evening, '2026-11-27', SEOUL)).toBe(false);
    expect(touchesDate(span('2026-11-26', '22:00', 3), '2026-11-27', SEOUL)).toBe(true);
    expect(touchesDate(evening, '2026-11-26', 'America/New_York')).toBe(true);
    expect(touchesDate(evening, '2026-11-27', 'Pacific/Auckland')).toBe(true);
  });

  it('is whole where the clocks skip its midnight', () => {
    const beirut = 'Asia/Beirut';
    const meal = span('2026-03-29', '01:00', 2, beirut);
    expect(touchesDate(meal, '2026-03-29', beirut)).toBe(true);
    expect(touchesDate(meal, '2026-03-28', beirut)).toBe(false);
  });
});

describe('the plan of a day', () => {
  const meal = (id: number, date: string, time: string, hours: number, buffer = 0) => ({
    id,
    status: 'confirmed' as const,
    startsAt: at(date, time),
    endsAt: addMs(at(date, time), hours * HOUR_MS),
    heldFrom: addMs(at(date, time), -buffer * HOUR_MS),
    heldUntil: addMs(at(date, time), (hours + buffer) * HOUR_MS),
  });
  const lunch = meal(1, '2026-11-26', '12:00', 2, 1);
  const dinner = meal(2, '2026-11-26', '18:00', 2);
  const supper = meal(3, '2026-11-25', '23:00', 3);

  it('holds the meals that are or were cooked that day, also those begun the evening before', () => {
    const others = [
      { ...dinner, id: 4, status: 'pending' as const },
      { ...dinner, id: 5, status: 'cancelled' as const },
      { ...lunch, id: 6, status: 'completed' as const, startsAt: at('2026-11-26', '11:59') },
      meal(7, '2026-11-27', '10:00', 1),
    ];
    const ids = (date: string) =>
      mealsOn(date, SEOUL, [dinner, lunch, supper, ...others]).map(({ id }) => id);
    expect(ids('2026-11-26')).toEqual([3, 6, 1, 2]);
    expect(ids('2026-11-25')).toEqual([3]);
  });

  it('tells what is done now and what comes next', () => {
    const around = (time: string) => {
      const { current, next } = stepsAround([lunch, dinner], at('2026-11-26', time));
      return [
        current && `${current.step} ${current.meal.id}`,
        next && `${next.step} ${next.meal.id}`,
      ];
    };
    expect(around('09:00')).toEqual([null, 'arrive 1']);
    expect(around('11:00')).toEqual(['prepare 1', 'serve 1']);
    expect(around('12:00')).toEqual(['serve 1', 'clean 1']);
    expect(around('14:59')).toEqual(['clean 1', 'leave 1']);
    expect(around('15:00')).toEqual([null, 'arrive 2']);
    expect(around('19:00')).toEqual(['serve 2', 'leave 2']);
    expect(around('20:00')).toEqual([null, null]);
    expect(stepsAround([{ ...dinner, status: 'completed' }], at('2026-11-26', '09:00')).next).toBe(
      null,
    );
  });
});

describe('the hours of a chef', () => {
  const schedule = {
    timeZone: SEOUL,
    weeklyHours: STANDARD_WEEK,
    exceptions: [
      { date: '2026-11-26', kind: 'day_off' as const },
      { date: '2026-11-27', kind: 'day_off' as const },
      { date: '2026-11-27', kind: 'extra_hours' as const, opensAt: 18 * 60, closesAt: 21 * 60 },
    ],
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    startStepMinutes: 30,
    minimumNoticeHours: 3,
    horizonDays: 90,
    minHours: 1,
    maxHours: 12,
  };

  it.each([
    ['2026-11-25', '18:00', 2, 'working'],
    ['2026-11-25', '21:00', 2, 'outside_hours'],
    ['2026-11-25', '09:00', 2, 'outside_hours'],
    ['2026-11-26', '18:00', 2, 'day_off'],
    ['2026-11-27', '18:00', 2, 'working'],
    ['2026-11-27', '17:00', 2, 'day_off'],
  ])('say of %s %s for %i h: %s', (date, time, hours, answer) => {
    expect(hoursAnswer(schedule, span(date, time, hours))).toBe(answer);
  });
});

describe('the axis of a chart', () => {
  it.each([
    [0, [0, 1]],
    [3, [0, 1, 2, 3]],
    [960, [0, 500, 1000]],
    [1000, [0, 500, 1000]],
    [1_920, [0, 500, 1000, 1500, 2000]],
    [480_000, [0, 200_000, 400_000, 600_000]],
  ])('goes up to %i in round steps', (highest, axis) => {
    expect(axisFor(highest)).toEqual(axis);
  });
});
