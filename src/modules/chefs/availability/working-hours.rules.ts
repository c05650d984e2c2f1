import { localOf, type Span } from '../../../platform/time/instants.js';
import {
  dateOfDay,
  dayNumber,
  wallClock,
  type DayNumber,
  type WallClock,
} from '../../../platform/time/wall-clock.js';
import { mergeIntervals, type Interval } from './intervals.rules.js';

/** Minutes after midnight by the clock; from 1440 on it is the next day. */
export interface DayRange {
  opensAt: number;
  closesAt: number;
}

/** Weekdays as in ISO 8601: 1 is Monday. */
export interface WeeklyRange extends DayRange {
  weekday: number;
}

/** Replaces the weekly hours of a date, or adds to them. */
export type AvailabilityException =
  { date: string; kind: 'day_off' } | ({ date: string; kind: 'extra_hours' } & DayRange);

/** Dates and times are local to `timeZone`. */
export interface Schedule {
  timeZone: string;
  weeklyHours: WeeklyRange[];
  exceptions: AvailabilityException[];
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  /** Meals start on multiples of so many minutes of the clock. */
  startStepMinutes: number;
  minimumNoticeHours: number;
  /** The last bookable day is so many days after today. */
  horizonDays: number;
  minHours: number;
  maxHours: number;
}

export function worksDuring(schedule: Schedule, span: Span): boolean {
  const clock = wallClock(schedule.timeZone);
  const firstDay = dayNumber(localOf(span.start, schedule.timeZone).date) - 1;
  const lastDay = dayNumber(localOf(span.end, schedule.timeZone).date);
  return workingTimes(schedule, clock, firstDay, lastDay).some(
    ([start, end]) => start <= span.start.getTime() && span.end.getTime() <= end,
  );
}

/** By the clock, in order. */
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

/** Hours that begin on these days (inclusive), as disjoint intervals in order. */
export function workingTimes(
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
  return mergeIntervals(intervals);
}

/** Monday is 1; day 0 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
