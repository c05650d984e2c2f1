import { signedIn } from '../../platform/http/access.js';
import { preconditionFailed } from '../../platform/errors.js';
import { readBody, readForm, type FormState } from '../../platform/http/input.js';
import {
  goTo,
  pageRoute,
  show,
  type PageInput,
  type PageReply,
  type PageRoute,
} from '../../platform/http/page-route.js';
import { addDays } from '../../platform/time.js';
import { exceptionForm, scheduleBody, type ScheduleBody } from './availability.schemas.js';
import type { Availability } from './availability.service.js';
import { presentSchedule } from './chefs.present.js';
import type { Chef, Chefs } from './chefs.service.js';
import {
  readExceptionForm,
  readScheduleForm,
  refusedException,
  refusedSchedule,
  storedForm,
  versionSeen,
} from './schedule-form.pages.js';
import { presentDay } from './schedule.present.js';
import type { Schedules } from './schedule.service.js';

type Input = PageInput<{ kind: 'signed-in' }>;
type Exception = ScheduleBody['exceptions'][number];

const PAGE = '/chef/schedule';
/** The latest horizon lies 730 days ahead, so no week after this one can be booked. */
const LAST_WEEK = 105;

/** The page of a chef's own schedule: the week at a glance, hours and settings, exceptions. */
export function schedulePages(
  chefs: Chefs,
  availability: Availability,
  schedules: Schedules,
): PageRoute[] {
  const sent = (path: string, handle: (input: Input, chef: Chef) => Promise<PageReply>) =>
    pageRoute({
      method: 'post',
      path,
      access: signedIn,
      async handle(input) {
        const chef = await chefs.ofUser(input.viewer.id);
        return chef === null ? goTo(PAGE) : handle(input, chef);
      },
    });

  /** The page as the schedule is now; `shown` puts what was sent and refused into its forms. */
  async function page(
    { viewer, query }: Input,
    shown: (stored: FormState) => FormState = (stored) => stored,
  ): Promise<PageReply> {
    const title = 'Your schedule';
    const chef = await chefs.ofUser(viewer.id);
    if (chef === null) return show('chefs/schedule', title, { chef: null });
    const { stored, outside } = await storedOf(chef);
    const today = availability.todayOf(chef);
    const week = weekOf(query);
    const days = await schedules.weekFrom(chef, addDays(today, 7 * week));
    return show('chefs/schedule', title, {
      chef: { id: chef.id, time_zone: chef.timeZone },
      form: shown(storedForm(stored, chef.version)),
      days: days.map(presentDay),
      today,
      previous_week: week > 0 ? week - 1 : null,
      next_week: week < LAST_WEEK ? week + 1 : null,
      outside,
      exceptions: stored.exceptions.filter((exception) => exception.date >= today),
      time_zones: Intl.supportedValuesOf('timeZone'),
    });
  }

  async function storedOf(chef: Chef) {
    const schedule = await schedules.scheduleOf(chef);
    const {
      outside_bookings: outside,
      chef_id: _,
      ...stored
    } = presentSchedule(chef, schedule, await schedules.outside(chef));
    return { stored: stored as ScheduleBody, outside };
  }

  /** Puts the exceptions that `change` gives in the place of those stored. */
  async function changeExceptions(
    chef: Chef,
    change: (exceptions: Exception[]) => Exception[],
  ): Promise<void> {
    const { stored } = await storedOf(chef);
    const wanted = { ...stored, exceptions: change(stored.exceptions) };
    await schedules.replaceSchedule(chef, readBody(scheduleBody, wanted));
  }

  return [
    pageRoute({ method: 'get', path: PAGE, access: signedIn, handle: (input) => page(input) }),
    sent(PAGE, async (input, chef) => {
      const read = readScheduleForm(input.body);
      if (!read.ok) return page(input, () => read.form);
      try {
        const { exceptions } = (await storedOf(chef)).stored;
        const wanted = readBody(scheduleBody, { ...read.input, exceptions });
        await schedules.replaceSchedule({ ...chef, version: versionSeen(read.form) }, wanted);
      } catch (error) {
        const refused = refusedSchedule(read.form, error);
        return page(input, (stored) =>
          preconditionFailed.isThe(error) ? withVersionOf(stored, refused) : refused,
        );
      }
      return goTo(PAGE, 'Your schedule is saved.');
    }),
    sent(`${PAGE}/exceptions`, async (input, chef) => {
      const read = readExceptionForm(input.body, availability.todayOf(chef));
      if (!read.ok) return page(input, (stored) => withValuesOf(stored, read.form));
      try {
        await changeExceptions(chef, (stored) => [...stored, read.input]);
      } catch (error) {
        const refused = refusedException(read.form, error);
        return page(input, (stored) => withValuesOf(stored, refused));
      }
      return goTo(PAGE, read.input.kind === 'day_off' ? 'Day off added.' : 'Extra hours added.');
    }),
    sent(`${PAGE}/exceptions/remove`, async (input, chef) => {
      const read = readForm(exceptionForm, input.body);
      if (!read.ok) return page(input, (stored) => withValuesOf(stored, read.form));
      const { date, kind, opens } = read.input;
      const isIt = (one: Exception) =>
        one.date === date && one.kind === kind && (one.kind === 'day_off' || one.opens === opens);
      await changeExceptions(chef, (stored) => stored.filter((one) => !isIt(one)));
      return goTo(PAGE, kind === 'day_off' ? 'Day off removed.' : 'Extra hours removed.');
    }),
  ];
}

/** A refused form that will be taken when it is sent again: its sender has now seen what changed. */
function withVersionOf(stored: FormState, { values, ...refused }: FormState): FormState {
  return { ...refused, values: { ...values, version: stored.values.version ?? '' } };
}

/** The stored settings beside what was sent in the page's other form. */
function withValuesOf(stored: FormState, { values, ...refused }: FormState): FormState {
  return { ...refused, values: { ...stored.values, ...values } };
}

/** How many weeks ahead the address asks for; this week when it names none. */
function weekOf({ week }: Record<string, unknown>): number {
  return typeof week === 'string' && /^\d{1,3}$/.test(week) ? Math.min(Number(week), LAST_WEEK) : 0;
}
