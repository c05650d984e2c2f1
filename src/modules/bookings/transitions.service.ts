import { inTransaction } from '../../platform/db.js';
import { invalid } from '../../platform/errors.js';
import { refuseStale, type ExpectedVersions } from '../../platform/http/versions.js';
import type { Viewer } from '../../platform/http/viewer.js';
import * as data from './bookings.data.js';
import type { Booking, BookingEvent } from './bookings.data.js';
import { chefOnly, dinerOnly, illegalTransition, tooEarly, tooLate } from './bookings.errors.js';
import {
  isTimely,
  possibleActions,
  refundFor,
  refundSchedule,
  type RefundStep,
} from './bookings.rules.js';
import { hasAllergies } from './party.rules.js';
import type { BookingsDeps } from './bookings.service.js';
import { askForDeadline } from './deadlines.service.js';
import type { Reading } from './reading.service.js';
import { rivalsOf, withdrawRivals } from './rivals.service.js';
import {
  transitionTo,
  type BookingAction,
  type BookingActor,
  type BookingStatus,
  type Transition,
} from './bookings.states.js';

export type Transitions = ReturnType<typeof createTransitionsService>;

/** What a move changes. */
export type Moved = Pick<Booking, 'startsAt' | 'endsAt' | 'heldFrom' | 'heldUntil' | 'expiresAt'>;

/** What an actor says along with a step. */
export interface Told {
  reason?: string | undefined;
  /** The chef's word that the party's allergies were read. */
  allergiesRead?: boolean | undefined;
  /** The versions of the booking that the actor may have seen. */
  expected?: ExpectedVersions;
}

/** What a step is to reach, and whether the last one was that very step. */
export interface Goal {
  to: BookingStatus;
  isIt: (last: BookingEvent, now: Booking) => boolean;
}

/** A booking's way along the state table. Every step is checked again inside its write. */
export function createTransitionsService(
  { db, clock, chefs, jobs }: BookingsDeps,
  { seenBy }: Pick<Reading, 'seenBy'>,
) {
  /**
   * The chef's word on a booking. Saying again what the chef said last changes nothing.
   * @returns the booking as it was before
   * @throws bookingNotFound, chefOnly, illegalTransition, tooEarly, tooLate, invalid, preconditionFailed
   */
  async function changeStatus(
    viewer: Viewer,
    id: number,
    to: BookingStatus,
    told: Told = {},
  ): Promise<Booking> {
    const { booking, as } = await seenBy(viewer, id);
    if (as !== 'chef') throw chefOnly();
    await reach(booking, to, 'chef', viewer, told);
    return booking;
  }

  /**
   * The diner withdraws a request, or cancels a confirmed meal for the refund of the moment.
   * @throws bookingNotFound, dinerOnly, illegalTransition, tooLate, preconditionFailed
   */
  async function cancel(viewer: Viewer, id: number, told: Told = {}): Promise<void> {
    const { booking, as } = await seenBy(viewer, id);
    if (as !== 'diner') throw dinerOnly();
    await reach(booking, 'cancelled', 'diner', viewer, told);
  }

  async function reach(
    booking: Booking,
    to: BookingStatus,
    actor: BookingActor,
    viewer: Viewer,
    told: Told,
  ): Promise<void> {
    const goal: Goal = { to, isIt: (last) => last.actor === actor };
    await take(booking, transitionTo(booking.status, to, actor), actor, viewer, told, goal);
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

  /** What the viewer can do with the booking now. */
  function actionsFor(booking: Booking, as: BookingActor): BookingAction[] {
    return possibleActions(booking, as, clock.now());
  }

  /**
   * Takes a step for a person. When it was this actor's last one already, it is not taken again:
   * whoever repeats a request whose answer was lost is told that it is done.
   * @param move finds what a reschedule changes, once nothing else speaks against it
   */
  async function take(
    booking: Booking,
    step: Transition | null,
    actor: BookingActor,
    viewer: Viewer,
    told: Told,
    goal: Goal,
    move?: () => Promise<Moved>,
  ): Promise<void> {
    if (await isDone(booking, goal)) return;
    refuseStale(booking, told.expected);
    refuseUntimely(step, booking);
    if (step.reasonFrom?.includes(actor) && told.reason === undefined) {
      throw invalid(undefined, [
        { pointer: '/reason', detail: 'Give a reason. The other side will read it.' },
      ]);
    }
    if (step.action === 'confirm' && hasAllergies(booking) && told.allergiesRead !== true) {
      const detail = 'Read the allergies, then tick that you have.';
      throw invalid(undefined, [{ pointer: '/allergies_read', detail }]);
    }
    if (await write(booking, step, actor, viewer, { ...told, changes: await move?.() })) return;
    const now = await data.bookingById(db, booking.id);
    if (now === null || !(await isDone(now, goal))) throw illegalTransition();
  }

  async function isDone(now: Booking, goal: Goal): Promise<boolean> {
    if (now.status !== goal.to) return false;
    const last = (await data.historyOf(db, now.id)).at(-1);
    return last !== undefined && goal.isIt(last, now);
  }

  function refuseUntimely(step: Transition | null, booking: Booking): asserts step is Transition {
    if (step === null) throw illegalTransition();
    if (!isTimely(step, booking, clock.now())) {
      throw step.when?.startsWith('before') ? tooLate() : tooEarly();
    }
  }

  /** Takes the step if the booking is still as it was seen; tells whether it was. */
  function write(
    booking: Booking,
    step: Transition,
    actor: BookingActor,
    viewer: Viewer | null,
    told: Told & { changes?: Moved | undefined },
  ): Promise<boolean> {
    const now = clock.now();
    const read = step.action === 'confirm' && told.allergiesRead ? { allergiesReadAt: now } : {};
    const refund = step.action === 'cancel' ? { refundAmount: refundOf(booking, actor, now) } : {};
    const moved =
      step.action === 'reschedule'
        ? { oldStartsAt: booking.startsAt, oldEndsAt: booking.endsAt }
        : {};
    const changes = { expiresAt: null, ...read, ...refund, ...told.changes };
    return inTransaction(db, async (tx) => {
      // Before the booking's own row, so that moves and whatever else locks both never cross.
      if (step.action === 'reschedule') await chefs.lock(tx, booking.chefId);
      const rivals = step.action === 'confirm' ? await rivalsOf(tx, booking) : [];
      const changed = await data.changeBooking(tx, booking, changes, {
        at: now,
        actor,
        userId: viewer?.id ?? null,
        action: step.action,
        fromStatus: step.from,
        toStatus: step.to,
        reason: told.reason ?? null,
        ...moved,
      });
      if (!changed) return false;
      await askForDeadline(jobs, tx, { ...booking, ...changes, status: step.to });
      await withdrawRivals(tx, rivals, now);
      return true;
    });
  }

  return {
    changeStatus,
    cancel,
    previewRefund,
    actionsFor,
    take,
    write,
  };
}

/** A chef who cancels gives everything back; a diner gets what the copied terms say. */
function refundOf(booking: Booking, actor: BookingActor, now: Date): number {
  return actor === 'chef' ? booking.totalPrice : refundFor(termsOf(booking), booking, now);
}

function termsOf(booking: Booking): RefundStep[] {
  return booking.cancellationTerms as unknown as RefundStep[];
}
