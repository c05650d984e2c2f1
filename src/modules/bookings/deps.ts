import type { Clock } from '../../platform/clock.js';
import type { Db } from '../../platform/database/client.js';
import type { JobQueue } from '../../platform/jobs/queue.service.js';
import type { SignedTokens } from '../../platform/signed-tokens.js';
import type { Availability, Chefs, Schedules } from '../chefs/index.js';
import type { Subscriptions } from '../subscriptions/index.js';
import type { BookingPublisher } from './events.schemas.js';

export interface BookingsDeps {
  db: Db;
  clock: Clock;
  jobs: JobQueue;
  events: BookingPublisher;
  chefs: Chefs;
  availability: Availability;
  schedules: Schedules;
  subscriptions: Subscriptions;
  holdingLimits: { atOnce: number; inAll: number };
  tokens: SignedTokens;
}

/** The service whose subscribers may book. */
export const SERVICE = 'coocook';
