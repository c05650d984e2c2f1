import { ask } from '../../../platform/database/questions.js';
import { invalid } from '../../../platform/errors.js';
import type { Viewer } from '../../../platform/viewer.js';
import type { Slot } from '../../chefs/index.js';
import type { BookingAccess } from '../booking/access.service.js';
import type { Booking, Changes } from '../booking/booking.data.js';
import { notCovered } from '../booking/booking.errors.js';
import { moveDeadline, requestDeadline, transitionOf } from '../booking/booking.rules.js';
import type { Reschedule } from '../booking/booking.schemas.js';
import type { BookingsDeps } from '../deps.js';
import { openRequestsOf } from '../records/held-times.data.js';
import type { Coverage } from '../requests/coverage.service.js';
import { assertMayHold } from '../requests/requests.service.js';
import { mealTerms, startOf, type Slots } from '../requests/slots.service.js';
import type {
  Goal,
  Transitioned,
  TransitionEngine,
  TransitionInput,
} from './apply-transition.service.js';

export type Rescheduling = ReturnType<typeof createReschedulingService>;

type Deps = Pick<BookingsDeps, 'db' | 'clock' | 'chefs' | 'holdingLimits'>;

/** A request gets its new time at once; a confirmed meal keeps its own until the other side accepts. */
export function createReschedulingService(
  { db, clock, chefs, holdingLimits, covers }: Deps & Pick<Coverage, 'covers'>,
  { seenBy }: Pick<BookingAccess, 'seenBy'>,
  { slotFor }: Slots,
  { applyTransition }: TransitionEngine,
) {
  /**
   * Answering a move by another time ends that move. The diner's subscription must cover the new day.
   * @throws bookingNotFound, illegalTransition, tooLate, invalid, slotTaken, notCovered, holdingLimit
   */
  async function reschedule(
    viewer: Viewer,
    id: number,
    wanted: Reschedule,
    input: TransitionInput = {},
  ): Promise<Transitioned> {
    const { booking, as } = await seenBy(viewer, id);
    const isRequest = booking.status === 'pending';
    const terms = mealTerms(booking, await chefs.find(booking.chefId));
    const start = startOf(terms, wanted.booking_date, wanted.start_time);
    const goal = isRequest ? replacedBy(start) : askedBy(as, start);
    const step = transitionOf(booking, isRequest ? 'reschedule' : 'ask_move', as);
    return applyTransition({ booking, viewer, as, input }, step, goal, async () => {
      assertOtherTime(booking, start);
      const hours = { duration_hours: booking.durationHours };
      const slot = await slotFor(terms, { ...wanted, ...hours }, booking.id);
      if (as === 'diner' && !(await covers(viewer, slot.end))) throw notCovered();
      if (!isRequest) return asMove(booking, slot, as);
      if (booking.rescueOfId === null) await assertMayHoldInstead(booking, slot);
      return asTimes(slot);
    });
  }

  /** @throws holdingLimit */
  async function assertMayHoldInstead({ id, userId }: Booking, slot: Slot): Promise<void> {
    assertMayHold(await ask(db, openRequestsOf(userId, id)), holdingLimits, slot);
  }

  function asTimes(slot: Slot): Changes {
    return {
      startsAt: slot.start,
      endsAt: slot.end,
      heldFrom: slot.held.start,
      heldUntil: slot.held.end,
      expiresAt: requestDeadline(clock.now(), slot.start),
    };
  }

  function asMove({ startsAt }: Booking, slot: Slot, as: 'diner' | 'chef'): Changes {
    return {
      moveStartsAt: slot.start,
      moveEndsAt: slot.end,
      moveHeldFrom: slot.held.start,
      moveHeldUntil: slot.held.end,
      moveAskedBy: as,
      moveExpiresAt: moveDeadline(clock.now(), startsAt, slot.start),
    };
  }

  return { reschedule };
}

function replacedBy(start: Date): Goal {
  return {
    to: 'pending',
    alreadyApplied: (last, { startsAt }) =>
      last.action === 'reschedule' && startsAt.getTime() === start.getTime(),
  };
}

function askedBy(as: 'diner' | 'chef', start: Date): Goal {
  return {
    to: 'confirmed',
    alreadyApplied: (last, { moveStartsAt }) =>
      last.action === 'ask_move' &&
      last.actor === as &&
      moveStartsAt?.getTime() === start.getTime(),
  };
}

/** @throws invalid */
function assertOtherTime({ startsAt }: Booking, start: Date): void {
  if (startsAt.getTime() !== start.getTime()) return;
  const detail = 'The meal is at that time already. Choose another one.';
  throw invalid(undefined, [{ pointer: '/start_time', detail }]);
}
