import { inTransaction } from '../../platform/db.js';
import type { Viewer } from '../../platform/http/viewer.js';
import type { Chef, FreeChef } from '../chefs/index.js';
import * as data from './bookings.data.js';
import type { Booking } from './bookings.data.js';
import { dinerOnly, illegalTransition, noChefFree } from './bookings.errors.js';
import { totalPrice } from './bookings.rules.js';
import { createBookingBody } from './bookings.schemas.js';
import { SERVICE, type Bookings, type BookingsDeps, type Wish } from './bookings.service.js';
import { LIVE, UNMET } from './bookings.states.js';
import type { NamedBooking, Reading } from './reading.service.js';

export type Rescue = ReturnType<typeof createRescueService>;

/** How many chefs are asked at once: each holds the time until one confirms. */
const ASKED = 3;

/** Offering a wish that one chef did not take to others; the first to confirm wins. */
export function createRescueService(
  { db, clock, chefs, subscriptions }: BookingsDeps,
  { seenBy }: Pick<Reading, 'seenBy'>,
  { hold }: Pick<Bookings, 'hold'>,
) {
  /**
   * The chefs who would be asked, with what each would cost; none when none fits.
   * @throws bookingNotFound, dinerOnly, illegalTransition unless the booking was declined or expired
   */
  async function candidates(viewer: Viewer, id: number) {
    const booking = await openWish(viewer, id);
    return (await fitting(viewer, booking)).map(({ chef }) => ({
      chef,
      totalPrice: totalPrice(booking.durationHours, chef.pricePerSession),
    }));
  }

  /**
   * Asks those chefs, all at once or not at all; gives the new bookings.
   * @throws bookingNotFound, dinerOnly, illegalTransition, noChefFree
   */
  async function offer(viewer: Viewer, id: number): Promise<NamedBooking[]> {
    const booking = await openWish(viewer, id);
    const made = await inTransaction(db, async (tx) => {
      await data.lockBooking(tx, id);
      // In the order of their ids, so that two rescues never wait for each other.
      const asked = (await fitting(viewer, booking)).sort((a, b) => a.chef.id - b.chef.id);
      const offers = [];
      for (const { chef, slot } of asked) {
        offers.push(await hold(viewer, chef, wishOf(booking), slot, id));
      }
      return offers.filter((one) => one !== null);
    });
    if (made.length === 0) throw noChefFree();
    return made;
  }

  async function openWish(viewer: Viewer, id: number): Promise<Booking> {
    const { booking, as } = await seenBy(viewer, id);
    if (as !== 'diner') throw dinerOnly();
    if (!UNMET.includes(booking.status)) throw illegalTransition();
    return booking;
  }

  /** Those who are free, fit, and were not asked for that time before; none once the diner has a table. */
  async function fitting(viewer: Viewer, booking: Booking): Promise<FreeChef[]> {
    const { startsAt: start, endsAt: end, durationHours, guests } = booking;
    if (start <= clock.now() || !(await subscriptions.covers(viewer.id, SERVICE, end))) return [];
    const others = await data.bookingsOfDinerIn(db, viewer.id, { start, end });
    if (others.some((one) => LIVE.includes(one.status))) return [];
    const asked = new Set(others.map((one) => one.chefId));
    const chef = await chefs.find(booking.chefId);
    const isWelcome = (one: Chef) => one.userId !== viewer.id && !asked.has(one.id);
    return chefs.othersFreeAt(chef, { start, durationHours, guests }, ASKED, isWelcome);
  }

  return { candidates, offer };
}

/** What a booking asked for, to be asked of somebody else. */
function wishOf(booking: Booking): Wish {
  return createBookingBody.omit({ chef_id: true, booking_date: true, start_time: true }).parse({
    duration_hours: booking.durationHours,
    guests: booking.guests,
    allergies: booking.allergies,
    allergy_notes: booking.allergyNotes,
    dietary_needs: booking.dietaryNeeds,
    district: booking.district,
    address: booking.address,
    special_requests: booking.specialRequests,
  });
}
