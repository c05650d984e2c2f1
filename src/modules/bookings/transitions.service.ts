import { inTransaction } from '../../platform/db.js';
import { invalid } from '../../platform/errors.js';
import type { Viewer } from '../../platform/http/viewer.js';
import type { Chef } from '../chefs/index.js';
import * as data from './bookings.data.js';
import type { Booking } from './bookings.data.js';
import { chefOnly, dinerOnly, illegalTransition, tooEarly, tooLate } from './bookings.errors.js';
import {
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
import { askForDeadline } from './deadlines.service.js';
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

/** What a move changes. */
type Moved = Pick<Booking, 'startsAt' | 'endsAt' | 'heldFrom' | 'heldUntil' | 'expiresAt'>;

/** What an actor says along with a step. */
interface Told {
  reason?: string | undefined;
  /** The chef's word that the party's allergies were read. */
  allergiesRead?: boolean | undefined;
}

/** A booking's way along the state table. Every step is checked again inside its write. */
export function createTransitionsService(
  { db, clock, chefs, jobs }: BookingsDeps,
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

  /** What the viewer can do with the booking now. */
  function actionsFor(booking: Booking, as: BookingActor): BookingAction[] {
    return possibleActions(booking, as, clock.now());
  }

  async function take(
    booking: Booking,
    step: Transition | null,
    actor: BookingActor,
    viewer: Viewer,
    told: Told & { changes?: Moved },
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

  /** Takes the step if the booking is still as it was seen; tells whether it was. */
  function write(
    booking: Booking,
    step: Transition,
    actor: BookingActor,
    viewer: Viewer | null,
    told: Told & { changes?: Moved },
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
      if (changed) await askForDeadline(jobs, tx, { ...booking, ...changes, status: step.to });
      return changed;
    });
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
    actionsFor,
    write,
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
