import { preconditionFailed } from '../../../platform/errors.js';
import { signedIn } from '../../../platform/http/auth/access.js';
import { readBody } from '../../../platform/http/input/json.js';
import { formPost } from '../../../platform/http/routes/form-page.js';
import {
  pageRoute,
  type PageInput,
  type PageRoute,
} from '../../../platform/http/routes/page-route.js';
import { redirect } from '../../../platform/http/routes/reply.js';
import type { Availability } from '../availability/availability.service.js';
import type { ChefLookup } from '../chef/chef.service.js';
import { versionSeen } from '../chef/version-field.pages.js';
import { exceptionsPages } from './exceptions.pages.js';
import { readScheduleForm, refusedSchedule } from './hours-form.pages.js';
import { SCHEDULE_PAGE, schedulePageRenderer } from './schedule-page.pages.js';
import { scheduleBody } from './schedule.schemas.js';
import type { Schedules } from './schedule.service.js';

export function schedulePages(
  { ofUser }: ChefLookup,
  availability: Availability,
  schedules: Schedules,
): PageRoute[] {
  const schedulePage = schedulePageRenderer({ ofUser }, availability, schedules);
  const loadChef = async ({ viewer }: PageInput<typeof signedIn>) => {
    const chef = await ofUser(viewer.id);
    return chef === null ? redirect(SCHEDULE_PAGE) : { chef };
  };
  return [
    pageRoute({
      method: 'get',
      path: SCHEDULE_PAGE,
      access: signedIn,
      handle: (input) => schedulePage(input),
    }),
    formPost({
      path: SCHEDULE_PAGE,
      access: signedIn,
      load: loadChef,
      read: ({ body }) => readScheduleForm(body),
      show: (page, form) => schedulePage(page, () => form),
      async onFailure(form, error, { viewer }) {
        const refused = refusedSchedule(form, error);
        if (!preconditionFailed.is(error)) return refused;
        // The page shows what has changed, so sending the form again may replace it.
        const version = (await ofUser(viewer.id))?.version;
        return { ...refused, values: { ...refused.values, version: `${version}` } };
      },
      async act({ chef }, input, form) {
        const { exceptions } = await schedules.stored(chef);
        const wanted = readBody(scheduleBody, { ...input, exceptions });
        await schedules.replaceSchedule({ ...chef, version: versionSeen(form) }, wanted);
        return redirect(SCHEDULE_PAGE, 'Your schedule is saved.');
      },
    }),
    ...exceptionsPages(loadChef, schedulePage, schedules, availability),
  ];
}
