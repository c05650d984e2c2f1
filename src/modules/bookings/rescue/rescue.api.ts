import { signedIn, type ConditionalAccess } from '../../../platform/http/auth/access.js';
import { apiRoute, created, ok, type ApiRoute } from '../../../platform/http/routes/api-route.js';
import {
  bookingNotFound,
  dinerOnly,
  illegalTransition,
  noChefFree,
} from '../booking/booking.errors.js';
import { presentBooking, presentCandidate } from '../booking/booking.present.js';
import { bookingParams, offersSchema, rescueSchema } from '../booking/booking.schemas.js';
import type { Rescue } from './rescue.service.js';

const BOOKINGS = '/api/coocook/bookings';
const tag = 'Bookings';

export function rescueApi(rescue: Rescue, subscribersOnly: ConditionalAccess): ApiRoute[] {
  return [
    apiRoute({
      method: 'get',
      path: `${BOOKINGS}/{id}/rescue`,
      access: signedIn,
      tag,
      operationId: 'previewRescue',
      summary: 'Who could cook in the place of a chef who declined or did not answer',
      params: bookingParams,
      replies: { 200: { description: 'The chefs who would be asked', schema: rescueSchema } },
      failures: [bookingNotFound, dinerOnly, illegalTransition],
      async handle({ viewer, params }) {
        const candidates = await rescue.candidates(viewer, params.id);
        return ok({ candidates: candidates.map(presentCandidate) });
      },
    }),
    apiRoute({
      method: 'post',
      path: `${BOOKINGS}/{id}/rescue`,
      access: subscribersOnly,
      tag,
      operationId: 'rescueBooking',
      summary: 'Ask those chefs; the first to confirm wins, and the other requests are withdrawn',
      params: bookingParams,
      replies: { 201: { description: 'The requests, pending', schema: offersSchema } },
      failures: [bookingNotFound, dinerOnly, illegalTransition, noChefFree],
      async handle({ viewer, params }) {
        const offers = await rescue.offer(viewer, params.id);
        const bookings = offers.map((one) => presentBooking(one, 'diner'));
        return created({ bookings }, `${BOOKINGS}?status=pending`);
      },
    }),
  ];
}
