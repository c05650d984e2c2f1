import { inTransaction } from '../../platform/db.js';
import { invalid } from '../../platform/errors.js';
import type { Viewer } from '../../platform/http/viewer.js';
import type { Chef } from '../chefs/index.js';
import { later } from '../../platform/time.js';
import * as data from './bookings.data.js';
import type { Booking, Changes } from './bookings.data.js';
import { chefOnly, dinerOnly, illegalTransition, tooEarly, tooLate } from './bookings.errors.js';
import {
  COMPLETES_AFTER_MS,
  isTimely,
  possibleActions,
  refundFor,
  refundSchedule,
  requestDeadline,
  type RefundStep,
} from './bookings.rules.js';
import type { Reschedule } from './bookings.schemas.js';
import { hasAllergies } from './party.rules.js';
import type { Bookings, BookingsDeps } from './bookings.service.js';
import type { Reading } from './reading.service.js';
import {
  transitionBy,
  transitionTo,
  type BookingAction,
  type BookingActor,
  type BookingStatus,
  type Transition,
} from './bookings.states.js';

export type Transitions = ReturnType<typeof createTransitionsService>;

/** What an actor says along with a step. */
interface Told {
  reason?: string | undefined;
  /** The chef's word that the party's allergies were read. */
  allergiesRead?: boolean | undefined;
}

/** How many bookings one round of the system's own steps takes on. */
const BATCH = 100;

