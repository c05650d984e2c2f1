import type { FieldError } from '../../../platform/errors.js';
import { minutesOfTime } from '../../../platform/time/wall-clock.js';
import type { DayRange, Schedule, WeeklyRange } from '../availability/working-hours.rules.js';

const DAY_MINUTES = 24 * 60;

/** From HH:MM to HH:MM; one that does not end after it begins ends on the next day. */
export function dayRange(opens: string, closes: string): DayRange {
  const opensAt = minutesOfTime(opens);
  const closesAt = minutesOfTime(closes);
  return { opensAt, closesAt: closesAt > opensAt ? closesAt : closesAt + DAY_MINUTES };
}

/** Contradictions in a schedule, as errors of the API's fields. */
export function scheduleErrors(
  { weeklyHours, exceptions }: Pick<Schedule, 'weeklyHours' | 'exceptions'>,
  minHours: number,
  maxHours: number,
): FieldError[] {
  const wrong = hoursOrderErrors(minHours, maxHours);
  for (const [index, range] of weeklyHours.entries()) {
    const earlier = weeklyHours.slice(0, index).filter((one) => one.weekday === range.weekday);
    if (earlier.some((one) => overlap(one, range))) {
      const detail = 'This overlaps other hours of the same day.';
      wrong.push({ pointer: `/weekly_hours/${index}`, detail });
    }
  }
  for (const [index, exception] of exceptions.entries()) {
    const earlier = exceptions.slice(0, index).filter((one) => one.date === exception.date);
    const again = earlier.some((one) =>
      one.kind === 'extra_hours' && exception.kind === 'extra_hours'
        ? overlap(one, exception)
        : one.kind === exception.kind,
    );
    if (again) {
      const detail = 'This date has such an exception already.';
      wrong.push({ pointer: `/exceptions/${index}`, detail });
    }
  }
  return wrong;
}

export function hoursOrderErrors(minHours: number, maxHours: number): FieldError[] {
  if (minHours <= maxHours) return [];
  return [{ pointer: '/max_hours', detail: 'Must be at least the minimum hours.' }];
}

function overlap(a: DayRange, b: DayRange): boolean {
  return a.opensAt < b.closesAt && b.opensAt < a.closesAt;
}

/** The week of a new chef: every day from 10 to 22. */
export const STANDARD_WEEK: WeeklyRange[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  opensAt: 10 * 60,
  closesAt: 22 * 60,
}));
