import { ask, mapped, together, type Question } from '../../../platform/database/questions.js';
import type { Viewer } from '../../../platform/viewer.js';
import type { BookingsDeps } from '../deps.js';
import * as data from './booking.data.js';
import type { Booking, BookingEvent } from './booking.data.js';
import { bookingNotFound } from './booking.errors.js';
import { historyOf } from '../records/history.data.js';
import { bookingNamed, type NamedBooking } from '../records/named-bookings.data.js';

export type { Booking, NamedBooking };
export type BookingAccess = ReturnType<typeof createBookingAccess>;

export type BookingDetail = NamedBooking & { as: 'diner' | 'chef'; history: BookingEvent[] };

/** Reads bookings; every lookup is limited to what the viewer may see. */
export function createBookingAccess({ db }: Pick<BookingsDeps, 'db'>) {
  /** The booking and the viewer's side. @throws bookingNotFound also when it is somebody else's */
  async function seenBy(viewer: Viewer, id: number) {
    const booking = await data.bookingById(db, id);
    return { booking: booking as Booking, as: sideOf(viewer, booking) };
  }

  /** The same with names and history. @throws bookingNotFound */
  function detail(viewer: Viewer, id: number): Promise<BookingDetail> {
    return ask(db, detailQuestion(viewer, id));
  }

  function detailQuestion(viewer: Viewer, id: number): Question<BookingDetail> {
    return mapped(namedWithHistory(id), ({ named, history }) => {
      const as = sideOf(viewer, named?.booking ?? null);
      return { ...(named as NamedBooking), as, history };
    });
  }

  /** For a booking that is known to be the viewer's. */
  async function detailOf(booking: Booking, as: 'diner' | 'chef'): Promise<BookingDetail> {
    const { named, history } = await ask(db, namedWithHistory(booking.id));
    return { ...(named as NamedBooking), booking, as, history };
  }

  function lastPlace(viewer: Viewer): Promise<data.Place | null> {
    return data.lastPlaceOfDiner(db, viewer.id);
  }

  return { seenBy, detail, detailQuestion, detailOf, lastPlace };
}

function namedWithHistory(id: number) {
  return together({ named: bookingNamed(id), history: historyOf(id) });
}

/** @throws bookingNotFound unless the viewer is its diner or its chef */
function sideOf(viewer: Viewer, booking: Booking | null): 'diner' | 'chef' {
  if (booking?.userId === viewer.id) return 'diner';
  if (booking !== null && booking.chefId === viewer.chefId) return 'chef';
  throw bookingNotFound();
}
