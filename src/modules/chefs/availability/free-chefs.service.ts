import type { Clock } from '../../../platform/clock.js';
import { filterInTurns } from '../../../platform/turns.js';
import { addDays, localOf } from '../../../platform/time/instants.js';
import type { Chef } from '../chef/chef.data.js';
import type { MealTerms } from './availability.data.js';
import { eachFreeTime, slotAt, type Slot } from './availability.rules.js';
import type { LoadCalendars } from './calendars.service.js';
import { spacedOut } from './free-days.rules.js';

export interface FreeChef {
  chef: Chef;
  slot: Slot;
}

/** How far ahead free times are searched for, and how far apart they are. */
const NEXT_FREE_DAYS = 14;
const HOURS_APART = 4;

export function createFreeChefs(clock: Clock, loadCalendars: LoadCalendars) {
  /** Chefs who are free for a meal at an instant, in the order given. */
  async function freeAt(chefs: Chef[], start: Date, durationHours: number): Promise<FreeChef[]> {
    const date = localOf(start, 'UTC').date;
    const calendarOf = await loadCalendars(chefs, addDays(date, -1), addDays(date, 1));
    return chefs.flatMap((chef) => {
      const { schedule, held } = calendarOf(chef);
      const slot = slotAt(schedule, { start, durationHours }, held, clock.now());
      return typeof slot === 'string' ? [] : [{ chef, slot }];
    });
  }

  /** Chefs with a bookable start on a date, for the shortest meal they cook. */
  async function freeOn<C extends MealTerms>(chefs: C[], date: string): Promise<C[]> {
    const calendarOf = await loadCalendars(chefs, date, date);
    return filterInTurns(chefs, (chef) => {
      const { schedule, held } = calendarOf(chef);
      const wanted = { from: date, to: date, durationHours: chef.minHours };
      return eachFreeTime(schedule, wanted, held, clock.now()).next().done === false;
    });
  }

  /** Up to `count` times of each chef in two weeks, hours apart; by default the shortest meal. */
  async function nextFree(
    chefs: Chef[],
    from: string | undefined,
    hours: number | undefined,
    count: number,
  ): Promise<Map<number, Slot[]>> {
    const first = from ?? addDays(localOf(clock.now(), 'UTC').date, -1);
    const days = { from: first, to: addDays(first, NEXT_FREE_DAYS) };
    const calendarOf = await loadCalendars(chefs, days.from, days.to);
    const nextOf = (chef: Chef) => {
      const { schedule, held } = calendarOf(chef);
      const wanted = { ...days, durationHours: hours ?? chef.minHours };
      return spacedOut(eachFreeTime(schedule, wanted, held, clock.now()), HOURS_APART, count);
    };
    return new Map(chefs.map((chef) => [chef.id, nextOf(chef)]));
  }

  return { freeAt, freeOn, nextFree };
}
