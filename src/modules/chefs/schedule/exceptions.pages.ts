import { preconditionFailed } from '../../../platform/errors.js';
import { signedIn } from '../../../platform/http/auth/access.js';
import {
  readForm,
  withFailure,
  type FormReading,
  type FormState,
} from '../../../platform/http/input/form.js';
import { readBody } from '../../../platform/http/input/json.js';
import { formPost } from '../../../platform/http/routes/form-page.js';
import { type PageInput, type PageRoute } from '../../../platform/http/routes/page-route.js';
import { redirect } from '../../../platform/http/routes/reply.js';
import { type PageReply } from '../../../platform/http/routes/reply.js';
import type { Availability } from '../availability/availability.service.js';
import type { Chef } from '../chef/chef.service.js';
import { repointed } from './hours-form.pages.js';
import { SCHEDULE_PAGE, type SchedulePage } from './schedule-page.pages.js';
import { exceptionForm, rangeForm, scheduleBody, type ScheduleBody } from './schedule.schemas.js';
import type { Schedules } from './schedule.service.js';

type Exception = ScheduleBody['exceptions'][number];
type LoadChef = (input: PageInput<typeof signedIn>) => Promise<{ chef: Chef } | PageReply>;

const CHANGED_MEANWHILE =
  'The schedule was changed at the same moment. Look at it as it is now, then add this again.';

export function exceptionsPages(
  loadChef: LoadChef,
  schedulePage: SchedulePage,
  schedules: Schedules,
  { todayOf }: Pick<Availability, 'todayOf'>,
): PageRoute[] {
  const show = (page: PageInput<typeof signedIn>, form: FormState) =>
    schedulePage(page, (stored) => ({ ...form, values: { ...stored.values, ...form.values } }));

  async function change(chef: Chef, edit: (exceptions: Exception[]) => Exception[]) {
    const { chef_id: _, outside_bookings: __, ...stored } = await schedules.stored(chef);
    const wanted = { ...stored, exceptions: edit(stored.exceptions) };
    await schedules.replaceSchedule(chef, readBody(scheduleBody, wanted));
  }

  return [
    formPost({
      path: `${SCHEDULE_PAGE}/exceptions`,
      access: signedIn,
      load: loadChef,
      read: ({ body, chef }) => readExceptionForm(body, todayOf(chef)),
      show,
      onFailure: refusedException,
      async act({ chef }, exception: Exception) {
        await change(chef, (stored) => [...stored, exception]);
        const isDayOff = exception.kind === 'day_off';
        return redirect(SCHEDULE_PAGE, isDayOff ? 'Day off added.' : 'Extra hours added.');
      },
    }),
    formPost({
      path: `${SCHEDULE_PAGE}/exceptions/remove`,
      access: signedIn,
      load: loadChef,
      schema: exceptionForm,
      show,
      onFailure: (_form, error) => {
        throw error;
      },
      async act({ chef }, { date, kind, opens }) {
        const matches = (one: Exception) =>
          one.date === date && one.kind === kind && (one.kind === 'day_off' || one.opens === opens);
        await change(chef, (stored) => stored.filter((one) => !matches(one)));
        const isDayOff = kind === 'day_off';
        return redirect(SCHEDULE_PAGE, isDayOff ? 'Day off removed.' : 'Extra hours removed.');
      },
    }),
  ];
}

function readExceptionForm(body: unknown, today: string): FormReading<Exception> {
  const read = readForm(exceptionForm, body);
  if (!read.ok) return read;
  const { date, kind, opens, closes } = read.input;
  const refused = (field: string, message: string): FormReading<Exception> => ({
    ok: false,
    form: { ...read.form, errors: [{ field, message }] },
  });
  if (date < today) return refused('date', 'Choose today or a later date.');
  if (kind === 'day_off') {
    return opens === undefined && closes === undefined
      ? { ok: true, input: { date, kind }, form: read.form }
      : refused('kind', 'A day off has no times: choose extra hours, or clear the times.');
  }
  const range = readForm(rangeForm, { opens, closes });
  return range.ok
    ? { ok: true, input: { date, kind, ...range.input }, form: read.form }
    : { ok: false, form: { ...read.form, errors: range.form.errors } };
}

/** Shows what the service refused beside the date. */
function refusedException(form: FormState, error: unknown): FormState {
  const failure = preconditionFailed.is(error)
    ? preconditionFailed(undefined, [{ pointer: '/date', detail: CHANGED_MEANWHILE }])
    : repointed(error, ({ detail }) => ({ pointer: '/date', detail }));
  return withFailure(form, failure);
}
