import { defineError } from '../../platform/errors.js';

export const subscriptionRequired = defineError({
  id: 'subscription-required',
  status: 403,
  title: 'Subscription needed',
  detail: 'An active subscription is needed for this.',
});
export const alreadySubscribed = defineError({
  id: 'already-subscribed',
  status: 409,
  title: 'Already subscribed',
  detail: 'You have an active subscription already.',
  pointer: '/plan',
});
export const subscriptionNotFound = defineError({
  id: 'subscription-not-found',
  status: 404,
  title: 'Subscription not found',
  detail: 'There is no such subscription, or it is not yours.',
});
export const subscriptionEnded = defineError({
  id: 'subscription-ended',
  status: 409,
  title: 'Subscription has ended',
  detail: 'This subscription has ended. Subscribe again.',
});
export const planNotFound = defineError({
  id: 'plan-not-found',
  status: 422,
  title: 'No such plan',
  detail: 'Choose one of the plans.',
  pointer: '/plan',
});
