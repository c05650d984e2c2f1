import { DAY_MS, HOUR_MS, localOf, MINUTE_MS, offsetOf, type Span } from '../../platform/time.js';
import {
  dateOfDay,
  dayNumber,
  timeOfMinutes,
  wallClock,
  type DayNumber,
  type WallClock,
} from '../../platform/wall-clock.js';
import { merged, walk, type Interval } from './intervals.rules.js';

/** A range of one day in minutes after its midnight, by the clock; from 1440 on it is the next day. */
export interface DayRange {
  opensAt: number;
  closesAt: number;
}

/** A range of every week; weekdays as in ISO 8601, 1 is Monday. */
export interface WeeklyRange extends DayRange {
  weekday: number;
}

/** What differs on one date: its weekly hours do not count, or hours are added. */
export type AvailabilityException =
  { date: string; kind: 'day_off' } | ({ date: string; kind: 'extra_hours' } & DayRange);

/** When a chef works and how meals may lie in it; dates and times are local to `timeZone`. */
export interface Schedule {
  timeZone: string;
  weeklyHours: WeeklyRange[];
  exceptions: AvailabilityException[];
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  /** Meals start on multiples of so many minutes of the clock. */
  startStepMinutes: number;
  minimumNoticeHours: number;
  /** The last bookable day lies so many days after today. */
  horizonDays: number;
  minHours: number;
  maxHours: number;
}

/** Every day from 10 to 22: the week that a new chef begins with. */
export const STANDARD_WEEK: WeeklyRange[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  opensAt: 10 * 60,
  closesAt: 22 * 60,
}));

/** A bookable start: the meal's span, its local date and time, and what a booking of it would hold. */
export interface Slot extends Span {
  date: string;
  /** HH:MM; with its offset when the clocks show that time twice and this is the second. */
  startTime: string;
  held: Span;
}

/** The days and the length of meal that free times are wanted for; both dates are included. */
export interface Wanted {
  from: string;
  to: string;
  durationHours: number;
}

const DAY_MINUTES = 24 * 60;

/**
 * The starts that can be booked, in order: within working hours, on the step, with enough notice,
 * within the horizon, of a length that the chef cooks for, and free of every held span, buffers
 * included. Whatever offers, searches or accepts a time asks this one function.
 * @param held what live bookings of the chef hold, in any order, at least all that touches the days
 */
export function freeTimes(schedule: Schedule, wanted: Wanted, held: Span[], now: Date): Slot[] {
  const { timeZone, minHours, maxHours, startStepMinutes: step } = schedule;
  const { durationHours } = wanted;
  if (durationHours < minHours || durationHours > maxHours) return [];
  const today = dayNumber(localOf(now, timeZone).date);
  const firstDay = Math.max(today, dayNumber(wanted.from));
  const lastDay = Math.min(today + schedule.horizonDays, dayNumber(wanted.to));
  if (firstDay > lastDay) return [];

  const clock = wallClock(timeZone);
  const earliest = now.getTime() + schedule.minimumNoticeHours * HOUR_MS;
  const working = walk(workingTimes(schedule, clock, firstDay - 1, lastDay + 1));
  const taken = walk(merged(held.map((span) => [span.start.getTime(), span.end.getTime()])));
  const slots: Slot[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    for (const { start, minutes, again } of startsOf(clock, day, step)) {
      if (start < earliest) continue;
      const end = start + durationHours * HOUR_MS;
      const range = working.firstEndingAfter(start);
      if (range === undefined || range[0] > start || range[1] < end) continue;
      const heldFrom = start - schedule.bufferBeforeMinutes * MINUTE_MS;
      const heldUntil = end + schedule.bufferAfterMinutes * MINUTE_MS;
      const next = taken.firstEndingAfter(heldFrom);
      if (next !== undefined && next[0] < heldUntil) continue;
      const offset = again ? offsetOf(new Date(start), timeZone) : '';
      slots.push({
        date: dateOfDay(day),
        startTime: timeOfMinutes(minutes) + offset,
        start: new Date(start),
        end: new Date(end),
        held: { start: new Date(heldFrom), end: new Date(heldUntil) },
      });
    }
  }
  return slots;
}

