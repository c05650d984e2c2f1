import { everyone } from '../../platform/http/access.js';
import { readForm } from '../../platform/http/input.js';
import {
  idOf,
  pageRoute,
  show,
  type PageInput,
  type PageReply,
  type PageRoute,
} from '../../platform/http/page-route.js';
import { say } from '../../platform/language.js';
import { addDays } from '../../platform/time.js';
import type { Availability } from './availability.service.js';
import { presentSlot } from './chefs.present.js';
import { policySentences } from './chefs.rules.js';
import { chefChoiceQuery } from './chefs.schemas.js';
import type { Chef, Chefs } from './chefs.service.js';
import { firstFree, weekWith } from './free-days.rules.js';
import { INCLUDED, KITCHEN_NEEDS } from './profile.rules.js';

const DAYS_SHOWN = 7;
/** How far beyond the days shown a free one is looked for: as far as one question can reach. */
const DAYS_LOOKED_AT = 62;

/** The page of one chef, for everyone. */
export function chefPages(chefs: Chefs, availability: Availability): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: '/chefs/:id',
      access: everyone,
      handle: (input) => chefPage(chefs, availability, input),
    }),
  ];
}

async function chefPage(
  chefs: Chefs,
  availability: Availability,
  { params, query }: PageInput,
): Promise<PageReply> {
  const chef = await chefs.find(idOf(params));
  const read = readForm(chefChoiceQuery, query);
  const asked = read.ok ? read.input : {};
  const durationHours = Math.min(
    Math.max(asked.duration_hours ?? chef.minHours, chef.minHours),
    chef.maxHours,
  );
  const times = await freeTimes(availability, chef, asked, durationHours);
  return show('chefs/show', say('{{name}}', { name: chef.name }), {
    chef: await chefs.profile(chef),
    words: { included: INCLUDED, kitchen: KITCHEN_NEEDS },
    times,
    choice: { date: times.chosen, duration_hours: durationHours, guests: asked.guests ?? 2 },
    form: read.form,
    policy: policySentences(chef.cancellationPolicy),
  });
}

/**
 * Seven days with the free times of one of them: the day that was asked for, else the first free
 * one, of the week that was asked for if one was.
 */
async function freeTimes(
  availability: Availability,
  chef: Chef,
  asked: { date?: string | undefined; week?: string | undefined },
  durationHours: number,
) {
  const [today, last] = [availability.todayOf(chef), availability.lastDateOf(chef)];
  const within = (date?: string) =>
    date === undefined || date < today ? undefined : date > last ? last : date;
  const daysFrom = async (from: string, count: number) => {
    const wanted = { from, to: addDays(from, count - 1), duration_hours: durationHours };
    return (await availability.slots(chef, wanted)).days;
  };
  const [date, week] = [within(asked.date), within(asked.week)];
  let from = weekWith(date ?? week ?? today, today);
  let days = await daysFrom(from, DAYS_SHOWN);
  let later: string | null = null;
  if (firstFree(days) === null) {
    later = firstFree(await daysFrom(addDays(from, DAYS_SHOWN), DAYS_LOOKED_AT));
    if (later !== null && date === undefined && week === undefined) {
      from = weekWith(later, today);
      days = await daysFrom(from, DAYS_SHOWN);
    }
  }
  const chosen = date ?? firstFree(days) ?? from;
  const slots = days.find((day) => day.date === chosen)?.slots ?? [];
  const next = addDays(from, DAYS_SHOWN);
  return {
    today,
    last,
    chosen,
    days: days.map((day) => ({ date: day.date, free: day.slots.length })),
    starts: slots.map(presentSlot),
    /** The next free day after the week shown, when that has none. */
    next_free: firstFree(days) === null ? later : null,
    next_week: next <= last ? next : null,
    previous_week: from > today ? addDays(from, -DAYS_SHOWN) : null,
  };
}
