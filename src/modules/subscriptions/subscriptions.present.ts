import type { ViewWords } from '../../platform/http/views/view-functions.js';
import type { OfferedPlan, Plan, Subscription } from './subscriptions.data.js';

export function subscriptionViewHelpers({ t, money }: ViewWords) {
  const priceOf = ({ price: amount, currency, interval }: Omit<OfferedPlan, 'slug' | 'name'>) => {
    const price = money(amount, currency);
    return interval === 'year'
      ? t('{{price}} a year', { price })
      : t('{{price}} a month', { price });
  };
  return {
    planPrice: priceOf,
    /** Such as "₩9,900 a month or ₩99,000 a year". */
    planPrices: (plans: OfferedPlan[]) =>
      plans.map(priceOf).reduce((one, other) => t('{{one}} or {{other}}', { one, other })),
  };
}

export function presentPlan(plan: Plan) {
  return {
    id: plan.id,
    slug: plan.slug,
    name: plan.name,
    price: plan.price,
    currency: plan.currency,
    interval: plan.interval,
  };
}

export function presentSubscription(subscription: Subscription) {
  return {
    id: subscription.id,
    service: subscription.service.slug,
    plan: presentPlan(subscription.plan),
    status: subscription.status,
    cancel_at_period_end: subscription.cancelAtPeriodEnd,
    current_period_start: subscription.currentPeriodStart.toISOString(),
    current_period_end: subscription.currentPeriodEnd.toISOString(),
    created_at: subscription.createdAt.toISOString(),
  };
}
