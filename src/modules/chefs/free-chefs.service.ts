import type { Clock } from '../../platform/clock.js';
import { addDays, localOf, type Span } from '../../platform/time.js';
import { freeTimes, slotAt, type Schedule, type Slot } from './availability.rules.js';
import type { Chef } from './chefs.data.js';
import { spacedOut } from './search.rules.js';

/** Looks up, for some chefs at once, what free times between two dates are computed from. */
export type KnownOf = (
  chefs: Chef[],
  from: string,
  to: string,
) => Promise<(chef: Chef) => { schedule: Schedule; held: Span[] }>;

/** A chef who is free, and the time that a meal would take. */
export interface FreeChef {
  chef: Chef;
  slot: Slot;
}

/** How far ahead the next free times are looked for, and how far apart they lie. */
const NEXT_FREE_DAYS = 14;
const HOURS_APART = 4;

/** What free times say of many chefs at once. */
export function createFreeChefs(clock: Clock, knownOf: KnownOf) {
  /** Those of the chefs who are free for a meal that begins at an instant, in the order given. */
  async function freeAt(chefs: Chef[], start: Date, durationHours: number): Promise<FreeChef[]> {
    const date = localOf(start, 'UTC').date;
    const among = await knownOf(chefs, addDays(date, -1), addDays(date, 1));
    return chefs.flatMap((chef) => {
      const { schedule, held } = among(chef);
      const slot = slotAt(schedule, { start, durationHours }, held, clock.now());
      return typeof slot === 'string' ? [] : [{ chef, slot }];
    });
  }

  /** Those of the chefs who have a bookable start on a date, for the shortest meal they cook. */
  async function freeOn(chefs: Chef[], date: string): Promise<Chef[]> {
    const among = await knownOf(chefs, date, date);
    return chefs.filter((chef) => {
      const { schedule, held } = among(chef);
      const wanted = { from: date, to: date, durationHours: chef.minHours };
      return freeTimes(schedule, wanted, held, clock.now()).length > 0;
    });
  }

  /**
   * The next free times of each chef from a date on (default: from now), up to a count within two
   * weeks, hours apart so that there is something to choose from; for the shortest meal unless said.
   */
  async function nextFree(
    chefs: Chef[],
    from: string | undefined,
    hours: number | undefined,
    count: number,
  ): Promise<Map<number, Slot[]>> {
    const first = from ?? addDays(localOf(clock.now(), 'UTC').date, -1);
    const days = { from: first, to: addDays(first, NEXT_FREE_DAYS) };
    const among = await knownOf(chefs, days.from, days.to);
    const nextOf = (chef: Chef) => {
      const { schedule, held } = among(chef);
      const wanted = { ...days, durationHours: hours ?? chef.minHours };
      return spacedOut(freeTimes(schedule, wanted, held, clock.now()), HOURS_APART, count);
    };
    return new Map(chefs.map((chef) => [chef.id, nextOf(chef)]));
  }

  return { freeAt, freeOn, nextFree };
}
