import type { Clock } from '../../platform/clock.js';
import type { Db } from '../../platform/db.js';
import { invalid } from '../../platform/errors.js';
import { addDays, daysBetween, localOf, type Span } from '../../platform/time.js';
import * as data from './availability.data.js';
import {
  freeTimes,
  nearestTo,
  slotAt,
  spanOfDates,
  type Schedule,
  type Slot,
} from './availability.rules.js';
import type { Chef } from './chefs.data.js';
import { createFreeChefs } from './free-chefs.service.js';

/** A live booking of a chef: the meal, and the meal with its buffers. */
export interface BookedTime {
  chefId: number;
  bookingId: number;
  meal: Span;
  held: Span;
}

/** What live bookings of these chefs hold that touches a span; one booking can be left out. */
export type BookedTimes = (
  chefIds: number[],
  within: Span,
  exceptBookingId?: number,
) => Promise<BookedTime[]>;

export interface AvailabilityDeps {
  db: Db;
  clock: Clock;
  bookedTimes: BookedTimes;
}

export type Availability = ReturnType<typeof createAvailabilityService>;

const LONGEST_SLOTS_DAYS = 62;
/** No chef can be booked further ahead, so nothing later needs to be known. */
const LONGEST_HORIZON_DAYS = 732;
/** How many days around the wanted one are looked through for other times. */
const NEARBY_DAYS = 4;

/** The free times that follow from schedules and bookings. */
export function createAvailabilityService({ db, clock, bookedTimes }: AvailabilityDeps) {
  /**
   * The bookable starts of each date from `from` to `to`, both included (default: a week from
   * today in the chef's zone).
   * @throws invalid when the dates are out of order or too far apart
   */
  async function slots(
    chef: Chef,
    wanted: {
      from?: string | undefined;
      to?: string | undefined;
      duration_hours?: number | undefined;
    },
  ) {
    const from = wanted.from ?? todayOf(chef);
    const to = wanted.to ?? addDays(from, 6);
    const length = daysBetween(from, to) + 1;
    if (length < 1 || length > LONGEST_SLOTS_DAYS) {
      const detail = `Must be from 0 to ${LONGEST_SLOTS_DAYS - 1} days after "from".`;
      throw invalid(undefined, [{ pointer: '/to', detail }]);
    }
    const durationHours = wanted.duration_hours ?? chef.minHours;
    const free = grouped(await freeBetween(chef, from, to, durationHours), (slot) => slot.date);
    const days = Array.from({ length }, (_, day) => addDays(from, day));
    return { durationHours, days: days.map((date) => ({ date, slots: free.get(date) ?? [] })) };
  }

  /** The bookable starts of one date, not minding the booking that is about to be moved. */
  function slotsOn(chef: Chef, date: string, durationHours: number, exceptBookingId?: number) {
    return freeBetween(chef, date, date, durationHours, exceptBookingId);
  }

  /** The free time that begins at an instant, or why there is none now. */
  async function slotFor(
    chef: Chef,
    wanted: { start: Date; durationHours: number },
    exceptBookingId?: number,
  ) {
    const { date } = localOf(wanted.start, chef.timeZone);
    const { schedule, held } = await known(chef, date, date, exceptBookingId);
    return slotAt(schedule, wanted, held, clock.now());
  }

  /** The free starts of a chef that are nearest to an instant, the nearest first. */
  async function nearestSlots(chef: Chef, start: Date, durationHours: number, count: number) {
    const { date } = localOf(start, chef.timeZone);
    const [from, to] = [addDays(date, -NEARBY_DAYS), addDays(date, NEARBY_DAYS)];
    return nearestTo(start, await freeBetween(chef, from, to, durationHours), count);
  }

  async function freeBetween(
    chef: Chef,
    from: string,
    to: string,
    durationHours: number,
    exceptBookingId?: number,
  ): Promise<Slot[]> {
    const { schedule, held } = await known(chef, from, to, exceptBookingId);
    return freeTimes(schedule, { from, to, durationHours }, held, clock.now());
  }

  async function known(chef: Chef, from: string, to: string, exceptBookingId?: number) {
    return (await knownOf([chef], from, to, exceptBookingId))(chef);
  }

  /** What free times are computed from, for some chefs at once. */
  async function knownOf(chefs: Chef[], from: string, to: string, exceptBookingId?: number) {
    const ids = chefs.map((chef) => chef.id);
    const until = earlier(to, addDays(localOf(clock.now(), 'UTC').date, LONGEST_HORIZON_DAYS));
    const [schedules, booked] = await Promise.all([
      data.schedulesOf(db, chefs, addDays(from, -1), addDays(until, 1)),
      bookedTimes(ids, spanOfDates(from, until), exceptBookingId),
    ]);
    const byChef = grouped(booked, (time) => time.chefId);
    return (chef: Chef) => ({
      schedule: scheduleAmong(schedules, chef),
      held: (byChef.get(chef.id) ?? []).map((time) => time.held),
    });
  }

  /** Today's date in the chef's zone. */
  function todayOf(chef: Chef): string {
    return localOf(clock.now(), chef.timeZone).date;
  }

  return {
    slots,
    slotsOn,
    slotFor,
    nearestSlots,
    ...createFreeChefs(clock, knownOf),
    todayOf,
    /** The last date that can be booked with the chef. */
    lastDateOf: (chef: Chef) => addDays(todayOf(chef), chef.horizonDays),
  };
}

function scheduleAmong(schedules: Map<number, Schedule>, chef: Chef): Schedule {
  const schedule = schedules.get(chef.id);
  if (schedule === undefined) throw new Error(`The schedule of chef ${chef.id} was not loaded.`);
  return schedule;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function grouped<T, K>(items: T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
