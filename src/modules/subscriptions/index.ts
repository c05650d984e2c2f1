import type { SubscriptionsDeps } from './deps.js';
import { subscriptionRequired } from './subscriptions.errors.js';
import { subscriptionsApi } from './subscriptions.api.js';
import { subscriptionsPages } from './subscriptions.pages.js';
import { presentSubscription, subscriptionViewHelpers } from './subscriptions.present.js';
import { createSubscriptionsService } from './subscriptions.service.js';

export { acceptWithoutCharging } from './deps.js';
export type { OfferedPlan } from './subscriptions.data.js';
export type { Coverage } from './subscriptions.service.js';
export type { Payments } from './deps.js';
export type Subscriptions = ReturnType<typeof createSubscriptions>['service'];

export function createSubscriptions(deps: SubscriptionsDeps) {
  const service = createSubscriptionsService(deps);
  const { coverageQuestion, current, offerQuestion, renewCurrent, settleDue } = service;
  return {
    api: subscriptionsApi(service),
    pages: subscriptionsPages(service),
    viewHelpers: subscriptionViewHelpers,
    service: {
      coverageQuestion,
      current,
      offerQuestion,
      renewCurrent,
      present: presentSubscription,
      settleDue,
      required: subscriptionRequired,
    },
  };
}
