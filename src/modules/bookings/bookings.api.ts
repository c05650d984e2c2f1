import { signedIn, subscribedTo } from '../../platform/http/access.js';
import { apiRoute, created, ok, type ApiRoute } from '../../platform/http/api-route.js';
import { listReply, listSchema } from '../../platform/http/paging.js';
import type { Viewer } from '../../platform/http/viewer.js';
import {
  bookingNotFound,
  chefOnly,
  dinerOnly,
  illegalTransition,
  noFreeTime,
  notCovered,
  slotTaken,
  tooEarly,
  tooLate,
} from './bookings.errors.js';
import { presentBooking, presentEvent, presentRefund } from './bookings.present.js';
import {
  bookingDetailSchema,
  bookingListQuery,
  bookingParams,
  bookingSchema,
  cancellationBody,
  changeStatusBody,
  createBookingBody,
  refundSchema,
  rescheduleBody,
} from './bookings.schemas.js';
import { SERVICE, type Bookings } from './bookings.service.js';
import { tableInWords } from './bookings.states.js';
import type { Reading } from './reading.service.js';
import type { Rescheduling } from './rescheduling.service.js';
import type { Transitions } from './transitions.service.js';

const BOOKINGS = '/api/coocook/bookings';
const ONE = `${BOOKINGS}/{id}`;
const tag = 'Bookings';

/** The JSON endpoints of bookings. */
export function bookingsApi(
  bookings: Bookings,
  reading: Reading,
  transitions: Transitions,
  rescheduling: Rescheduling,
): ApiRoute[] {
  const detail = async (viewer: Viewer, id: number) => {
    const seen = await reading.detail(viewer, id);
    const body = { ...presentBooking(seen, seen.as), history: seen.history.map(presentEvent) };
    return ok(body, seen.booking.version);
  };
  const detailReply = { 200: { description: 'The booking', schema: bookingDetailSchema } };
  return [
    apiRoute({
      method: 'get',
      path: BOOKINGS,
      access: signedIn,
      tag,
      summary: "Your own bookings, as the diner or in the chef's inbox",
      query: bookingListQuery,
      replies: {
        200: { description: 'A page of bookings', schema: listSchema('bookings', bookingSchema) },
      },
      async handle({ viewer, query }) {
        const { as, status } = query;
        const { bookings: found, total } = await reading.list(viewer, as, status, query);
        return listReply(
          'bookings',
          found.map((one) => presentBooking(one, as)),
          total,
          query,
          BOOKINGS,
          query,
        );
      },
    }),
    apiRoute({
      method: 'post',
      path: BOOKINGS,
      access: subscribedTo(SERVICE),
      tag,
      summary: 'Ask a chef for a meal',
      body: createBookingBody,
      replies: { 201: { description: 'The request, pending', schema: bookingSchema } },
      failures: [slotTaken, noFreeTime, notCovered, bookingNotFound],
      async handle({ viewer, body }) {
        const made = await bookings.request(viewer, body);
        const { id, version } = made.booking;
        return created(presentBooking(made, 'diner'), `${BOOKINGS}/${id}`, version);
      },
    }),
    apiRoute({
      method: 'get',
      path: ONE,
      access: signedIn,
      tag,
      summary: 'One booking with its history',
      params: bookingParams,
      replies: detailReply,
      versioned: true,
      handle: ({ viewer, params }) => detail(viewer, params.id),
    }),
    apiRoute({
      method: 'put',
      path: ONE,
      access: signedIn,
      tag,
      summary: 'Answer or settle a booking, as its chef',
      description: tableInWords(),
      params: bookingParams,
      body: changeStatusBody,
      replies: detailReply,
      failures: [chefOnly, illegalTransition, tooEarly, tooLate],
      versioned: true,
      async handle({ viewer, params, body, expected }) {
        const { status, reason, allergies_read: allergiesRead } = body;
        const told = { reason, allergiesRead, expected };
        await transitions.changeStatus(viewer, params.id, status, told);
        return detail(viewer, params.id);
      },
    }),
    apiRoute({
      method: 'get',
      path: `${ONE}/cancellation`,
      access: signedIn,
      tag,
      summary: 'What cancelling would give back',
      params: bookingParams,
      replies: { 200: { description: 'The refund, now and later', schema: refundSchema } },
      failures: [dinerOnly, illegalTransition],
      handle: async ({ viewer, params }) =>
        ok(presentRefund(await transitions.previewRefund(viewer, params.id))),
    }),
    apiRoute({
      method: 'post',
      path: `${ONE}/cancellation`,
      access: signedIn,
      tag,
      summary: 'Withdraw a request or cancel a meal, as its diner',
      params: bookingParams,
      body: cancellationBody,
      replies: detailReply,
      failures: [dinerOnly, illegalTransition, tooLate],
      versioned: true,
      async handle({ viewer, params, body, expected }) {
        await transitions.cancel(viewer, params.id, { reason: body.reason, expected });
        return detail(viewer, params.id);
      },
    }),
    apiRoute({
      method: 'post',
      path: `${ONE}/reschedule`,
      access: signedIn,
      tag,
      summary: 'Move a confirmed meal, as its diner; the chef confirms again',
      params: bookingParams,
      body: rescheduleBody,
      replies: detailReply,
      failures: [dinerOnly, illegalTransition, tooLate, slotTaken],
      versioned: true,
      async handle({ viewer, params, body, expected }) {
        await rescheduling.reschedule(viewer, params.id, body, { expected });
        return detail(viewer, params.id);
      },
    }),
  ];
}
