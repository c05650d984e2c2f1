import type { Clock } from '../../platform/clock.js';
import type { Db } from '../../platform/db.js';
import { forbidden, invalid } from '../../platform/errors.js';
import { pagesOf, windowOf } from '../../platform/http/paging.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { addDays, daysBetween, localOf, type Span } from '../../platform/time.js';
import {
  bookableSlots,
  refusalOf,
  spanOfDates,
  standardSchedule,
  type Slot,
} from './availability.rules.js';
import * as data from './chefs.data.js';
import type { Chef } from './chefs.data.js';
import { alreadyAChef, chefNotFound } from './chefs.errors.js';
import { presentChef, presentSlot } from './chefs.present.js';
import { CANCELLATION_TERMS, policySentences } from './chefs.rules.js';
import type { BecomeChef, ChefSearch, EditChef } from './chefs.schemas.js';

export type { Chef };

/** The spans that live bookings of these chefs hold within a span; one booking can be left out. */
export type BookedTimes = (
  chefIds: number[],
  within: Span,
  exceptBookingId?: number,
) => Promise<(Span & { chefId: number })[]>;

export interface ChefsDeps {
  db: Db;
  clock: Clock;
  bookedTimes: BookedTimes;
}

export type Chefs = ReturnType<typeof createChefsService>;

/** The currency of every profile made here; prices are in its minor units. */
const CURRENCY = 'KRW';
const HOME_ZONE = 'Asia/Seoul';
const LONGEST_SLOTS_DAYS = 62;
const FEATURED = 5;

