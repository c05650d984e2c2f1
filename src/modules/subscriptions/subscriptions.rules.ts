import { addMonths } from '../../platform/time.js';

/** What a subscription's rules look at. */
export interface SubscriptionFacts {
  status: 'active' | 'ended';
  cancelAtPeriodEnd: boolean;
  currentPeriodEnd: Date;
}

/** It renews by itself, or its last period is not over yet. */
export function isActive(subscription: SubscriptionFacts, now: Date): boolean {
  return coversInstant(subscription, now);
}

/** An active subscription covers a day that lies in its period, or before which it renews. */
export function coversInstant(subscription: SubscriptionFacts, instant: Date): boolean {
  return (
    subscription.status === 'active' &&
    (!subscription.cancelAtPeriodEnd || subscription.currentPeriodEnd > instant)
  );
}

/** The end of a period that starts at an instant. */
export function periodEnd(start: Date, interval: 'month' | 'year'): Date {
  return addMonths(start, interval === 'year' ? 12 : 1);
}
