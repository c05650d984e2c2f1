import { windowOf, type Page } from '../../platform/http/paging.js';
import type { Viewer } from '../../platform/http/viewer.js';
import * as data from './bookings.data.js';
import type { Booking, BookingEvent } from './bookings.data.js';
import { bookingNotFound } from './bookings.errors.js';
import type { NamedBooking } from './bookings.present.js';
import type { BookingsDeps } from './bookings.service.js';
import type { BookingStatus } from './bookings.states.js';
import * as lists from './lists.data.js';
import type { Owner, Tab } from './lists.data.js';

export type { Booking, NamedBooking, Tab };
export type Reading = ReturnType<typeof createReadingService>;

/** Looking at bookings: every look-up runs through what the viewer may see. */
export function createReadingService({
  db,
  clock,
  chefs,
  auth,
}: Pick<BookingsDeps, 'db' | 'clock' | 'chefs' | 'auth'>) {
  /**
   * A booking that the viewer may see, and as whom.
   * @throws bookingNotFound when it does not exist or is somebody else's
   */
  async function seenBy(viewer: Viewer, id: number) {
    const booking = await data.bookingById(db, id);
    if (booking?.userId === viewer.id) return { booking, as: 'diner' as const };
    if (booking !== null && (await chefs.idOfUser(viewer.id)) === booking.chefId) {
      return { booking, as: 'chef' as const };
    }
    throw bookingNotFound();
  }

  /** The same with names and history. @throws bookingNotFound */
  async function detail(
    viewer: Viewer,
    id: number,
  ): Promise<NamedBooking & { as: 'diner' | 'chef'; history: BookingEvent[] }> {
    const { booking, as } = await seenBy(viewer, id);
    const [withNames, history] = await Promise.all([
      named(booking),
      data.historyOf(db, booking.id),
    ]);
    return { ...withNames, as, history };
  }

  /** One page of the viewer's own bookings, as the diner or as the chef. */
  async function list(
    viewer: Viewer,
    as: 'diner' | 'chef',
    statuses: BookingStatus[] | undefined,
    page: Page,
  ) {
    const owner = await ownerOf(viewer, as);
    if (owner === null) return { bookings: [], total: 0 };
    const { bookings, total } = await lists.listBookings(db, owner, statuses, windowOf(page));
    return { bookings: await withNames(bookings), total };
  }

  /** One page of one of the viewer's lists, with how many each list holds. */
  async function tab(viewer: Viewer, as: 'diner' | 'chef', wanted: Tab, page: Page) {
    const owner = await ownerOf(viewer, as);
    const none = { upcoming: 0, pending: 0, past: 0, cancelled: 0 };
    if (owner === null) return { bookings: [], counts: none };
    const now = clock.now();
    const [bookings, counts] = await Promise.all([
      lists.tabOfBookings(db, owner, wanted, now, windowOf(page)),
      lists.countTabs(db, owner, now),
    ]);
    return { bookings: await withNames(bookings), counts };
  }

  /** Where the diner's last meal was asked for; null when no address was told yet. */
  function lastPlace(viewer: Viewer): Promise<data.Place | null> {
    return data.lastPlaceOfDiner(db, viewer.id);
  }

  async function ownerOf(viewer: Viewer, as: 'diner' | 'chef'): Promise<Owner | null> {
    if (as === 'diner') return { userId: viewer.id };
    const chefId = await chefs.idOfUser(viewer.id);
    return chefId === null ? null : { chefId };
  }

  /** The booking with the names of its two sides. */
  async function named(booking: Booking): Promise<NamedBooking> {
    const [one] = await withNames([booking]);
    return one as NamedBooking;
  }

  /** Bookings with the names of their two sides. */
  async function withNames(bookings: Booking[]): Promise<NamedBooking[]> {
    const [chefsById, dinerNames] = await Promise.all([
      chefs.summaries(bookings.map((booking) => booking.chefId)),
      auth.namesOf(bookings.map((booking) => booking.userId)),
    ]);
    return bookings.map((booking) => ({
      booking,
      chefName: chefsById.get(booking.chefId)?.name ?? '',
      chefCuisine: chefsById.get(booking.chefId)?.cuisineType ?? '',
      chefPhoto: chefsById.get(booking.chefId)?.photoUrl ?? null,
      dinerName: dinerNames.get(booking.userId) ?? '',
    }));
  }

  return { seenBy, detail, list, tab, lastPlace, withNames };
}
