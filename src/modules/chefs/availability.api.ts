import { everyone, signedIn } from '../../platform/http/access.js';
import { apiRoute, ok, type ApiRoute } from '../../platform/http/api-route.js';
import { refuseStale } from '../../platform/http/versions.js';
import { forbidden } from '../../platform/errors.js';
import {
  scheduleBody,
  slotsQuery,
  slotsSchema,
  storedScheduleSchema,
} from './availability.schemas.js';
import type { Availability } from './availability.service.js';
import { presentSchedule, presentSlot } from './chefs.present.js';
import { chefParams } from './chefs.schemas.js';
import type { Chef, Chefs } from './chefs.service.js';
import type { Schedules } from './schedule.service.js';

const ONE = '/api/coocook/chefs/{id}';
const tag = 'Availability';

/** The JSON endpoints of schedules and free times. */
export function availabilityApi(
  chefs: Chefs,
  availability: Availability,
  schedules: Schedules,
): ApiRoute[] {
  const stored = async (chef: Chef) =>
    ok(
      presentSchedule(chef, await schedules.scheduleOf(chef), await schedules.outside(chef)),
      chef.version,
    );
  const replies = { 200: { description: 'The schedule', schema: storedScheduleSchema } };
  return [
    apiRoute({
      method: 'get',
      path: `${ONE}/slots`,
      access: everyone,
      tag,
      summary: 'The bookable starts of a chef, day by day',
      params: chefParams,
      query: slotsQuery,
      replies: { 200: { description: 'The free times', schema: slotsSchema } },
      async handle({ params, query }) {
        const chef = await chefs.find(params.id);
        const { durationHours, days } = await availability.slots(chef, query);
        return ok({
          chef_id: chef.id,
          time_zone: chef.timeZone,
          duration_hours: durationHours,
          days: days.map((day) => ({ date: day.date, starts: day.slots.map(presentSlot) })),
        });
      },
    }),
    apiRoute({
      method: 'get',
      path: `${ONE}/schedule`,
      access: signedIn,
      tag,
      summary: 'Your own schedule as a chef',
      params: chefParams,
      replies,
      failures: [forbidden],
      versioned: true,
      handle: async ({ viewer, params }) => stored(await chefs.own(viewer, params.id)),
    }),
    apiRoute({
      method: 'put',
      path: `${ONE}/schedule`,
      access: signedIn,
      tag,
      summary: 'Put a schedule in the place of the old one; bookings stay as they are',
      params: chefParams,
      body: scheduleBody,
      replies,
      failures: [forbidden],
      versioned: true,
      async handle({ viewer, params, body, expected }) {
        const chef = await chefs.own(viewer, params.id);
        refuseStale(chef, expected);
        await schedules.replaceSchedule(chef, body);
        return stored(await chefs.find(params.id));
      },
    }),
  ];
}
