import { ask, mapped, type Ids, type Question } from '../../../platform/database/questions.js';
import { mapInTurns } from '../../../platform/turns.js';
import { addDays, localOf } from '../../../platform/time/instants.js';
import type { Chef } from '../chef/chef.data.js';
import { usualHours } from '../chef/usual-meal.rules.js';
import type { ChefsDeps } from '../deps.js';
import type { MealTerms } from './availability.data.js';
import { eachFreeTime, slotAt, type Slot } from './availability.rules.js';
import type { Calendar, CalendarsQuestion } from './calendars.service.js';
import { spacedOut } from './free-days.rules.js';

export interface FreeChef {
  chef: Chef;
  slot: Slot;
}

/** How far ahead free times are searched for, and how far apart they are. */
const NEXT_FREE_DAYS = 14;
const HOURS_APART = 4;

/** Of each chef by id, in order, hours apart. */
export type NextFree = (chefs: MealTerms[]) => Promise<Map<number, Slot[]>>;

export function createFreeChefs(
  { db, clock }: Pick<ChefsDeps, 'db' | 'clock'>,
  calendarsQuestion: CalendarsQuestion,
) {
  /** To be asked with others: who is free for a meal at an instant, in the order given. */
  function freeAtQuestion(
    ids: Ids,
    start: Date,
    durationHours: number,
  ): Question<(chefs: Chef[]) => FreeChef[]> {
    const { date } = localOf(start, 'UTC');
    const calendars = calendarsQuestion(ids, addDays(date, -1), addDays(date, 1));
    return mapped(calendars, (calendarOf) => (chefs) => {
      return chefs.flatMap((chef) => {
        const { schedule, held } = calendarOf(chef);
        const slot = slotAt(schedule, { start, durationHours }, held, clock.now());
        return typeof slot === 'string' ? [] : [{ chef, slot }];
      });
    });
  }

  /** Those with a bookable start on a date, for the shortest meal they cook; a shared calendar is asked once. */
  async function freeOn(
    chefIds: number[],
    date: string,
    calendars: Map<number, Calendar>,
  ): Promise<number[]> {
    const now = clock.now();
    const known = new Map<Calendar, boolean>();
    const isFree = (calendar: Calendar) => {
      const { schedule, held } = calendar;
      const wanted = { from: date, to: date, durationHours: schedule.minHours };
      const free =
        known.get(calendar) ?? eachFreeTime(schedule, wanted, held, now).next().done === false;
      known.set(calendar, free);
      return free;
    };
    const areFree = await mapInTurns(chefIds, (id) => {
      const calendar = calendars.get(id);
      return calendar !== undefined && isFree(calendar);
    });
    return chefIds.filter((_, index) => areFree[index]);
  }

  /** To be asked with others: up to `count` times of each in two weeks, for a usual meal. */
  function nextFreeQuestion(ids: Ids, from: string | undefined, count: number): Question<NextFree> {
    const first = from ?? addDays(localOf(clock.now(), 'UTC').date, -1);
    const days = { from: first, to: addDays(first, NEXT_FREE_DAYS) };
    return mapped(calendarsQuestion(ids, days.from, days.to), (calendarOf) => {
      const nextOf = (chef: MealTerms): [number, Slot[]] => {
        const { schedule, held } = calendarOf(chef);
        const times = eachFreeTime(
          schedule,
          { ...days, durationHours: usualHours(chef) },
          held,
          clock.now(),
        );
        return [chef.id, spacedOut(times, HOURS_APART, count)];
      };
      return async (chefs) => new Map(await mapInTurns(chefs, nextOf));
    });
  }

  /** The next time for a usual meal in two weeks, if any. */
  async function nextFree(chef: Chef): Promise<Slot | undefined> {
    const find = await ask(db, nextFreeQuestion([chef.id], undefined, 1));
    return (await find([chef])).get(chef.id)?.[0];
  }

  return { freeAtQuestion, freeOn, nextFreeQuestion, nextFree };
}
