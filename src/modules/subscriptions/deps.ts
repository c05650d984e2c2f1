import type { Clock } from '../../platform/clock.js';
import type { Db } from '../../platform/database/client.js';

/** @throws when it cannot charge; then no subscription starts */
export interface Payments {
  charge(order: {
    userId: number;
    /** In whole minor units. */
    amount: number;
    currency: string;
    description: string;
  }): Promise<void>;
}

/** Until there are payments. */
export const acceptWithoutCharging: Payments = { charge: () => Promise.resolve() };

export interface SubscriptionsDeps {
  db: Db;
  clock: Clock;
  payments: Payments;
}
