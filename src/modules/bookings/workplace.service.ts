import type { Viewer } from '../../platform/http/viewer.js';
import { addDays, DAY_MS, later, localOf } from '../../platform/time.js';
import type { HoursAnswer } from '../chefs/index.js';
import * as lists from './lists.data.js';
import type { Booking } from './bookings.data.js';
import type { BookingsDeps } from './bookings.service.js';
import { LIVE } from './bookings.states.js';
import { neighboursOf, type LiveMeal, type Neighbour } from './neighbours.rules.js';
import type { Reading } from './reading.service.js';
import { mealsOn, stepsAround } from './today.rules.js';
import * as data from './workplace.data.js';

export type Workplace = ReturnType<typeof createWorkplaceService>;

/** What speaks for a second look before a request is confirmed. */
export interface Surroundings {
  hours: HoursAnswer;
  near: Neighbour[];
}

/** No meal with its buffers is longer, so none reaches further into other days. */
const LONGEST_MS = 2 * DAY_MS;
const FIRST = { skip: 0, take: 1 };
/** How many requests are looked through for the one that comes next; a page of the inbox. */
const NEXT_AMONG = { skip: 0, take: 12 };

/** A chef's day, and what a chef looks at before answering a request. */
export function createWorkplaceService(
  { db, clock, chefs, schedules }: Pick<BookingsDeps, 'db' | 'clock' | 'chefs' | 'schedules'>,
  { withNames }: Pick<Reading, 'withNames'>,
) {
  /** The viewer's day as a chef, by the chef's clocks, and what follows; null for who is no chef. */
  async function today(viewer: Viewer) {
    const chef = await chefs.ofUser(viewer.id);
    if (chef === null) return null;
    const now = clock.now();
    const date = localOf(now, chef.timeZone).date;
    const owner = { chefId: chef.id };
    const around = { start: later(now, -LONGEST_MS), end: later(now, 2 * DAY_MS + LONGEST_MS) };
    const [near, upcoming, requests, waiting, week] = await Promise.all([
      data.bookingsOfChefIn(db, chef.id, around, ['confirmed', 'completed', 'no_show']),
      lists.tabOfBookings(db, owner, 'upcoming', now, FIRST),
      lists.tabOfBookings(db, owner, 'pending', now, FIRST),
      data.countRequests(db, chef.id),
      schedules.weekFrom(chef, date),
    ]);
    const meals = mealsOn(date, chef.timeZone, near);
    const tomorrow = mealsOn(addDays(date, 1), chef.timeZone, near).filter(
      (meal) => !meals.includes(meal),
    );
    const named = new Map(
      (await withNames([...meals, ...tomorrow, ...upcoming])).map((one) => [one.booking.id, one]),
    );
    const namesOf = (found: Booking[]) => found.flatMap(({ id }) => named.get(id) ?? []);
    return {
      chef,
      date,
      meals: namesOf(meals),
      ...stepsAround(meals, now),
      tomorrow: namesOf(tomorrow),
      upcoming: namesOf(upcoming)[0] ?? null,
      firstDeadline: requests[0]?.expiresAt ?? null,
      waiting,
      week,
    };
  }

  /** What each of a chef's requests is surrounded by, by its id; nothing for whoever is no chef. */
  async function surroundings(
    viewer: Viewer,
    requests: Booking[],
  ): Promise<Map<number, Surroundings>> {
    const chef = requests.length === 0 ? null : await chefs.ofUser(viewer.id);
    if (chef === null) return new Map();
    const times = requests.flatMap(({ startsAt, endsAt }) => [
      startsAt.getTime(),
      endsAt.getTime(),
    ]);
    const span = {
      start: new Date(Math.min(...times) - LONGEST_MS),
      end: new Date(Math.max(...times) + LONGEST_MS),
    };
    const [hoursAt, live] = await Promise.all([
      schedules.hoursOf(chef),
      data.bookingsOfChefIn(db, chef.id, span, [...LIVE]),
    ]);
    const others = live.map(asMeal);
    return new Map(
      requests.map((request) => {
        const meal = asMeal(request);
        return [request.id, { hours: hoursAt(meal), near: neighboursOf(meal, others, chef) }];
      }),
    );
  }

  /** The request to answer after one that was: the next by its deadline, else the most urgent. */
  async function nextRequest(answered: Booking): Promise<number | null> {
    const now = clock.now();
    const owner = { chefId: answered.chefId };
    const waiting = await lists.tabOfBookings(db, owner, 'pending', now, NEXT_AMONG);
    const others = waiting.filter(({ id }) => id !== answered.id);
    const { expiresAt } = answered;
    const next = others.find((one) => expiresAt && one.expiresAt && one.expiresAt >= expiresAt);
    return (next ?? others[0])?.id ?? null;
  }

  return {
    today,
    surroundings,
    nextRequest,
    waitingOf: (chefId: number) => data.countRequests(db, chefId),
  };
}

function asMeal({ id, status, startsAt, endsAt }: Booking): LiveMeal {
  return { id, isConfirmed: status === 'confirmed', start: startsAt, end: endsAt };
}
