import type { Plan, Subscription } from './subscriptions.data.js';

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
