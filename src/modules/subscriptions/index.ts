import type { SubscriptionsDeps } from './deps.js';
import { subscriptionRequired } from './subscriptions.errors.js';
import { subscriptionsApi } from './subscriptions.api.js';
import { subscriptionsPages } from './subscriptions.pages.js';
import { createSubscriptionsService } from './subscriptions.service.js';

export { acceptWithoutCharging } from './deps.js';
export type { Coverage } from './subscriptions.service.js';
export type { Payments } from './deps.js';
export type Subscriptions = ReturnType<typeof createSubscriptions>['service'];

export function createSubscriptions(deps: SubscriptionsDeps) {
  const service = createSubscriptionsService(deps);
  const { coverageQuestion, settleDue } = service;
  return {
    api: subscriptionsApi(service),
    pages: subscriptionsPages(service),
    service: { coverageQuestion, settleDue, required: subscriptionRequired },
  };
}
