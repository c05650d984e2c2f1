import { signedIn } from '../../../platform/http/auth/access.js';
import { apiRoute, type ApiRoute } from '../../../platform/http/routes/api-route.js';
import type { BookingAccess } from '../booking/access.service.js';
import { detailReplies, detailReply, ONE, tag } from '../booking/booking.api.js';
import {
  bookingNotFound,
  dinerOnly,
  illegalTransition,
  tooLate,
} from '../booking/booking.errors.js';
import { bookingParams } from '../booking/booking.schemas.js';
import { editBody } from '../booking/party.schemas.js';
import type { Edits } from './edits.service.js';

export function editsApi(access: BookingAccess, { edit }: Edits): ApiRoute[] {
  return [
    apiRoute({
      method: 'patch',
      path: ONE,
      access: signedIn,
      tag,
      operationId: 'editRequest',
      summary: 'Change a request before it is answered, as its diner',
      description: 'What is not sent stays, null takes away. Times move by the reschedule.',
      params: bookingParams,
      body: editBody,
      replies: detailReplies,
      failures: [bookingNotFound, dinerOnly, illegalTransition, tooLate],
      versioned: true,
      async handle({ viewer, params, body, expected }) {
        const edited = await edit(viewer, params.id, body, { expected });
        return detailReply(await access.detailOf(edited, 'diner'));
      },
    }),
  ];
}