export function createChefsService({ db, clock, bookedTimes }: ChefsDeps) {
  /** The profile. @throws chefNotFound */
  async function find(id: number): Promise<Chef> {
    const chef = await data.chefById(db, id);
    if (chef === null) throw chefNotFound();
    return chef;
  }

  /** One page of the chefs that match. With `date`, only those with a bookable start that day. */
  async function search(wanted: ChefSearch) {
    const window = windowOf(wanted);
    if (wanted.date === undefined) {
      const { chefs, total } = await data.searchChefs(db, wanted, window);
      return { chefs, total, pages: pagesOf(total, wanted.per_page) };
    }
    const free = await freeOn(wanted.date, await data.allMatchingChefs(db, wanted));
    const chefs = free.slice(window.skip, window.skip + window.take);
    return { chefs, total: free.length, pages: pagesOf(free.length, wanted.per_page) };
  }

  async function freeOn(date: string, chefs: Chef[]): Promise<Chef[]> {
    const within = spanOfDates(date, date);
    const booked = await bookedTimes(
      chefs.map((chef) => chef.id),
      within,
    );
    return chefs.filter((chef) => {
      const own = booked.filter((span) => span.chefId === chef.id);
      const schedule = standardSchedule(chef.timeZone);
      return bookableSlots(schedule, date, chef.minHours, own, clock.now()).length > 0;
    });
  }

  /** The best rated chefs, for the home page. */
  async function featured(): Promise<Chef[]> {
    const search: ChefSearch = { sort: 'recommended', page: 1, per_page: FEATURED };
    return (await data.searchChefs(db, search, { skip: 0, take: FEATURED })).chefs;
  }

  /**
   * The bookable starts of each date from `from` to `to`, both included (default: a week from
   * today in the chef's zone).
   * @throws chefNotFound, invalid when the dates are out of order or too far apart
   */
  async function slots(
    chefId: number,
    wanted: {
      from?: string | undefined;
      to?: string | undefined;
      duration_hours?: number | undefined;
    },
  ) {
    const chef = await find(chefId);
    const from = wanted.from ?? todayOf(chef);
    const to = wanted.to ?? addDays(from, 6);
    const length = daysBetween(from, to) + 1;
    if (length < 1 || length > LONGEST_SLOTS_DAYS) {
      const detail = `Must be from 0 to ${LONGEST_SLOTS_DAYS - 1} days after "from".`;
      throw invalid(undefined, [{ pointer: '/to', detail }]);
    }
    const durationHours = wanted.duration_hours ?? chef.minHours;
    const booked = await bookedTimes([chef.id], spanOfDates(from, to));
    const schedule = standardSchedule(chef.timeZone);
    const days = Array.from({ length }, (_, day) => {
      const date = addDays(from, day);
      return { date, slots: bookableSlots(schedule, date, durationHours, booked, clock.now()) };
    });
    return { chef, durationHours, days };
  }

  /** The bookable starts of one date, not minding the booking that is about to be moved. */
  async function slotsOn(
    chef: Chef,
    date: string,
    durationHours: number,
    exceptBookingId?: number,
  ): Promise<Slot[]> {
    const booked = await bookedTimes([chef.id], spanOfDates(date, date), exceptBookingId);
    const schedule = standardSchedule(chef.timeZone);
    return bookableSlots(schedule, date, durationHours, booked, clock.now());
  }

  /** Why the wanted start cannot be booked now, or null when it can. */
  async function refusal(
    chef: Chef,
    wanted: { date: string; startTime: string; durationHours: number },
    exceptBookingId?: number,
  ) {
    const within = spanOfDates(wanted.date, wanted.date);
    const booked = await bookedTimes([chef.id], within, exceptBookingId);
    return refusalOf(standardSchedule(chef.timeZone), wanted, booked, clock.now());
  }

  /** Makes the viewer a chef. @throws alreadyAChef */
  async function become(viewer: Viewer, profile: BecomeChef): Promise<Chef> {
    if ((await data.chefIdOfUser(db, viewer.id)) !== null) throw alreadyAChef();
    return data.insertChef(db, viewer.id, { ...profile, currency: CURRENCY });
  }

  /** Changes the viewer's own profile. @throws chefNotFound, forbidden, invalid */
  async function edit(viewer: Viewer, id: number, changes: EditChef): Promise<Chef> {
    const chef = await find(id);
    if (chef.userId !== viewer.id) throw forbidden('Only the chef may edit this profile.');
    if ((changes.min_hours ?? chef.minHours) > (changes.max_hours ?? chef.maxHours)) {
      const detail = 'Must be at least the minimum hours.';
      throw invalid(undefined, [{ pointer: '/max_hours', detail }]);
    }
    return data.updateChef(db, id, changes);
  }

  /** The id of the user's own profile, or null for who is no chef. */
  function idOfUser(userId: number): Promise<number | null> {
    return data.chefIdOfUser(db, userId);
  }

  /** The profiles of some chefs by id, in one query. */
  async function summaries(ids: number[]): Promise<Map<number, Chef>> {
    const chefs = await data.chefsByIds(db, [...new Set(ids)]);
    return new Map(chefs.map((chef) => [chef.id, chef]));
  }

  /** Today's date in the chef's zone. */
  function todayOf(chef: Chef): string {
    return localOf(clock.now(), chef.timeZone).date;
  }

  return {
    find,
    search,
    featured,
    slots,
    slotsOn,
    refusal,
    become,
    edit,
    idOfUser,
    summaries,
    todayOf,
    /** The last date that can be booked with the chef. */
    lastDateOf: (chef: Chef) => addDays(todayOf(chef), standardSchedule(chef.timeZone).horizonDays),
    /** The steps of the chef's cancellation policy as they are today. */
    termsOf: (chef: Chef) => CANCELLATION_TERMS[chef.cancellationPolicy],
    /** Today's date in the zone of the home market, for the date fields of the search. */
    today: () => localOf(clock.now(), HOME_ZONE).date,
    present: presentChef,
    presentSlot,
    /** The chef's cancellation policy in plain sentences. */
    policyOf: (chef: Chef) => policySentences(chef.cancellationPolicy),
    cuisines: () => data.cuisines(db),
  };
}