/** A booking's way along the state table. Every step is checked again inside its write. */
export function createTransitionsService(
  { db, clock, chefs }: BookingsDeps,
  { seenBy }: Pick<Reading, 'seenBy'>,
  { slotFor }: Pick<Bookings, 'slotFor'>,
) {
  /**
   * The chef's word on a booking. Saying again what the chef said last changes nothing.
   * @throws bookingNotFound, chefOnly, illegalTransition, tooEarly, tooLate, invalid
   */
  async function changeStatus(
    viewer: Viewer,
    id: number,
    to: BookingStatus,
    told: Told = {},
  ): Promise<void> {
    const { booking, as } = await seenBy(viewer, id);
    if (as !== 'chef') throw chefOnly();
    if (await wasLastStep(booking, to, 'chef')) return;
    await take(booking, transitionTo(booking.status, to, 'chef'), 'chef', viewer, told);
  }

  /**
   * The diner withdraws a request, or cancels a confirmed meal for the refund of the moment.
   * @throws bookingNotFound, dinerOnly, illegalTransition, tooLate
   */
  async function cancel(viewer: Viewer, id: number, reason?: string): Promise<void> {
    const { booking, as } = await seenBy(viewer, id);
    if (as !== 'diner') throw dinerOnly();
    if (await wasLastStep(booking, 'cancelled', 'diner')) return;
    const step = transitionTo(booking.status, 'cancelled', 'diner');
    await take(booking, step, 'diner', viewer, { reason });
  }

  /** What the diner would get back, now and later. @throws bookingNotFound, dinerOnly, illegalTransition */
  async function previewRefund(viewer: Viewer, id: number) {
    const { booking, as } = await seenBy(viewer, id);
    if (as !== 'diner') throw dinerOnly();
    if (transitionTo(booking.status, 'cancelled', 'diner') === null) throw illegalTransition();
    const { currency } = booking;
    if (booking.status === 'pending') return { amount: 0, currency, steps: [] };
    const now = clock.now();
    const terms = termsOf(booking);
    return {
      amount: refundFor(terms, booking, now),
      currency,
      steps: refundSchedule(terms, booking, now),
    };
  }

  /**
   * Moves a confirmed meal to another time; the chef has to confirm again. The old time is given
   * back in the same write; if the new one is taken, the booking stays as it was.
   * @throws bookingNotFound, dinerOnly, illegalTransition, tooLate, invalid, slotTaken
   */
  async function reschedule(viewer: Viewer, id: number, wanted: Reschedule): Promise<void> {
    const { booking, as } = await seenBy(viewer, id);
    if (as !== 'diner') throw dinerOnly();
    const step = transitionBy(booking.status, 'reschedule', 'diner');
    refuseUntimely(step, booking);
    const chef = await chefs.find(booking.chefId);
    const request = { ...wanted, duration_hours: booking.durationHours };
    const slot = await slotFor(asBooked(booking, chef), request, booking.id);
    await take(booking, step, 'diner', viewer, {
      changes: {
        startsAt: slot.start,
        endsAt: slot.end,
        heldFrom: slot.held.start,
        heldUntil: slot.held.end,
        expiresAt: requestDeadline(clock.now(), slot.start),
      },
    });
  }

  /** Requests whose deadline has passed give their time back. Returns how many. */
  async function expireOverdue(): Promise<number> {
    const overdue = await data.overdueRequests(db, clock.now(), BATCH);
    return takeAll(overdue, 'expire');
  }

  /** Meals that ended a day ago count as completed. Returns how many. */
  async function completeFinished(): Promise<number> {
    const endedBy = later(clock.now(), -COMPLETES_AFTER_MS);
    return takeAll(await data.finishedMeals(db, endedBy, BATCH), 'complete');
  }

  async function takeAll(found: Booking[], action: BookingAction): Promise<number> {
    let taken = 0;
    for (const booking of found) {
      const step = transitionBy(booking.status, action, 'system');
      if (step !== null && (await write(booking, step, 'system', null, {}))) taken += 1;
    }
    return taken;
  }

  /** What the viewer can do with the booking now. */
  function actionsFor(booking: Booking, as: BookingActor): BookingAction[] {
    return possibleActions(booking, as, clock.now());
  }

  async function take(
    booking: Booking,
    step: Transition | null,
    actor: BookingActor,
    viewer: Viewer,
    told: Told & { changes?: Changes },
  ): Promise<void> {
    refuseUntimely(step, booking);
    if (step.reasonFrom?.includes(actor) && told.reason === undefined) {
      throw invalid(undefined, [{ pointer: '/reason', detail: 'Say why, for the other side.' }]);
    }
    if (step.action === 'confirm' && hasAllergies(booking) && told.allergiesRead !== true) {
      const detail = 'Read the allergies, then tick that you have.';
      throw invalid(undefined, [{ pointer: '/allergies_read', detail }]);
    }
    if (!(await write(booking, step, actor, viewer, told))) throw illegalTransition();
  }

  function refuseUntimely(step: Transition | null, booking: Booking): asserts step is Transition {
    if (step === null) throw illegalTransition();
    if (!isTimely(step, booking, clock.now())) {
      throw step.when?.startsWith('before') ? tooLate() : tooEarly();
    }
  }

  function write(
    booking: Booking,
    step: Transition,
    actor: BookingActor,
    viewer: Viewer | null,
    told: Told & { changes?: Changes },
  ): Promise<boolean> {
    const now = clock.now();
    const read = step.action === 'confirm' && told.allergiesRead ? { allergiesReadAt: now } : {};
    const refund = step.action === 'cancel' ? { refundAmount: refundOf(booking, actor, now) } : {};
    const moved =
      step.action === 'reschedule'
        ? { oldStartsAt: booking.startsAt, oldEndsAt: booking.endsAt }
        : {};
    return inTransaction(db, (tx) =>
      data.changeBooking(
        tx,
        booking,
        { expiresAt: null, ...read, ...refund, ...told.changes },
        {
          at: now,
          actor,
          userId: viewer?.id ?? null,
          action: step.action,
          fromStatus: step.from,
          toStatus: step.to,
          reason: told.reason ?? null,
          ...moved,
        },
      ),
    );
  }

  async function wasLastStep(booking: Booking, to: BookingStatus, actor: BookingActor) {
    if (booking.status !== to) return false;
    const history = await data.historyOf(db, booking.id);
    return history.at(-1)?.actor === actor;
  }

  return {
    changeStatus,
    cancel,
    previewRefund,
    reschedule,
    expireOverdue,
    completeFinished,
    actionsFor,
  };
}

/** The chef as the booking knows them: its zone and length stand, whatever the profile says by now. */
export function asBooked(booking: Booking, chef: Chef): Chef {
  const { timeZone, durationHours } = booking;
  return { ...chef, timeZone, minHours: durationHours, maxHours: durationHours };
}

/** A chef who cancels gives everything back; a diner gets what the copied terms say. */
function refundOf(booking: Booking, actor: BookingActor, now: Date): number {
  return actor === 'chef' ? booking.totalPrice : refundFor(termsOf(booking), booking, now);
}

function termsOf(booking: Booking): RefundStep[] {
  return booking.cancellationTerms as unknown as RefundStep[];
}
