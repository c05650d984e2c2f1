import { ask, together } from '../../../platform/database/questions.js';
import type { Viewer } from '../../../platform/viewer.js';
import { addDays, addMs } from '../../../platform/time/instants.js';
import { DAY_MS } from '../../../platform/time/units.js';
import * as lists from '../lists/lists.data.js';
import type { Booking } from '../booking/booking.data.js';
import { answerDeadline } from '../booking/booking.rules.js';
import type { BookingsDeps } from '../deps.js';
import { LONGEST_MEAL_MS } from './nearby-bookings.rules.js';
import { mealsOn, stepsAround } from './today.rules.js';
import * as data from './workday.data.js';

export type Workday = ReturnType<typeof createWorkdayService>;

const FIRST = { skip: 0, take: 1 };

export function createWorkdayService({
  db,
  clock,
  schedules,
}: Pick<BookingsDeps, 'db' | 'clock' | 'schedules'>) {
  /** In the chef's zone; null for a viewer who is no chef. */
  async function today({ chefId, waitingRequests }: Viewer) {
    if (chefId === null) return null;
    const now = clock.now();
    const found = await ask(db, dayQuestion(chefId, now));
    const { chef, date, days } = found.week;
    const near = found.near.map(({ booking }) => booking);
    const meals = mealsOn(date, chef.timeZone, near);
    const tomorrow = mealsOn(addDays(date, 1), chef.timeZone, near).filter(
      (meal) => !meals.includes(meal),
    );
    const named = new Map(found.near.map((one) => [one.booking.id, one]));
    const namesOf = (some: Booking[]) => some.flatMap(({ id }) => named.get(id) ?? []);
    return {
      chef,
      date,
      meals: namesOf(meals),
      ...stepsAround(meals, now),
      tomorrow: namesOf(tomorrow),
      upcoming: found.upcoming[0] ?? null,
      firstDeadline: found.requests[0] ? answerDeadline(found.requests[0].booking) : null,
      waiting: waitingRequests,
      week: days,
    };
  }

  function dayQuestion(chefId: number, now: Date) {
    const around = {
      start: addMs(now, -LONGEST_MEAL_MS),
      end: addMs(now, 2 * DAY_MS + LONGEST_MEAL_MS),
    };
    return together({
      week: schedules.weekOf(chefId),
      near: data.bookingsOfChefIn(chefId, around, ['confirmed', 'completed', 'no_show']),
      upcoming: lists.tabOfBookings({ chefId }, { tab: 'upcoming', now }, FIRST),
      requests: lists.tabOfBookings({ chefId }, { tab: 'pending', now }, FIRST),
    });
  }

  return { today };
}
