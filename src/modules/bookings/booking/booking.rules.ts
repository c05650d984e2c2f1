import { percentOf } from '../../../platform/money.js';
import { addMs } from '../../../platform/time/instants.js';
import { DAY_MS, HOUR_MS } from '../../../platform/time/units.js';
import {
  TRANSITIONS,
  transitionBy,
  type BookingAction,
  type BookingActor,
  type BookingStatus,
  type Transition,
} from './booking.states.js';

export interface BookingFacts {
  status: BookingStatus;
  startsAt: Date;
  endsAt: Date;
  expiresAt: Date | null;
  moveAskedBy: BookingActor | null;
  moveExpiresAt: Date | null;
}

/** How many requests of one diner may wait for an answer; what rescues ask for does not count. */
export interface HoldingLimits {
  atOnce: number;
  inAll: number;
}

/** The share refunded for a cancellation at least so many hours before the meal. */
export interface RefundStep {
  hours_before: number;
  percent: number;
}

/** Whole hours × the price per hour, in minor units. */
export function totalPrice(durationHours: number, pricePerSession: number): number {
  return durationHours * pricePerSession;
}

/** 24 hours after the request, or 2 hours before the meal if that is sooner. */
export function requestDeadline(madeAt: Date, startsAt: Date): Date {
  return earlier(addMs(madeAt, DAY_MS), answersEnd(startsAt));
}

/** The same for a move, with the earlier one of both meals. */
export function moveDeadline(askedAt: Date, startsAt: Date, newStart: Date): Date {
  return requestDeadline(askedAt, earlier(startsAt, newStart));
}

/** Shortly before a meal nothing waits for an answer. */
function answersEnd(startsAt: Date): Date {
  return addMs(startsAt, -2 * HOUR_MS);
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

/** How long after its end a meal counts as completed by itself. */
export const COMPLETES_AFTER_MS = DAY_MS;

/** Until when what waits for an answer can get one; null when nothing waits. */
export function answerDeadline({
  expiresAt,
  moveExpiresAt,
}: Pick<BookingFacts, 'expiresAt' | 'moveExpiresAt'>): Date | null {
  return expiresAt ?? moveExpiresAt;
}

/** When time alone next changes the booking; null for never. */
export function nextDeadline(
  booking: Pick<BookingFacts, 'status' | 'endsAt' | 'expiresAt' | 'moveExpiresAt'>,
): Date | null {
  const whenOver =
    booking.status === 'confirmed' ? addMs(booking.endsAt, COMPLETES_AFTER_MS) : null;
  return answerDeadline(booking) ?? whenOver;
}

/** The transition that is due by now, or null. */
export function dueStep(booking: BookingFacts, now: Date): Transition | null {
  const deadline = nextDeadline(booking);
  if (deadline === null || now < deadline) return null;
  const due = TRANSITIONS.filter(
    ({ from, actors }) => from === booking.status && actors.includes('system'),
  );
  return due.find((step) => isAllowedAt(step, booking, now) && isOfMove(step, booking)) ?? null;
}

/** The transition by an action; null as well for an answer to a move that does not wait for it. */
export function transitionOf(
  booking: BookingFacts,
  action: BookingAction,
  actor: BookingActor,
): Transition | null {
  const step = transitionBy(booking.status, action, actor);
  return step !== null && isOfMove(step, booking, actor) ? step : null;
}

function isOfMove(
  { move }: Transition,
  { moveAskedBy }: Pick<BookingFacts, 'moveAskedBy'>,
  actor: BookingActor = 'system',
): boolean {
  if (move === undefined) return true;
  return moveAskedBy !== null && (move === 'any' || (move === 'own') === (moveAskedBy === actor));
}

/** Whether the transition is allowed at this time. */
export function isAllowedAt(step: Transition, booking: BookingFacts, now: Date): boolean {
  const deadline = answerDeadline(booking);
  if (step.when === undefined) return true;
  switch (step.when) {
    case 'before-deadline':
      return deadline === null || now < deadline;
    case 'after-deadline':
      return deadline !== null && now >= deadline;
    case 'before-answers-end':
      return now < answersEnd(booking.startsAt);
    case 'before-start':
      return now < booking.startsAt;
    case 'after-start':
      return now >= booking.startsAt;
    case 'after-end':
      return now >= booking.endsAt;
  }
}

export function possibleActions(
  booking: BookingFacts,
  actor: BookingActor,
  now: Date,
): BookingAction[] {
  return TRANSITIONS.filter(
    (step) =>
      step.from === booking.status &&
      step.actors.includes(actor) &&
      isOfMove(step, booking, actor) &&
      isAllowedAt(step, booking, now),
  ).map((step) => step.action);
}

/** In minor units, by the first step still reached. @param steps the most generous first */
export function refundFor(
  steps: RefundStep[],
  booking: { startsAt: Date; totalPrice: number },
  now: Date,
): number {
  const reached = steps.find((step) => now <= stepEnds(step, booking.startsAt));
  return reached ? percentOf(booking.totalPrice, reached.percent) : 0;
}

/** The refund from now on: each amount with the last instant at which it is given. */
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
  return addMs(startsAt, -step.hours_before * HOUR_MS);
}
