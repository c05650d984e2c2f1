import { freeTimesTopics } from '../chef/cache-topics.rules.js';
import { everyone } from '../../../platform/http/auth/access.js';
import { apiRoute, ok, type ApiRoute } from '../../../platform/http/routes/api-route.js';
import { chefNotFound } from '../chef/chef.errors.js';
import { chefParams } from '../chef/chef.schemas.js';
import type { Availability } from './availability.service.js';
import { presentSlot } from './slots.present.js';
import { slotsQuery, slotsSchema } from './slots.schemas.js';

export function slotsApi(availability: Pick<Availability, 'slots'>): ApiRoute[] {
  return [
    apiRoute({
      method: 'get',
      path: '/api/coocook/chefs/{id}/slots',
      access: everyone,
      cacheTopics: freeTimesTopics,
      tag: 'Availability',
      operationId: 'listSlots',
      summary: 'The bookable starts of a chef, day by day',
      description:
        'For a meal of three hours, or the nearest length that the chef offers, unless asked for another.',
      params: chefParams,
      query: slotsQuery,
      replies: { 200: { description: 'The free times', schema: slotsSchema } },
      failures: [chefNotFound],
      async handle({ params, query }) {
        const { chef, durationHours, days } = await availability.slots(params.id, query);
        return ok({
          chef_id: chef.id,
          time_zone: chef.timeZone,
          duration_hours: durationHours,
          days: days.map((day) => ({ date: day.date, starts: day.slots.map(presentSlot) })),
        });
      },
    }),
  ];
}
