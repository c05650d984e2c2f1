import { z } from 'zod';
import { defineError } from '../../../platform/errors.js';

export const bookingNotFound = defineError({
  id: 'booking-not-found',
  status: 404,
  title: 'Booking not found',
  detail: 'There is no such booking, or it is not yours.',
});
export const slotTaken = defineError({
  id: 'slot-taken',
  status: 409,
  title: 'Time already taken',
  detail: 'The chef has just been booked for that time. Choose another one.',
  pointer: '/start_time',
});
export const noFreeTime = defineError({
  id: 'no-free-time',
  status: 409,
  title: 'No free time',
  detail: 'The chef has no free time long enough on that day.',
  pointer: '/booking_date',
});
export const holdingLimit = defineError({
  id: 'too-many-open-requests',
  status: 409,
  title: 'Too many open requests',
  detail: 'Withdraw one of your open requests, or wait for an answer.',
  pointer: '/start_time',
});
export const priceChanged = defineError({
  id: 'price-changed',
  status: 409,
  title: 'Price or terms changed',
  detail: 'The price or the terms are not those that were shown. Look again, then ask.',
  members: {
    expected_total: z
      .int()
      .meta({ description: 'As it was expected, in minor units.', examples: [36_000] }),
    total_price: z.int().meta({ description: 'As it is now, in minor units.', examples: [39_000] }),
  },
});
export const noChefFree = defineError({
  id: 'no-chef-free',
  status: 409,
  title: 'No other chef is free',
  detail: 'No other chef who fits is free at that time, or you have been booked for it already.',
});
export const illegalTransition = defineError({
  id: 'illegal-transition',
  status: 409,
  title: 'Not possible now',
  detail: 'The booking is no longer in a state that allows this.',
});
export const tooEarly = defineError({
  id: 'too-early',
  status: 409,
  title: 'Too early',
  detail: 'This is only possible once the meal has begun or ended.',
});
export const tooLate = defineError({
  id: 'too-late',
  status: 409,
  title: 'Too late',
  detail: 'The time for this has passed.',
});
export const chefOnly = defineError({
  id: 'chef-only',
  status: 403,
  title: 'Only the chef may do this',
  detail:
    'Only the chef of the booking may change its status. To cancel as the diner, use its cancellation.',
});
export const dinerOnly = defineError({
  id: 'diner-only',
  status: 403,
  title: 'Only the diner may do this',
  detail: 'Only the diner of the booking may do this.',
});
export const notCovered = defineError({
  id: 'subscription-does-not-cover',
  status: 403,
  title: 'Your subscription ends before the meal',
  detail: 'Your subscription ends before the day of the meal. Resume it, then book.',
});
