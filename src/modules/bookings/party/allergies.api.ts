import { signedIn } from '../../../platform/http/auth/access.js';
import { apiRoute, type ApiRoute } from '../../../platform/http/routes/api-route.js';
import type { BookingAccess } from '../booking/access.service.js';
import { detailReplies, detailReply, ONE, tag } from '../booking/booking.api.js';
import {
  bookingNotFound,
  chefOnly,
  dinerOnly,
  illegalTransition,
  tooLate,
} from '../booking/booking.errors.js';
import { allergiesBody, bookingParams } from '../booking/booking.schemas.js';
import type { AllergiesService } from './allergies.service.js';

export function allergiesApi(access: BookingAccess, allergies: AllergiesService): ApiRoute[] {
  return [
    apiRoute({
      method: 'put',
      path: `${ONE}/allergies`,
      access: signedIn,
      tag,
      operationId: 'tellAllergies',
      summary: 'Tell the allergies of the party, as its diner, until the meal',
      description: 'After the confirmation the chef is asked to read them again.',
      params: bookingParams,
      body: allergiesBody,
      replies: detailReplies,
      failures: [bookingNotFound, dinerOnly, illegalTransition, tooLate],
      versioned: true,
      async handle({ viewer, params, body, expected }) {
        const told = await allergies.tell(viewer, params.id, body, expected);
        return detailReply(await access.detailOf(told, 'diner'));
      },
    }),
    apiRoute({
      method: 'post',
      path: `${ONE}/allergies/reading`,
      access: signedIn,
      tag,
      operationId: 'confirmAllergiesRead',
      summary: 'Say that changed allergies were read, as the chef',
      params: bookingParams,
      replies: detailReplies,
      failures: [bookingNotFound, chefOnly, illegalTransition],
      versioned: true,
      async handle({ viewer, params, expected }) {
        const read = await allergies.read(viewer, params.id, { expected });
        return detailReply(await access.detailOf(read, 'chef'));
      },
    }),
  ];
}
