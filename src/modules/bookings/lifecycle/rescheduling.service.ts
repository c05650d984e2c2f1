import type { Viewer } from '../../../platform/viewer.js';
import type { Chef, MealTerms } from '../../chefs/index.js';
import type { BookingAccess } from '../booking/access.service.js';
import type { Booking } from '../booking/booking.data.js';
import { dinerOnly, notCovered } from '../booking/booking.errors.js';
import { requestDeadline } from '../booking/booking.rules.js';
import type { Reschedule } from '../booking/booking.schemas.js';
import { transitionBy } from '../booking/booking.states.js';
import type { BookingsDeps } from '../deps.js';
import type { Coverage } from '../requests/coverage.service.js';
import { startOf, type Slots } from '../requests/slots.service.js';
import type {
  Goal,
  Transitioned,
  TransitionEngine,
  TransitionInput,
} from './apply-transition.service.js';

export type Rescheduling = ReturnType<typeof createReschedulingService>;

export function createReschedulingService(
  { clock, chefs, covers }: Pick<BookingsDeps, 'clock' | 'chefs'> & Pick<Coverage, 'covers'>,
  { seenBy }: Pick<BookingAccess, 'seenBy'>,
  { slotFor }: Slots,
  { applyTransition }: TransitionEngine,
) {
  /**
   * The chef has to confirm the new time; the old one is released in the same write.
   * @throws bookingNotFound, dinerOnly, illegalTransition, tooLate, invalid, slotTaken, notCovered
   */
  async function reschedule(
    viewer: Viewer,
    id: number,
    wanted: Reschedule,
    input: TransitionInput = {},
  ): Promise<Transitioned> {
    const { booking, as } = await seenBy(viewer, id);
    if (as !== 'diner') throw dinerOnly();
    const terms = mealTerms(booking, await chefs.find(booking.chefId));
    const start = startOf(terms, wanted.booking_date, wanted.start_time);
    const goal: Goal = {
      to: 'pending',
      alreadyApplied: (last, current) =>
        last.action === 'reschedule' && current.startsAt.getTime() === start.getTime(),
    };
    const step = transitionBy(booking.status, 'reschedule', 'diner');
    return applyTransition({ booking, viewer, as, input }, step, goal, async () => {
      const slot = await slotFor(
        terms,
        { ...wanted, duration_hours: booking.durationHours },
        booking.id,
      );
      if (!(await covers(viewer, slot.end))) throw notCovered();
      return {
        startsAt: slot.start,
        endsAt: slot.end,
        heldFrom: slot.held.start,
        heldUntil: slot.held.end,
        expiresAt: requestDeadline(clock.now(), slot.start),
      };
    });
  }

  return { reschedule };
}

/** The chef's terms now, but the zone and length of the booked meal. */
export function mealTerms(booking: Booking, chef: Chef): MealTerms {
  const { timeZone, durationHours } = booking;
  return { ...chef, timeZone, minHours: durationHours, maxHours: durationHours };
}
