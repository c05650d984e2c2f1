import { inTransaction } from '../../../platform/database/transactions.js';
import * as data from '../booking/booking.data.js';
import type { Booking } from '../booking/booking.data.js';
import type { BookingActor, Transition } from '../booking/booking.states.js';
import type { NewEvent } from '../booking/changes.data.js';
import type { BookingsDeps } from '../deps.js';
import { competingOffers, withdrawOffers } from '../rescue/competing-offers.service.js';
import { refundOf } from './refunds.service.js';

export interface TransitionWrite {
  /** As it was read: if it has changed since, nothing is written. */
  booking: Booking;
  step: Transition;
  actor: BookingActor;
  /** Null for the system. */
  userId: number | null;
  reason?: string | undefined;
  allergiesRead?: boolean | undefined;
  changes?: data.Changes | undefined;
}

export type PersistTransition = ReturnType<typeof createPersistTransition>;

/** Writes transitions with all that follows; the result is null when the booking had changed. */
export function createPersistTransition({ db, clock, chefs, jobs, events }: BookingsDeps) {
  const records = { db, jobs, events };

  return (write: TransitionWrite): Promise<Booking | null> => {
    const { booking, step } = write;
    const { rescueOfId } = booking;
    const now = clock.now();
    const change = () =>
      data.changeBooking(records, booking, changesOf(write, now), eventOf(write, now));
    if (step.action === 'reschedule' || step.action === 'ask_move') {
      return inTransaction(db, async (tx) => {
        // Before the booking's own row, so that two transactions cannot deadlock.
        await chefs.lock(tx, booking.chefId);
        return change();
      });
    }
    if (step.action === 'confirm' && rescueOfId !== null) {
      return inTransaction(db, async (tx) => {
        const rivals = await competingOffers(tx, rescueOfId, booking.id);
        const changed = await change();
        if (changed !== null) await withdrawOffers(records, rivals, now);
        return changed;
      });
    }
    return change();
  };
}

function eventOf(write: TransitionWrite, at: Date): NewEvent {
  const { booking, step, actor, userId, reason, changes } = write;
  const isMoved = step.action === 'reschedule' || step.action === 'accept_move';
  const isOfMove = step.action === 'ask_move' || step.move !== undefined;
  return {
    at,
    actor,
    userId,
    action: step.action,
    fromStatus: step.from,
    toStatus: step.to,
    reason: reason ?? null,
    ...(isMoved ? { oldStartsAt: booking.startsAt, oldEndsAt: booking.endsAt } : {}),
    ...(isOfMove ? { askedStartsAt: changes?.moveStartsAt ?? booking.moveStartsAt } : {}),
  };
}

/** A move ends with whatever happens to the meal. */
function changesOf(
  { booking, step, actor, allergiesRead, changes }: TransitionWrite,
  now: Date,
): data.Changes {
  return {
    expiresAt: null,
    ...data.NO_MOVE,
    ...(step.action === 'confirm' && allergiesRead === true ? { allergiesReadAt: now } : {}),
    ...(step.action === 'cancel' ? { refundAmount: refundOf(booking, actor, now) } : {}),
    ...changes,
  };
}
