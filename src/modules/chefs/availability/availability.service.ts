import { ask } from '../../../platform/database/questions.js';
import { invalid } from '../../../platform/errors.js';
import { addDays, daysBetween, localOf } from '../../../platform/time/instants.js';
import { usualHours } from '../chef/usual-meal.rules.js';
import type { ChefsDeps } from '../deps.js';
import type { MealTerms } from './availability.data.js';
import { freeTimes, nearestTo, type Slot, type Wanted } from './availability.rules.js';
import { createCalendars } from './calendars.service.js';
import { createFreeChefs } from './free-chefs.service.js';
import { freeDays } from './free-days.rules.js';

export type Availability = ReturnType<typeof createAvailabilityService>;

/** Dates are local to the chef's zone. */
interface SlotsQuery {
  from?: string | undefined;
  to?: string | undefined;
  duration_hours?: number | undefined;
}

const MAX_SLOTS_DAYS = 62;
/** Days on either side of the wanted one. */
const NEARBY_DAYS = 4;

export function createAvailabilityService(deps: ChefsDeps) {
  const { db, clock } = deps;
  const calendars = createCalendars(deps);
  const { loadCalendars } = calendars;

  /**
   * For each date, by default of a week from today in the chef's zone; one statement.
   * @throws chefNotFound, invalid
   */
  async function slots(chefId: number, query: SlotsQuery) {
    const [first, last] = datesAround(query, localOf(clock.now(), 'UTC').date);
    const { chef, calendar } = await ask(db, calendars.chefCalendar(chefId, first, last));
    const from = query.from ?? todayOf(chef);
    const to = query.to ?? addDays(from, 6);
    const length = daysBetween(from, to) + 1;
    if (length < 1 || length > MAX_SLOTS_DAYS) {
      const detail = `Must be from 0 to ${MAX_SLOTS_DAYS - 1} days after "from".`;
      throw invalid(undefined, [{ pointer: '/to', detail }]);
    }
    const durationHours = query.duration_hours ?? usualHours(chef);
    return {
      chef,
      durationHours,
      days: freeDays(calendar, { from, to, durationHours }, clock.now()),
    };
  }

  /** @param exceptBookingId its own time counts as free */
  function slotsOn(chef: MealTerms, date: string, durationHours: number, exceptBookingId?: number) {
    return freeBetween(chef, { from: date, to: date, durationHours }, exceptBookingId);
  }

  /** @param exceptBookingId its own time counts as free */
  async function calendarOn(chef: MealTerms, date: string, exceptBookingId?: number) {
    return (await loadCalendars([chef], date, date, exceptBookingId))(chef);
  }

  /** The nearest first. */
  async function nearestSlots(chef: MealTerms, start: Date, durationHours: number, count: number) {
    const { date } = localOf(start, chef.timeZone);
    const days = { from: addDays(date, -NEARBY_DAYS), to: addDays(date, NEARBY_DAYS) };
    return nearestTo(start, await freeBetween(chef, { ...days, durationHours }), count);
  }

  async function freeBetween(
    chef: MealTerms,
    wanted: Wanted,
    exceptBookingId?: number,
  ): Promise<Slot[]> {
    const calendarOf = await loadCalendars([chef], wanted.from, wanted.to, exceptBookingId);
    const { schedule, held } = calendarOf(chef);
    return freeTimes(schedule, wanted, held, clock.now());
  }

  /** In the chef's zone. */
  function todayOf(chef: MealTerms): string {
    return localOf(clock.now(), chef.timeZone).date;
  }

  /** The last bookable date. */
  function lastDateOf(chef: MealTerms): string {
    return addDays(todayOf(chef), chef.horizonDays);
  }

  return {
    ...calendars,
    slots,
    slotsOn,
    calendarOn,
    nearestSlots,
    todayOf,
    lastDateOf,
    ...createFreeChefs(deps, calendars.calendarsQuestion),
  };
}

/** What to load before the chef's zone is known: today is at most a day from ours. */
function datesAround({ from, to }: SlotsQuery, today: string): [string, string] {
  const first = from ?? addDays(today, -1);
  const last = to ?? addDays(from ?? addDays(today, 1), 6);
  return [first, daysBetween(first, last) > MAX_SLOTS_DAYS ? first : last];
}
