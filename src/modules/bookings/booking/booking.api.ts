import { signedIn } from '../../../platform/http/auth/access.js';
import { apiRoute, ok, type ApiRoute } from '../../../platform/http/routes/api-route.js';
import type { BookingAccess, BookingDetail } from './access.service.js';
import { bookingNotFound } from './booking.errors.js';
import { presentBooking, presentEvent } from './booking.present.js';
import { bookingDetailSchema, bookingParams } from './booking.schemas.js';

export const BOOKINGS = '/api/coocook/bookings';
export const ONE = `${BOOKINGS}/{id}`;
export const tag = 'Bookings';
export const detailReplies = { 200: { description: 'The booking', schema: bookingDetailSchema } };

/** The reply with one booking and its history, as its viewer may see it. */
export function detailReply(seen: BookingDetail) {
  const body = { ...presentBooking(seen, seen.as), history: seen.history.map(presentEvent) };
  return ok(body, seen.booking.version);
}

/** The same of a booking that was just changed. */
export function replyAfter({ detailOf }: Pick<BookingAccess, 'detailOf'>) {
  return async ({ after, as }: { after: BookingDetail['booking']; as: BookingDetail['as'] }) =>
    detailReply(await detailOf(after, as));
}

export function bookingApi(access: BookingAccess): ApiRoute[] {
  return [
    apiRoute({
      method: 'get',
      path: ONE,
      access: signedIn,
      tag,
      operationId: 'getBooking',
      summary: 'One booking with its history',
      params: bookingParams,
      replies: detailReplies,
      failures: [bookingNotFound],
      versioned: true,
      handle: async ({ viewer, params }) => detailReply(await access.detail(viewer, params.id)),
    }),
  ];
}
