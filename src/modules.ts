import type { Config } from './config.js';
import { createAuth } from './modules/auth/index.js';
import {
  askedTimes,
  bookedTimes,
  bookingEvents,
  bookingFieldLabels,
  createBookings,
} from './modules/bookings/index.js';
import { chefFieldLabels, createChefs } from './modules/chefs/index.js';
import { createSubscriptions, type Payments } from './modules/subscriptions/index.js';
import type { Clock } from './platform/clock.js';
import type { Db } from './platform/database/client.js';
import { createEvents, type Subscribers } from './platform/events/events.js';
import { errorSummary } from './platform/http/views/form-functions.js';
import type { ViewWords } from './platform/http/views/view-functions.js';
import type { JobQueue } from './platform/jobs/queue.service.js';
import type { Sweep } from './platform/jobs/sweeps.js';
import type { JobHandler } from './platform/jobs/worker.js';
import { createAttempts } from './platform/limits/attempts.service.js';
import type { Limits } from './platform/limits/limits.service.js';
import { createSignedTokens } from './platform/signed-tokens.js';
import type { Viewer } from './platform/viewer.js';

export interface ModulesDeps {
  config: Pick<
    Config,
    'jwtSecret' | 'previousJwtSecret' | 'demoMode' | 'authFailuresPerAccount' | 'openRequests'
  >;
  db: Db;
  clock: Clock;
  jobs: JobQueue;
  limits: Limits;
  payments: Payments;
  /** Beside those of the table below. */
  subscribers?: AppSubscribers;
}
type AppSubscribers = Subscribers<typeof bookingEvents>;

/** Safe to run in several processes at once. */
export interface DueWork {
  handlers: Record<string, JobHandler>;
  sweeps: Record<string, Sweep>;
}

export type Modules = ReturnType<typeof createModules>;

/** In the order of their dependencies. */
export function createModules(deps: ModulesDeps) {
  const { config, db, clock, jobs, payments } = deps;
  const { jwtSecret, previousJwtSecret, demoMode } = config;
  const secrets = { current: jwtSecret, previous: previousJwtSecret };
  const events = createEvents({ db, jobs }, bookingEvents);
  const attempts = createAttempts(deps.limits, config.authFailuresPerAccount);
  const auth = createAuth({ db, clock, jwtSecret, previousJwtSecret, demoMode, attempts });
  const subscriptions = createSubscriptions({ db, clock, payments });
  const chefs = createChefs({
    db,
    clock,
    askedTimes,
    bookedTimes,
    offerQuestion: subscriptions.service.offerQuestion,
  });
  const bookings = createBookings({
    db,
    clock,
    jobs,
    events,
    chefs: chefs.service,
    availability: chefs.availability,
    schedules: chefs.schedules,
    subscriptions: subscriptions.service,
    holdingLimits: config.openRequests,
    tokens: createSignedTokens(secrets, { issuer: 'coocook', audience: 'coocook bookings' }),
  });
  const modules = [auth, chefs, bookings, subscriptions];
  /** Such as { 'booking.confirmed': { 'notifications.onConfirmed': handler } }. */
  const subscribers: AppSubscribers = {};
  const dueWork: DueWork = {
    handlers: { ...bookings.jobs, ...events.subscribe(deps.subscribers ?? subscribers) },
    sweeps: {
      'requests expired': bookings.service.expireOverdue,
      'meals completed': bookings.service.completeFinished,
      'dates closed': chefs.service.closeDates,
      'subscriptions settled': subscriptions.service.settleDue,
      'ended sessions forgotten': auth.service.forgetEnded,
    },
  };

  return {
    api: modules.flatMap((module) => module.api),
    pages: modules.flatMap((module) => module.pages),
    streams: bookings.streams,
    auth: auth.service,
    /** Pages shown in place of an error, by the id of its kind. */
    redirects: {
      'subscription-required': '/subscribe',
      'subscription-does-not-cover': '/subscription',
    },
    dueWork,
    viewHelpers: (words: ViewWords) => ({
      ...chefs.viewHelpers(words),
      ...bookings.viewHelpers(words),
      ...subscriptions.viewHelpers(words),
      ...errorSummary(words, { ...chefFieldLabels, ...bookingFieldLabels }),
    }),
    pageLocals: (viewer: Viewer | null, path: string) => ({
      viewer: viewer && { ...viewer, initial: Array.from(viewer.name)[0] },
      isWorkplace: viewer !== null && viewer.chefId !== null && path.startsWith('/chef/'),
      demoMode,
    }),
  };
}
