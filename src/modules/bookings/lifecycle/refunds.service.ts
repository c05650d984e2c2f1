import type { Booking } from '../booking/booking.data.js';
import { illegalTransition } from '../booking/booking.errors.js';
import { refundFor, refundSchedule, type RefundStep } from '../booking/booking.rules.js';
import { transitionTo, type BookingActor } from '../booking/booking.states.js';

/** In minor units: all when the chef cancels, else by the terms copied at the request. */
export function refundOf(booking: Booking, actor: BookingActor, now: Date): number {
  return actor === 'chef' ? booking.totalPrice : refundFor(termsOf(booking), booking, now);
}

/** The diner's refund now and later; nothing is due while pending. @throws illegalTransition */
export function previewRefundOf(booking: Booking, now: Date) {
  if (transitionTo(booking.status, 'cancelled', 'diner') === null) throw illegalTransition();
  const { currency } = booking;
  if (booking.status === 'pending') return { amount: 0, currency, steps: [] };
  const steps = refundSchedule(termsOf(booking), booking, now);
  return { amount: refundOf(booking, 'diner', now), currency, steps };
}

function termsOf(booking: Booking): RefundStep[] {
  return booking.cancellationTerms as unknown as RefundStep[];
}
