import type { Tx } from '../../../platform/database/client.js';
import * as data from '../booking/booking.data.js';
import type { Booking } from '../booking/booking.data.js';
import { illegalTransition } from '../booking/booking.errors.js';
import type { BookingWrite } from '../booking/changes.data.js';
import type { BookingStatus } from '../booking/booking.states.js';

/** Statuses of a booking that was confirmed and not cancelled. */
const CONFIRMED_ONCE: BookingStatus[] = ['confirmed', 'completed', 'no_show'];

/** Locks the offers, so that one chef can confirm. @throws illegalTransition if one has */
export async function competingOffers(tx: Tx, rescueOfId: number, id: number): Promise<Booking[]> {
  await data.lockBooking(tx, rescueOfId);
  const others = (await data.offersOf(tx, rescueOfId)).filter((one) => one.id !== id);
  if (others.some((one) => CONFIRMED_ONCE.includes(one.status))) throw illegalTransition();
  return others.filter((one) => one.status === 'pending');
}

export async function withdrawOffers(
  write: BookingWrite,
  offers: Booking[],
  at: Date,
): Promise<void> {
  for (const offer of offers) {
    const event = {
      at,
      actor: 'diner',
      userId: offer.userId,
      action: 'withdraw',
      fromStatus: offer.status,
      toStatus: 'cancelled',
      reason: 'Another chef confirmed first.',
    } as const;
    // An offer answered in between stays as it is.
    await data.changeBooking(write, offer, { expiresAt: null }, event);
  }
}