/** Why a wanted start cannot be booked. */
export type Refusal =
  'past' | 'beyond-horizon' | 'outside-hours' | 'wrong-step' | 'short-notice' | 'taken';

/**
 * The free time that begins at an instant, or why there is none: what stands in the way is found
 * by asking for the same time with that one obstacle taken away.
 */
export function slotAt(
  schedule: Schedule,
  wanted: { start: Date; durationHours: number },
  held: Span[],
  now: Date,
): Slot | Refusal {
  const { start, durationHours } = wanted;
  const { date } = localOf(start, schedule.timeZone);
  const find = (asIf: Partial<Schedule>, spans: Span[], at: Date) =>
    freeTimes({ ...schedule, ...asIf }, { from: date, to: date, durationHours }, spans, at).find(
      (slot) => slot.start.getTime() === start.getTime(),
    );
  const found = find({}, held, now);
  if (found !== undefined) return found;
  if (start <= now) return 'past';
  if (find({}, [], now)) return 'taken';
  if (find({ minimumNoticeHours: 0 }, [], now)) return 'short-notice';
  if (dayNumber(date) > dayNumber(localOf(now, schedule.timeZone).date) + schedule.horizonDays) {
    return 'beyond-horizon';
  }
  return find({ startStepMinutes: 1, minimumNoticeHours: 0 }, [], now)
    ? 'wrong-step'
    : 'outside-hours';
}

/** Whether the chef works during the whole of a span. */
export function worksDuring(schedule: Schedule, span: Span): boolean {
  const clock = wallClock(schedule.timeZone);
  const firstDay = dayNumber(localOf(span.start, schedule.timeZone).date) - 1;
  const lastDay = dayNumber(localOf(span.end, schedule.timeZone).date);
  return workingTimes(schedule, clock, firstDay, lastDay).some(
    ([start, end]) => start <= span.start.getTime() && span.end.getTime() <= end,
  );
}

/** The working hours of one date, by the clock, in order. */
export function hoursOn(schedule: Pick<Schedule, 'weeklyHours' | 'exceptions'>, day: DayNumber) {
  const date = dateOfDay(day);
  const different = schedule.exceptions.filter((exception) => exception.date === date);
  const weekly = different.some((exception) => exception.kind === 'day_off')
    ? []
    : schedule.weeklyHours.filter((range) => range.weekday === weekdayOf(day));
  const extra = different.filter((exception) => exception.kind === 'extra_hours');
  const ranges: DayRange[] = [...weekly, ...extra];
  return ranges
    .map(({ opensAt, closesAt }) => ({ opensAt, closesAt }))
    .sort((a, b) => a.opensAt - b.opensAt);
}

/** The slots nearest to an instant, the nearest first. */
export function nearestTo(instant: Date, slots: Slot[], count: number): Slot[] {
  const distance = (slot: Slot) => Math.abs(slot.start.getTime() - instant.getTime());
  return [...slots].sort((a, b) => distance(a) - distance(b)).slice(0, count);
}

/** A span that holds the dates `from` to `to`, both included, in whichever zone, with any buffers. */
export function spanOfDates(from: string, to: string): Span {
  return {
    start: new Date((dayNumber(from) - 2) * DAY_MS),
    end: new Date((dayNumber(to) + 3) * DAY_MS),
  };
}

/** 1 for Monday to 7 for Sunday; day 0 was a Thursday. */
function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function workingTimes(
  schedule: Schedule,
  clock: WallClock,
  firstDay: DayNumber,
  lastDay: DayNumber,
): Interval[] {
  const intervals: Interval[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    for (const { opensAt, closesAt } of hoursOn(schedule, day)) {
      intervals.push([clock.boundary(day, opensAt), clock.boundary(day, closesAt)]);
    }
  }
  return merged(intervals);
}

/** The times of a day that meals could start at, in order. */
function startsOf(clock: WallClock, day: DayNumber, step: number) {
  const starts = [];
  for (let minutes = 0; minutes < DAY_MINUTES; minutes += step) {
    for (const [index, start] of clock.readings(day, minutes).entries()) {
      starts.push({ start, minutes, again: index > 0 });
    }
  }
  return starts.sort((a, b) => a.start - b.start);
}
