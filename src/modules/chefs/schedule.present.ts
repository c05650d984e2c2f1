import { dateOfDay, dayNumber, timeOfMinutes } from '../../platform/wall-clock.js';
import { partOfDay, type ChefDay, type Minutes } from './week.rules.js';

const DAY_MINUTES = 24 * 60;

/** A chef's day for the page: what to draw of it, and the dates and times to say of it. */
export function presentDay({ date, hours, bookings }: ChefDay) {
  return {
    date,
    hours: hours.map((part) => ({ ...part, span: spanOf(date, part) })),
    bookings: bookings.map(({ bookingId, meal, held }) => ({
      booking_id: bookingId,
      meal: partOfDay(meal),
      held: partOfDay(held),
      span: spanOf(date, meal),
      held_span: held.from === meal.from && held.until === meal.until ? null : spanOf(date, held),
    })),
  };
}

/** From 18:00 until 21:00; an end on another day than the one shown is given with its date. */
function spanOf(date: string, { from, until }: Minutes) {
  const dateOf = (minutes: number) =>
    dateOfDay(dayNumber(date) + Math.floor(minutes / DAY_MINUTES));
  return {
    from: clockText(from),
    from_date: from < 0 ? dateOf(from) : null,
    until: clockText(until),
    until_date: until > DAY_MINUTES ? dateOf(until) : null,
  };
}

function clockText(minutes: number): string {
  if (minutes === DAY_MINUTES) return '24:00';
  return timeOfMinutes(((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES);
}
