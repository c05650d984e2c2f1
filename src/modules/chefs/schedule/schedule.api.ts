import { forbidden } from '../../../platform/errors.js';
import { signedIn } from '../../../platform/http/auth/access.js';
import { apiRoute, ok, type ApiRoute } from '../../../platform/http/routes/api-route.js';
import { assertVersion } from '../../../platform/versions.js';
import { chefNotFound } from '../chef/chef.errors.js';
import { chefParams } from '../chef/chef.schemas.js';
import type { Chef, ChefLookup } from '../chef/chef.service.js';
import { scheduleBody, storedScheduleSchema } from './schedule.schemas.js';
import type { Schedules } from './schedule.service.js';

const path = '/api/coocook/chefs/{id}/schedule';
const tag = 'Availability';

export function scheduleApi({ find, own }: ChefLookup, schedules: Schedules): ApiRoute[] {
  const stored = async (chef: Chef) => ok(await schedules.stored(chef), chef.version);
  const replies = { 200: { description: 'The schedule', schema: storedScheduleSchema } };
  return [
    apiRoute({
      method: 'get',
      path,
      access: signedIn,
      tag,
      operationId: 'getSchedule',
      summary: 'Your own schedule as a chef',
      params: chefParams,
      replies,
      failures: [chefNotFound, forbidden],
      versioned: true,
      handle: async ({ viewer, params }) => stored(await own(viewer, params.id)),
    }),
    apiRoute({
      method: 'put',
      path,
      access: signedIn,
      tag,
      operationId: 'replaceSchedule',
      summary: 'Put a schedule in the place of the old one; bookings stay as they are',
      params: chefParams,
      body: scheduleBody,
      replies,
      failures: [chefNotFound, forbidden],
      versioned: true,
      async handle({ viewer, params, body, expected }) {
        const chef = await own(viewer, params.id);
        assertVersion(chef, expected);
        await schedules.replaceSchedule(chef, body);
        return stored(await find(params.id));
      },
    }),
  ];
}
