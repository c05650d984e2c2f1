import { inTransaction } from '../../../platform/database/transactions.js';
import type { Viewer } from '../../../platform/viewer.js';
import type { Chef, FreeChef } from '../../chefs/index.js';
import type { BookingAccess, NamedBooking } from '../booking/access.service.js';
import * as data from '../booking/booking.data.js';
import type { Booking } from '../booking/booking.data.js';
import { dinerOnly, illegalTransition, noChefFree } from '../booking/booking.errors.js';
import { totalPrice } from '../booking/booking.rules.js';
import { bookingRequest, type BookingRequest } from '../booking/booking.schemas.js';
import { LIVE, UNFULFILLED } from '../booking/booking.states.js';
import { partyOf } from '../booking/party.schemas.js';
import type { BookingsDeps } from '../deps.js';
import type { Coverage } from '../requests/coverage.service.js';
import type { Requests } from '../requests/requests.service.js';

export type Rescue = ReturnType<typeof createRescueService>;

/** Each offer holds the chef's time until one confirms. */
const MAX_OFFERS = 3;

/** Repeats a declined or expired request to other chefs; the first to confirm gets it. */
export function createRescueService(
  { db, clock, chefs }: Pick<BookingsDeps, 'db' | 'clock' | 'chefs'>,
  { seenBy }: Pick<BookingAccess, 'seenBy'>,
  { hold }: Pick<Requests, 'hold'>,
  { covers }: Pick<Coverage, 'covers'>,
) {
  /** Chefs to ask, with prices. @throws bookingNotFound, dinerOnly, illegalTransition */
  async function candidates(viewer: Viewer, id: number) {
    return candidatesFor(viewer, await unfulfilled(viewer, id));
  }

  /** The same for a booking that is known to be the diner's. */
  async function candidatesFor(viewer: Viewer, booking: Booking) {
    return (await freeChefs(viewer, booking)).map(({ chef }) => ({
      chef,
      totalPrice: totalPrice(booking.durationHours, chef.pricePerSession),
    }));
  }

  /** Asks them all or none. @throws bookingNotFound, dinerOnly, illegalTransition, noChefFree */
  async function offer(viewer: Viewer, id: number): Promise<NamedBooking[]> {
    const booking = await unfulfilled(viewer, id);
    const wanted = requestOf(booking);
    const made = await inTransaction(db, async (tx) => {
      await data.lockBooking(tx, id);
      // In the order of ids, so that two rescues cannot deadlock.
      const asked = (await freeChefs(viewer, booking)).sort((a, b) => a.chef.id - b.chef.id);
      const offers = [];
      for (const { chef, slot } of asked) {
        offers.push(await hold({ viewer, chef, wanted, slot, rescueOfId: id }));
      }
      return offers.filter((one) => one !== null);
    });
    if (made.length === 0) throw noChefFree();
    return made;
  }

  async function unfulfilled(viewer: Viewer, id: number): Promise<Booking> {
    const { booking, as } = await seenBy(viewer, id);
    if (as !== 'diner') throw dinerOnly();
    if (!UNFULFILLED.includes(booking.status)) throw illegalTransition();
    return booking;
  }

  /** Free chefs not yet asked for that time; none when the diner has a meal then. */
  async function freeChefs(viewer: Viewer, booking: Booking): Promise<FreeChef[]> {
    const { startsAt: start, endsAt: end, durationHours, guests } = booking;
    if (start <= clock.now() || !(await covers(viewer, end))) return [];
    const others = await data.bookingsOfDinerIn(db, viewer.id, { start, end });
    if (others.some((one) => LIVE.includes(one.status))) return [];
    const asked = new Set(others.map((one) => one.chefId));
    const chef = await chefs.find(booking.chefId);
    const isEligible = (one: Chef) => one.userId !== viewer.id && !asked.has(one.id);
    return chefs.othersFreeAt(chef, { start, durationHours, guests }, MAX_OFFERS, isEligible);
  }

  return { candidates, candidatesFor, offer };
}

function requestOf(booking: Booking): BookingRequest {
  return bookingRequest.parse({ duration_hours: booking.durationHours, ...partyOf(booking) });
}
