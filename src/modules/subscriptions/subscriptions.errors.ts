import { failureKind } from '../../platform/errors.js';

export const subscriptionRequired = failureKind(
  'subscription-required',
  403,
  'Subscription needed',
  'An active subscription is needed for this.',
);
export const alreadySubscribed = failureKind(
  'already-subscribed',
  409,
  'Already subscribed',
  'You have an active subscription already.',
  '/plan',
);
export const subscriptionNotFound = failureKind(
  'subscription-not-found',
  404,
  'Subscription not found',
  'There is no such subscription, or it is not yours.',
);
export const subscriptionEnded = failureKind(
  'subscription-ended',
  409,
  'Subscription has ended',
  'This subscription has ended. Subscribe again.',
);
export const planNotFound = failureKind(
  'plan-not-found',
  422,
  'No such plan',
  'Choose one of the plans.',
  '/plan',
);
