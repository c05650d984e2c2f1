import type { Viewer } from '../../platform/http/viewer.js';
import type { Chef } from '../chefs/index.js';
import type { Booking } from './bookings.data.js';
import { dinerOnly } from './bookings.errors.js';
import { requestDeadline } from './bookings.rules.js';
import type { Reschedule } from './bookings.schemas.js';
import { startOf, type Bookings, type BookingsDeps } from './bookings.service.js';
import { transitionBy } from './bookings.states.js';
import type { Reading } from './reading.service.js';
import type { Goal, Told, Transitions } from './transitions.service.js';

export type Rescheduling = ReturnType<typeof createReschedulingService>;

/** Moving a meal to another time. */
export function createReschedulingService(
  { clock, chefs }: Pick<BookingsDeps, 'clock' | 'chefs'>,
  { seenBy }: Pick<Reading, 'seenBy'>,
  { slotFor }: Pick<Bookings, 'slotFor'>,
  { take }: Pick<Transitions, 'take'>,
) {
  /**
   * Moves a confirmed meal to another time; the chef has to confirm again. The old time is given
   * back in the same write; if the new one is taken, the booking stays as it was.
   * @throws bookingNotFound, dinerOnly, illegalTransition, tooLate, invalid, slotTaken
   */
  async function reschedule(viewer: Viewer, id: number, wanted: Reschedule, told: Told = {}) {
    const { booking, as } = await seenBy(viewer, id);
    if (as !== 'diner') throw dinerOnly();
    const chef = asBooked(booking, await chefs.find(booking.chefId));
    const start = startOf(chef, wanted.booking_date, wanted.start_time);
    const goal: Goal = {
      to: 'pending',
      isIt: (last, now) =>
        last.action === 'reschedule' && now.startsAt.getTime() === start.getTime(),
    };
    const step = transitionBy(booking.status, 'reschedule', 'diner');
    await take(booking, step, 'diner', viewer, told, goal, async () => {
      const request = { ...wanted, duration_hours: booking.durationHours };
      const slot = await slotFor(chef, request, booking.id);
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

/** The chef as the booking knows them: its zone and length stand, whatever the profile says by now. */
export function asBooked(booking: Booking, chef: Chef): Chef {
  const { timeZone, durationHours } = booking;
  return { ...chef, timeZone, minHours: durationHours, maxHours: durationHours };
}
