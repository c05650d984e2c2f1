import type { signedIn } from '../../../platform/http/auth/access.js';
import { blankForm, type FormState } from '../../../platform/http/input/form.js';
import { type PageInput } from '../../../platform/http/routes/page-route.js';
import { view } from '../../../platform/http/routes/reply.js';
import { type PageReply } from '../../../platform/http/routes/reply.js';
import { message } from '../../../platform/i18n/language.js';
import { addDays } from '../../../platform/time/instants.js';
import type { Availability } from '../availability/availability.service.js';
import { timeZoneOptions } from '../chef/chef.present.js';
import type { ChefLookup } from '../chef/chef.service.js';
import { hoursFields, weekdayFieldsets } from './hours-form.pages.js';
import { presentDay } from './schedule.present.js';
import type { Schedules } from './schedule.service.js';

export const SCHEDULE_PAGE = '/chef/schedule';

export type SchedulePage = ReturnType<typeof schedulePageRenderer>;

const TITLE = 'Your schedule';
/** The latest horizon is 730 days, so no later week can be booked. */
const LAST_WEEK = 105;
const HOURS = Array.from({ length: 12 }, (_, index) => ({ value: index + 1, label: index + 1 }));
const START_STEPS = [
  { value: 15, label: message('Every {{minutes}} minutes', { minutes: 15 }) },
  { value: 30, label: message('Every {{minutes}} minutes', { minutes: 30 }) },
  { value: 60, label: message('On the hour') },
];

/** The result renders the page; `fill` replaces the stored fields with a refused form's. */
export function schedulePageRenderer(
  { ofUser }: Pick<ChefLookup, 'ofUser'>,
  { todayOf }: Pick<Availability, 'todayOf'>,
  schedules: Schedules,
) {
  return async (
    { viewer, query }: PageInput<typeof signedIn>,
    fill: (stored: FormState) => FormState = (stored) => stored,
  ): Promise<PageReply> => {
    const chef = await ofUser(viewer.id);
    if (chef === null) return view('chefs/schedule/schedule', TITLE, { chef: null });
    const { chef_id: id, outside_bookings: outside, ...stored } = await schedules.stored(chef);
    const { weekly_hours: hours, exceptions, ...settings } = stored;
    const form = { ...settings, ...hoursFields(hours), version: chef.version, kind: 'day_off' };
    const filled = fill(blankForm(form));
    const today = todayOf(chef);
    const week = weekOf(query);
    const days = await schedules.weekFrom(chef, addDays(today, 7 * week));
    return view('chefs/schedule/schedule', TITLE, {
      chef: { id, time_zone: chef.timeZone },
      form: filled,
      days: days.map(presentDay),
      today,
      previous_week: week > 0 ? week - 1 : null,
      next_week: week < LAST_WEEK ? week + 1 : null,
      outside,
      weekdays: weekdayFieldsets(filled),
      exceptions: exceptions
        .filter((exception) => exception.date >= today)
        .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
      time_zones: timeZoneOptions(),
      hours: HOURS,
      start_steps: START_STEPS,
    });
  };
}

/** Weeks ahead as the address says; 0 by default. */
function weekOf({ week }: Record<string, unknown>): number {
  return typeof week === 'string' && /^\d{1,3}$/.test(week) ? Math.min(Number(week), LAST_WEEK) : 0;
}
