import { openApiDocument } from './platform/http/openapi/openapi.js';
import type { ApiRoute } from './platform/http/routes/api-route.js';

export const NAME = 'CooCook';
export const PROBLEM_TYPE = 'urn:coocook:problem:';

const TAGS = {
  'Sign-in': 'Accounts and tokens.',
  Chefs: 'Who cooks, where and at which price.',
  Availability: 'When a chef can be booked, and the schedule that decides it.',
  Bookings: 'Requests, and the meals that they become.',
  Subscriptions: 'Plans, and what one pays to book.',
};

/** @param publicUrl null for where the document came from */
export function apiDocument(routes: ApiRoute[], publicUrl: string | null) {
  return openApiDocument(routes, {
    title: NAME,
    version: '1.0.0',
    description: 'Times are UTC instants, amounts whole minor units. Failures are as in RFC 9457.',
    license: { name: 'MIT', identifier: 'MIT' },
    tags: TAGS,
    problemType: PROBLEM_TYPE,
    publicUrl,
  });
}
