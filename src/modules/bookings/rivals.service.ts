import type { Tx } from '../../platform/db.js';
import * as data from './bookings.data.js';
import type { Booking } from './bookings.data.js';
import { illegalTransition } from './bookings.errors.js';
import type { BookingStatus } from './bookings.states.js';

/** What a booking can have become after a chef's yes, short of being called off. */
const ANSWERED_YES: BookingStatus[] = ['confirmed', 'completed', 'no_show'];

/**
 * The offers of the same wish to other chefs that still wait for an answer. Only one transaction
 * at a time gets to know them, so that the first to confirm is the only one.
 * @throws illegalTransition when another chef has confirmed
 */
export async function rivalsOf(tx: Tx, booking: Booking): Promise<Booking[]> {
  if (booking.rescueOfId === null) return [];
  await data.lockBooking(tx, booking.rescueOfId);
  const offers = await data.offersOf(tx, booking.rescueOfId);
  const rivals = offers.filter((one) => one.id !== booking.id);
  if (rivals.some((one) => ANSWERED_YES.includes(one.status))) throw illegalTransition();
  return rivals.filter((one) => one.status === 'pending');
}

/** Takes the other offers back, as the diner meant it to be when one chef confirms. */
export async function withdrawRivals(tx: Tx, rivals: Booking[], at: Date): Promise<void> {
  for (const rival of rivals) {
    const event = {
      at,
      actor: 'diner',
      userId: rival.userId,
      action: 'withdraw',
      fromStatus: rival.status,
      toStatus: 'cancelled',
      reason: 'Another chef confirmed first.',
    } as const;
    // One that was answered in between stays as it is.
    await data.changeBooking(tx, rival, { expiresAt: null }, event);
  }
}
