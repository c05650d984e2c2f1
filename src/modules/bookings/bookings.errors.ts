import { failureKind } from '../../platform/errors.js';

export const bookingNotFound = failureKind(
  'booking-not-found',
  404,
  'Booking not found',
  'There is no such booking, or it is not yours.',
);
export const slotTaken = failureKind(
  'slot-taken',
  409,
  'Time already taken',
  'The chef has just been booked for that time. Choose another one.',
  '/start_time',
);
export const noFreeTime = failureKind(
  'no-free-time',
  409,
  'No free time',
  'The chef has no free time long enough on that day.',
  '/booking_date',
);
export const noChefFree = failureKind(
  'no-chef-free',
  409,
  'No other chef is free',
  'No other chef who fits is free at that time, or you have been booked for it already.',
);
export const illegalTransition = failureKind(
  'illegal-transition',
  409,
  'Not possible now',
  'The booking is no longer in a state that allows this.',
);
export const tooEarly = failureKind(
  'too-early',
  409,
  'Too early',
  'This is only possible once the meal has begun or ended.',
);
export const tooLate = failureKind('too-late', 409, 'Too late', 'The time for this has passed.');
export const chefOnly = failureKind(
  'chef-only',
  403,
  'Only the chef may do this',
  'Only the chef of the booking may change its status. To cancel as the diner, use its cancellation.',
);
export const dinerOnly = failureKind(
  'diner-only',
  403,
  'Only the diner may do this',
  'Only the diner of the booking may cancel or move it this way.',
);
export const notCovered = failureKind(
  'subscription-does-not-cover',
  403,
  'Your subscription ends before the meal',
  'Your subscription ends before the day of the meal. Resume it, then book.',
);
