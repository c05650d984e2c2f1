import { percentOf } from '../../platform/money.js';
import { DAY_MS, HOUR_MS, later } from '../../platform/time.js';
import {
  TRANSITIONS,
  type BookingAction,
  type BookingActor,
  type BookingStatus,
  type Transition,
} from './bookings.states.js';

/** What a booking's rules look at. */
export interface BookingFacts {
  status: BookingStatus;
  startsAt: Date;
  endsAt: Date;
  expiresAt: Date | null;
}

/** What a cancellation gives back when it comes at least so many hours before the meal. */
export interface RefundStep {
  hours_before: number;
  percent: number;
}

/** Whole hours × the price per hour, in minor units. */
export function totalPrice(durationHours: number, pricePerSession: number): number {
  return durationHours * pricePerSession;
}

/** A request lapses 24 hours after it was made, or 2 hours before the meal if that is sooner. */
export function requestDeadline(madeAt: Date, startsAt: Date): Date {
  const dayLater = later(madeAt, DAY_MS);
  const beforeMeal = later(startsAt, -2 * HOUR_MS);
  return dayLater < beforeMeal ? dayLater : beforeMeal;
}

/** How long after the end of a meal the system counts it as completed by itself. */
export const COMPLETES_AFTER_MS = DAY_MS;

/** When the clock alone will next change the booking; null when it never will. */
export function nextDeadline(
  booking: Pick<BookingFacts, 'status' | 'endsAt' | 'expiresAt'>,
): Date | null {
  if (booking.status === 'pending') return booking.expiresAt;
  return booking.status === 'confirmed' ? later(booking.endsAt, COMPLETES_AFTER_MS) : null;
}

/** The step that the clock calls for by now, or null. */
export function dueStep(booking: BookingFacts, now: Date): Transition | null {
  const deadline = nextDeadline(booking);
  if (deadline === null || now < deadline) return null;
  return (
    TRANSITIONS.find((step) => step.from === booking.status && step.actors.includes('system')) ??
    null
  );
}

/** Whether a step may be taken at this time; the table says when. */
export function isTimely(step: Transition, booking: BookingFacts, now: Date): boolean {
  if (step.when === undefined) return true;
  switch (step.when) {
    case 'before-deadline':
      return booking.expiresAt === null || now < booking.expiresAt;
    case 'after-deadline':
      return booking.expiresAt !== null && now >= booking.expiresAt;
    case 'before-start':
      return now < booking.startsAt;
    case 'after-start':
      return now >= booking.startsAt;
    case 'after-end':
      return now >= booking.endsAt;
  }
}

/** What this actor can do with the booking now: the buttons of its page. */
export function possibleActions(
  booking: BookingFacts,
  actor: BookingActor,
  now: Date,
): BookingAction[] {
  return TRANSITIONS.filter(
    (step) =>
      step.from === booking.status && step.actors.includes(actor) && isTimely(step, booking, now),
  ).map((step) => step.action);
}

/**
 * What the diner gets back, in minor units: the share of the first step that is still reached.
 * @param steps the terms copied onto the booking, most generous first
 */
export function refundFor(
  steps: RefundStep[],
  booking: { startsAt: Date; totalPrice: number },
  now: Date,
): number {
  const reached = steps.find((step) => now <= stepEnds(step, booking.startsAt));
  return reached ? percentOf(booking.totalPrice, reached.percent) : 0;
}

/** The refund from now on, step by step: each amount with the last instant it is given. */
export function refundSchedule(
  steps: RefundStep[],
  booking: { startsAt: Date; totalPrice: number },
  now: Date,
): { until: Date | null; amount: number }[] {
  const ahead = steps
    .map((step) => ({
      until: stepEnds(step, booking.startsAt),
      amount: percentOf(booking.totalPrice, step.percent),
    }))
    .filter((step) => now <= step.until);
  return [...ahead, { until: null, amount: 0 }];
}

function stepEnds(step: RefundStep, startsAt: Date): Date {
  return later(startsAt, -step.hours_before * HOUR_MS);
}
