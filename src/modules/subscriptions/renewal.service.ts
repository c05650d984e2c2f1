import * as data from './subscriptions.data.js';
import type { Plan, Subscription } from './subscriptions.data.js';
import { periodEnd } from './subscriptions.rules.js';
import type { SubscriptionsDeps } from './deps.js';

const BATCH = 100;

export function createRenewal({ db, clock, payments }: SubscriptionsDeps) {
  /** Renews or ends what is due; returns the count. Safe to run in several processes at once. */
  async function settleDue(): Promise<number> {
    let settled = 0;
    for (const due of await data.dueSubscriptions(db, clock.now(), BATCH)) {
      const isSettled = due.cancelAtPeriodEnd
        ? await data.endSubscription(db, due)
        : await renew(due);
      if (isSettled) settled += 1;
    }
    return settled;
  }

  async function renew(due: Subscription): Promise<boolean> {
    const period = periodFrom(due.currentPeriodEnd, due.plan);
    const isRenewed = await data.startNextPeriod(db, due, period);
    if (isRenewed) await charge(due.userId, due.plan);
    return isRenewed;
  }

  function charge(userId: number, { price, currency, name }: Plan): Promise<void> {
    return payments.charge({ userId, amount: price, currency, description: name });
  }

  return { settleDue, charge };
}

export function periodFrom(start: Date, plan: Plan): data.Period {
  return { currentPeriodStart: start, currentPeriodEnd: periodEnd(start, plan.interval) };
}
