import { signedIn } from '../../../platform/http/auth/access.js';
import { apiRoute, ok, type ApiRoute } from '../../../platform/http/routes/api-route.js';
import type { BookingAccess } from '../booking/access.service.js';
import { detailReplies, ONE, replyAfter, tag } from '../booking/booking.api.js';
import {
  bookingNotFound,
  chefOnly,
  dinerOnly,
  illegalTransition,
  tooEarly,
  tooLate,
} from '../booking/booking.errors.js';
import { presentRefund } from '../booking/booking.present.js';
import {
  bookingParams,
  cancellationBody,
  changeStatusBody,
  refundSchema,
} from '../booking/booking.schemas.js';
import { tableInWords } from '../booking/booking.states.js';
import type { Transitions } from './transitions.service.js';

export function transitionsApi(access: BookingAccess, transitions: Transitions): ApiRoute[] {
  const replyTo = replyAfter(access);
  return [
    apiRoute({
      method: 'put',
      path: ONE,
      access: signedIn,
      tag,
      operationId: 'changeBookingStatus',
      summary: 'Answer or settle a booking, as its chef',
      description: tableInWords(),
      params: bookingParams,
      body: changeStatusBody,
      replies: detailReplies,
      failures: [bookingNotFound, chefOnly, illegalTransition, tooEarly, tooLate],
      versioned: true,
      async handle({ viewer, params, body, expected }) {
        const { status, reason, allergies_read: allergiesRead } = body;
        const input = { reason, allergiesRead, expected };
        return replyTo(await transitions.changeStatus(viewer, params.id, status, input));
      },
    }),
    apiRoute({
      method: 'get',
      path: `${ONE}/cancellation`,
      access: signedIn,
      tag,
      operationId: 'previewCancellation',
      summary: 'What cancelling would give back',
      params: bookingParams,
      replies: { 200: { description: 'The refund, now and later', schema: refundSchema } },
      failures: [bookingNotFound, dinerOnly, illegalTransition],
      handle: async ({ viewer, params }) =>
        ok(presentRefund(await transitions.previewRefund(viewer, params.id))),
    }),
    apiRoute({
      method: 'post',
      path: `${ONE}/cancellation`,
      access: signedIn,
      tag,
      operationId: 'cancelBooking',
      summary: 'Withdraw a request or cancel a meal, as its diner',
      params: bookingParams,
      body: cancellationBody,
      replies: detailReplies,
      failures: [bookingNotFound, dinerOnly, illegalTransition, tooLate],
      versioned: true,
      async handle({ viewer, params, body, expected }) {
        const input = { reason: body.reason, expected };
        return replyTo(await transitions.cancel(viewer, params.id, input));
      },
    }),
  ];
}
