import { addMonths } from '../../platform/time/instants.js';

/** Sent by the triggers of the migration `plans_are_public`. */
export const plansTopics = () => ['plans'];

export interface SubscriptionFacts {
  status: 'active' | 'ended';
  cancelAtPeriodEnd: boolean;
  currentPeriodEnd: Date;
}

/** Renews by itself, or is in its last period. */
export function isActive(subscription: SubscriptionFacts, now: Date): boolean {
  return coversInstant(subscription, now);
}

/** Whether it is active then, or renews before. */
export function coversInstant(subscription: SubscriptionFacts, instant: Date): boolean {
  return (
    subscription.status === 'active' &&
    (!subscription.cancelAtPeriodEnd || subscription.currentPeriodEnd > instant)
  );
}

export function periodEnd(start: Date, interval: 'month' | 'year'): Date {
  return addMonths(start, interval === 'year' ? 12 : 1);
}
