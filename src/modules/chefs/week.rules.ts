import { addDays, localOf, type Span } from '../../platform/time.js';
import { dayNumber, minutesOfTime, type DayNumber } from '../../platform/wall-clock.js';
import { hoursOn, worksDuring, type Schedule } from './availability.rules.js';
import { merged } from './intervals.rules.js';

/** From and until in minutes after a day's midnight, by the clock; below 0 or above 1440 on other days. */
export interface Minutes {
  from: number;
  until: number;
}

/** A booking as one day sees it: when the meal is, and when its buffers begin and end. */
export interface DayBooking {
  bookingId: number;
  meal: Minutes;
  held: Minutes;
}

/** One day of a chef: the hours that lie on it, also those begun the day before, and its bookings. */
export interface ChefDay {
  date: string;
  hours: Minutes[];
  bookings: DayBooking[];
}

/** What a booking holds of a chef's time. */
interface Booked {
  bookingId: number;
  meal: Span;
  held: Span;
}

/** What a chef's hours say of a time: worked, not, or not as that day is taken off. */
export type HoursAnswer = 'working' | 'outside_hours' | 'day_off';

const DAY_MINUTES = 24 * 60;

/** So many days of a chef from a date on, by the clocks of the chef's zone. */
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
      .map(({ bookingId, meal, held }) => ({
        bookingId,
        meal: minutesOn(day, meal, schedule.timeZone),
        held: minutesOn(day, held, schedule.timeZone),
      }))
      .filter(({ held }) => partOfDay(held) !== null);
    return { date, hours: hoursLyingOn(schedule, day), bookings };
  });
}

/** The part of a span that lies on the day itself; null when none does. */
export function partOfDay({ from, until }: Minutes): Minutes | null {
  const part = { from: Math.max(0, from), until: Math.min(DAY_MINUTES, until) };
  return part.from < part.until ? part : null;
}

/** Whether a chef works during the whole of a span; if not, whether its first day is taken off. */
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
  return merged(parts.map((part) => [part.from, part.until])).map(([from, until]) => ({
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
