import type { Response } from 'supertest';
import type { Route } from '../../../support/app/routes.js';

export const PERSONS = ['diner', 'other diner', 'chef', 'other chef', 'admin', 'demo'] as const;
/** The diner and the chef are those of the booking, the subscription and the profile asked for. */
export type Person = (typeof PERSONS)[number];
export type Outcome =
  'allowed' | 'sign-in' | 'subscribe' | 'forbidden' | 'unknown' | `fault ${string}`;

/** A route, and the ids of the problems that the OpenAPI document declares for it. */
export interface Operation extends Route {
  problems: string;
}

const SUBSCRIBERS: readonly Person[] = ['diner', 'other diner', 'demo'];

/** The side of a booking that a page is for, and what the other side is answered. */
const PAGE_SIDES: Record<string, { side: Person; others: Outcome } | 'either'> = {
  'get /bookings/:id': 'either',
  'get /bookings/:id/requested': { side: 'diner', others: 'unknown' },
  'get /bookings/:id/calendar.ics': 'either',
  'get /bookings/:id/run-sheet': { side: 'chef', others: 'unknown' },
  'get /bookings/:id/cancel': 'either',
  'post /bookings/:id/cancel': 'either',
  // Without the form: it is not possible now.
  'get /bookings/:id/decline': 'either',
  'get /bookings/:id/reschedule': 'either',
  'post /bookings/:id/decline': { side: 'chef', others: 'forbidden' },
  'get /bookings/:id/edit': { side: 'diner', others: 'unknown' },
  'post /bookings/:id/edit': { side: 'diner', others: 'unknown' },
  // Not possible for whoever the move does not wait for.
  'post /bookings/:id/reschedule': 'either',
  'post /bookings/:id/accept_move': 'either',
  'post /bookings/:id/decline_move': 'either',
  'post /bookings/:id/withdraw_move': 'either',
  'post /bookings/:id/confirm': { side: 'chef', others: 'forbidden' },
  'post /bookings/:id/complete': { side: 'chef', others: 'forbidden' },
  'post /bookings/:id/no_show': { side: 'chef', others: 'forbidden' },
  'get /bookings/:id/allergies': { side: 'diner', others: 'unknown' },
  'post /bookings/:id/allergies': { side: 'diner', others: 'unknown' },
  'post /bookings/:id/allergies-read': { side: 'chef', others: 'forbidden' },
  'post /bookings/:id/rescue': { side: 'diner', others: 'forbidden' },
};

/** What the policy of a route answers somebody; null for whoever has not signed in. */
export function expected(operation: Operation, person: Person | null): Outcome {
  const { access, problems } = operation;
  if (access === null) throw new Error(`${operation.path} has no policy`);
  if (access.kind === 'everyone') return 'allowed';
  if (person === null) return 'sign-in';
  const isOfThing = operation.path.includes('/:');
  const needsSubscription =
    access.kind === 'conditional' || problems.includes('subscription-required');
  if (needsSubscription && !SUBSCRIBERS.includes(person)) return 'subscribe';
  return isOfThing ? ofThing(operation, person) : 'allowed';
}

function ofThing(operation: Operation, person: Person): Outcome {
  const { method, path } = operation;
  const [, isApi, thing] = /^(\/api\/coocook)?\/(\w+)\/:id/.exec(path) ?? [];
  switch (thing) {
    case 'chefs':
      return isApi === undefined || person === 'chef' ? 'allowed' : 'forbidden';
    case 'subscriptions':
      return person === 'diner' ? 'allowed' : 'unknown';
    case 'bookings': {
      if (person !== 'diner' && person !== 'chef') return 'unknown';
      const sides =
        isApi === undefined ? PAGE_SIDES[`${method} ${path}`] : apiSide(operation.problems);
      if (sides === undefined) throw new Error(`whose page is ${method} ${path}?`);
      return sides === 'either' || sides.side === person ? 'allowed' : sides.others;
    }
    default:
      throw new Error(`what is at ${path}?`);
  }
}

function apiSide(problems: string): { side: Person; others: Outcome } | 'either' {
  if (problems.includes('diner-only')) return { side: 'diner', others: 'forbidden' };
  if (problems.includes('chef-only')) return { side: 'chef', others: 'forbidden' };
  return 'either';
}

/** What an answer was; a page redirects where the API refuses. */
export function outcomeOf({ status, headers, body }: Response): Outcome {
  const location = headers.location ?? '';
  const type = (body as { type?: string } | undefined)?.type ?? '';
  if (status >= 500) return `fault ${status}`;
  if (status === 401 || (status === 303 && /^\/sign-in\b/.test(location))) return 'sign-in';
  if (type.endsWith('subscription-required')) return 'subscribe';
  if (status === 303 && /^\/subscribe\b/.test(location)) return 'subscribe';
  if (status === 403) return 'forbidden';
  return status === 404 ? 'unknown' : 'allowed';
}
