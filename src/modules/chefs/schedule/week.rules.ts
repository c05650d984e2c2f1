import { addDays, localOf, type Span } from '../../../platform/time/instants.js';
import { dayNumber, minutesOfTime, type DayNumber } from '../../../platform/time/wall-clock.js';
import { mergeIntervals } from '../availability/intervals.rules.js';
import { hoursOn, worksDuring, type Schedule } from '../availability/working-hours.rules.js';

/** Minutes after a day's midnight by the clock; below 0 or above 1440 on other days. */
export interface Minutes {
  from: number;
  until: number;
}

/** The meal, and the meal with its buffers. */
export interface DayBooking {
  bookingId: number;
  meal: Minutes;
  held: Minutes;
  isAsked: boolean;
}

/** Hours include those begun the day before. */
export interface ChefDay {
  date: string;
  hours: Minutes[];
  bookings: DayBooking[];
}

interface Booked {
  bookingId: number;
  meal: Span;
  held: Span;
  /** Whether it waits for an answer. */
  isAsked: boolean;
}

/** `day_off`: outside hours because that day is taken off. */
export type HoursAnswer = 'working' | 'outside_hours' | 'day_off';

const DAY_MINUTES = 24 * 60;

/** `count` days from a date on, by the chef's clocks. */
export function chefDays(
  schedule: Schedule,
  from: string,
  count: number,
  booked: Booked[],
): ChefDay[] {
  const inOrder = [...booked].sort((a, b) => a.meal.start.getTime() - b.meal.start.getTime());
  return Array.from({ length: count }, (_, index) => {
    const date = addDays(from, index);
    const day = dayNumber(date);
    const bookings = inOrder
      .map(({ bookingId, meal, held, isAsked }) => ({
        bookingId,
        isAsked,
        meal: minutesOn(day, meal, schedule.timeZone),
        held: minutesOn(day, held, schedule.timeZone),
      }))
      .filter(({ held }) => partOfDay(held) !== null);
    return { date, hours: hoursLyingOn(schedule, day), bookings };
  });
}

/** The part that is on the day itself; null when none is. */
export function partOfDay({ from, until }: Minutes): Minutes | null {
  const part = { from: Math.max(0, from), until: Math.min(DAY_MINUTES, until) };
  return part.from < part.until ? part : null;
}

/** Whether the chef works during the whole span; a day off counts by the span's first day. */
export function hoursAnswer(schedule: Schedule, span: Span): HoursAnswer {
  if (worksDuring(schedule, span)) return 'working';
  const { date } = localOf(span.start, schedule.timeZone);
  const isOff = schedule.exceptions.some((one) => one.date === date && one.kind === 'day_off');
  return isOff ? 'day_off' : 'outside_hours';
}

function hoursLyingOn(schedule: Schedule, day: DayNumber): Minutes[] {
  const begunBefore = hoursOn(schedule, day - 1).map(({ opensAt, closesAt }) => ({
    from: opensAt - DAY_MINUTES,
    until: closesAt - DAY_MINUTES,
  }));
  const begunToday = hoursOn(schedule, day).map(({ opensAt, closesAt }) => ({
    from: opensAt,
    until: closesAt,
  }));
  const parts = [...begunBefore, ...begunToday].map(partOfDay).filter((part) => part !== null);
  return mergeIntervals(parts.map((part) => [part.from, part.until])).map(([from, until]) => ({
    from,
    until,
  }));
}

function minutesOn(day: DayNumber, span: Span, timeZone: string): Minutes {
  const minutes = (instant: Date) => {
    const { date, time } = localOf(instant, timeZone);
    return (dayNumber(date) - day) * DAY_MINUTES + minutesOfTime(time);
  };
  return { from: minutes(span.start), until: minutes(span.end) };
}
