import { formatPlainDate } from '../../platform/time.js';
import { dateOfDay, dayNumber, timeOfMinutes } from '../../platform/wall-clock.js';
import { partOfDay, type ChefDay, type Minutes } from './week.rules.js';

const DAY_MINUTES = 24 * 60;

/** A chef's day for the page: what to draw of it, and the same in words. */
export function presentDay({ date, hours, bookings }: ChefDay) {
  return {
    date,
    hours: hours.map((part) => ({ ...part, text: spanText(date, part) })),
    bookings: bookings.map(({ bookingId, meal, held }) => ({
      booking_id: bookingId,
      meal: partOfDay(meal),
      held: partOfDay(held),
      text: spanText(date, meal),
      held_text: held.from === meal.from && held.until === meal.until ? null : spanText(date, held),
    })),
  };
}

/** "18:00–21:00"; an end on another day than the one shown is named with its date. */
function spanText(date: string, { from, until }: Minutes): string {
  const dateOf = (minutes: number) =>
    formatPlainDate(dateOfDay(dayNumber(date) + Math.floor(minutes / DAY_MINUTES)));
  const start = from < 0 ? `${dateOf(from)} ${clockText(from)}` : clockText(from);
  const end = until > DAY_MINUTES ? `${dateOf(until)} ${clockText(until)}` : clockText(until);
  return from < 0 || until > DAY_MINUTES ? `${start} – ${end}` : `${start}–${end}`;
}

function clockText(minutes: number): string {
  if (minutes === DAY_MINUTES) return '24:00';
  return timeOfMinutes(((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES);
}
