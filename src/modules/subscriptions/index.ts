import { subscriptionsApi } from './subscriptions.api.js';
import { subscriptionsPages } from './subscriptions.pages.js';
import { createSubscriptionsService, type SubscriptionsDeps } from './subscriptions.service.js';

export { acceptWithoutCharging } from './subscriptions.service.js';
export type { Payments, Subscriptions } from './subscriptions.service.js';

/** Subscriptions: plans, who holds one, and their renewal. */
export function createSubscriptions(deps: SubscriptionsDeps) {
  const service = createSubscriptionsService(deps);
  return { api: subscriptionsApi(service), pages: subscriptionsPages(service), service };
}
