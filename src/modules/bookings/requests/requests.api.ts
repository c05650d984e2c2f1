import type { ErrorKind } from '../../../platform/errors.js';
import { signedIn } from '../../../platform/http/auth/access.js';
import { apiRoute, created, type ApiRoute } from '../../../platform/http/routes/api-route.js';
import { BOOKINGS, tag } from '../booking/booking.api.js';
import {
  holdingLimit,
  noFreeTime,
  notCovered,
  priceChanged,
  slotTaken,
} from '../booking/booking.errors.js';
import { presentBooking } from '../booking/booking.present.js';
import { bookingSchema, createBookingBody } from '../booking/booking.schemas.js';
import type { Requests } from './requests.service.js';

/** @param othersFailures those of the modules that a request needs */
export function requestsApi(requests: Requests, othersFailures: { kind: ErrorKind }[]): ApiRoute[] {
  return [
    apiRoute({
      method: 'post',
      path: BOOKINGS,
      access: signedIn,
      tag,
      operationId: 'requestBooking',
      summary: 'Ask a chef for a meal',
      body: createBookingBody,
      replies: { 201: { description: 'The request, pending', schema: bookingSchema } },
      failures: [slotTaken, noFreeTime, holdingLimit, priceChanged, notCovered, ...othersFailures],
      async handle({ viewer, body: { expected_total, ...wanted } }) {
        const made = await requests.request(viewer, wanted, { total_price: expected_total });
        const { id, version } = made.booking;
        return created(presentBooking(made, 'diner'), `${BOOKINGS}/${id}`, version);
      },
    }),
  ];
}
