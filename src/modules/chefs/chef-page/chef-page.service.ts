import { ask, together } from '../../../platform/database/questions.js';
import { addDays, localOf } from '../../../platform/time/instants.js';
import { firstFree, freeDays, weekStart, type FreeDay } from '../availability/free-days.rules.js';
import type { Availability } from '../availability/availability.service.js';
import type { Calendar } from '../availability/calendars.service.js';
import type { Chef } from '../chef/chef.service.js';
import type { ChefsDeps } from '../deps.js';
import type { Profiles } from '../profile/profile.service.js';

/** Seven days, the chosen one, and the weeks to turn to. */
export interface WeekOfSlots {
  days: FreeDay[];
  chosen: string;
  /** The first free day after a week without one. */
  nextFree: string | null;
  nextWeek: string | null;
  previousWeek: string | null;
}

interface Asked {
  date?: string | undefined;
  week?: string | undefined;
}

export type ChefPageService = ReturnType<typeof createChefPageService>;

const DAYS_SHOWN = 7;
/** How far beyond the shown days a free one is searched for; the longest range allowed. */
const LOOKAHEAD_DAYS = 62;
/** More than is shown to who asks for no day, wherever the chef's today is. */
const USUAL_DAYS = LOOKAHEAD_DAYS + 3 * DAYS_SHOWN;
const ALL_DAYS = 1000;

export function createChefPageService(
  { db, clock, offerQuestion }: Pick<ChefsDeps, 'db' | 'clock' | 'offerQuestion'>,
  availability: Availability,
  { profileQuestion }: Profiles,
) {
  /** All that the page shows, by one statement. @throws chefNotFound */
  async function load(chefId: number, asked: Asked) {
    const from = addDays(localOf(clock.now(), 'UTC').date, -1);
    const isUsual = asked.date === undefined && asked.week === undefined;
    const to = addDays(from, isUsual ? USUAL_DAYS : ALL_DAYS);
    const { profile, calendarOf, plans } = await ask(
      db,
      together({
        profile: profileQuestion(chefId),
        calendarOf: availability.calendarsQuestion([chefId], from, to),
        plans: offerQuestion(),
      }),
    );
    return { ...profile, plans, calendar: calendarOf(profile.chef) };
  }

  /** Seven days with the times of one: the day asked for, else the first free one. */
  function weekOfSlots(
    chef: Chef,
    calendar: Calendar,
    asked: Asked,
    durationHours: number,
  ): WeekOfSlots {
    const [today, last] = [availability.todayOf(chef), availability.lastDateOf(chef)];
    const within = (date?: string) =>
      date === undefined || date < today ? undefined : date > last ? last : date;
    const daysFrom = (from: string, count: number) =>
      freeDays(calendar, { from, to: addDays(from, count - 1), durationHours }, clock.now());
    const [date, week] = [within(asked.date), within(asked.week)];
    let from = weekStart(date ?? week ?? today, today);
    let days = daysFrom(from, DAYS_SHOWN);
    let later: string | null = null;
    if (firstFree(days) === null) {
      later = firstFree(daysFrom(addDays(from, DAYS_SHOWN), LOOKAHEAD_DAYS));
      if (later !== null && date === undefined && week === undefined) {
        from = weekStart(later, today);
        days = daysFrom(from, DAYS_SHOWN);
      }
    }
    const next = addDays(from, DAYS_SHOWN);
    return {
      days,
      chosen: date ?? firstFree(days) ?? from,
      nextFree: firstFree(days) === null ? later : null,
      nextWeek: next <= last ? next : null,
      previousWeek: from > today ? addDays(from, -DAYS_SHOWN) : null,
    };
  }

  return { load, weekOfSlots };
}
