import type { FieldError } from '../../platform/errors.js';
import { minutesOfTime } from '../../platform/wall-clock.js';
import type { DayRange, Schedule } from './availability.rules.js';

const DAY_MINUTES = 24 * 60;

/** The range from one HH:MM to another; one that does not end after it begins ends on the next day. */
export function dayRange(opens: string, closes: string): DayRange {
  const opensAt = minutesOfTime(opens);
  const closesAt = minutesOfTime(closes);
  return { opensAt, closesAt: closesAt > opensAt ? closesAt : closesAt + DAY_MINUTES };
}

/** What in a schedule contradicts itself, as errors of its fields on the wire; none when it is fine. */
export function contradictionsIn(
  { weeklyHours, exceptions }: Pick<Schedule, 'weeklyHours' | 'exceptions'>,
  minHours: number,
  maxHours: number,
): FieldError[] {
  const wrong = hoursOutOfOrder(minHours, maxHours);
  for (const [index, range] of weeklyHours.entries()) {
    const earlier = weeklyHours.slice(0, index).filter((one) => one.weekday === range.weekday);
    if (earlier.some((one) => share(one, range))) {
      const detail = 'This overlaps other hours of the same day.';
      wrong.push({ pointer: `/weekly_hours/${index}`, detail });
    }
  }
  for (const [index, exception] of exceptions.entries()) {
    const earlier = exceptions.slice(0, index).filter((one) => one.date === exception.date);
    const again = earlier.some((one) =>
      one.kind === 'extra_hours' && exception.kind === 'extra_hours'
        ? share(one, exception)
        : one.kind === exception.kind,
    );
    if (again) {
      const detail = 'This date has such an exception already.';
      wrong.push({ pointer: `/exceptions/${index}`, detail });
    }
  }
  return wrong;
}

/** What is wrong with the shortest and the longest meal of a chef, in hours. */
export function hoursOutOfOrder(minHours: number, maxHours: number): FieldError[] {
  if (minHours <= maxHours) return [];
  return [{ pointer: '/max_hours', detail: 'Must be at least the minimum hours.' }];
}

function share(a: DayRange, b: DayRange): boolean {
  return a.opensAt < b.closesAt && b.opensAt < a.closesAt;
}
