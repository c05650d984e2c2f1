import { localOf, type Span } from '../../../platform/time/instants.js';
import { dateOfDay, dayNumber, type DayNumber } from '../../../platform/time/wall-clock.js';
import { eachFreeTime } from '../availability/availability.rules.js';
import { weekdayOf, type Schedule } from '../availability/working-hours.rules.js';

/**
 * Dates from today to the last one on which no meal can begin, by days off and live bookings: that stays
 * so until one of these or the terms change. The horizon does not count, since it moves on each day.
 */
export function closedDates(
  { schedule, held }: { schedule: Schedule; held: Span[] },
  { today, last }: { today: string; last: string },
  now: Date,
): string[] {
  const { timeZone, weeklyHours, minHours } = schedule;
  const dayOf = (instant: Date) => dayNumber(localOf(instant, timeZone).date);
  const touched = new Set(
    schedule.exceptions.flatMap(({ date, kind }) => (kind === 'day_off' ? [dayNumber(date)] : [])),
  );
  for (const { start, end } of held) {
    // A meal of the evening before may end on that day.
    for (let day = dayOf(start) - 1; day <= dayOf(end); day += 1) touched.add(day);
  }
  const works = (day: DayNumber) => weeklyHours.some((range) => range.weekday === weekdayOf(day));
  const asked = { ...schedule, horizonDays: Infinity };
  return [...touched]
    .filter((day) => day >= dayNumber(today) && day <= dayNumber(last))
    .filter((day) => works(day) || works(day - 1))
    .sort((a, b) => a - b)
    .map(dateOfDay)
    .filter((date) => {
      const wanted = { from: date, to: date, durationHours: minHours };
      return eachFreeTime(asked, wanted, held, now).next().done === true;
    });
}
