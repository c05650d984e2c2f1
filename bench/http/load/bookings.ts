import { addDays } from '../../../src/platform/time/instants.js';

const CHEFS = 5;
/** From 10:00 to 21:00, which is the week of every demo chef. */
const HOURS = 12;
/** No demo booking lies so far ahead. */
const FIRST_DAY = 70;
const LAST_DAY = 360;

/** How many bookings there are before the chefs' horizon. */
export const MOST_BOOKINGS = CHEFS * HOURS * (LAST_DAY - FIRST_DAY);

/** The body of the request with some number, from 0: each takes an hour that no other one takes. */
export function bookingBody(number: number, today: string) {
  const hour = Math.floor(number / CHEFS);
  return {
    chef_id: 1 + (number % CHEFS),
    booking_date: addDays(today, FIRST_DAY + Math.floor(hour / HOURS)),
    start_time: `${10 + (hour % HOURS)}:00`,
    duration_hours: 1,
  };
}
