import { signedIn } from '../../../platform/http/auth/access.js';
import { apiRoute, type ApiRoute } from '../../../platform/http/routes/api-route.js';
import type { BookingAccess } from '../booking/access.service.js';
import { detailReplies, ONE, replyAfter, tag } from '../booking/booking.api.js';
import {
  bookingNotFound,
  holdingLimit,
  illegalTransition,
  notCovered,
  slotTaken,
  tooLate,
} from '../booking/booking.errors.js';
import { bookingParams, moveAnswerBody, rescheduleBody } from '../booking/booking.schemas.js';
import type { MoveAnswerAction, Moves } from './moves.service.js';
import type { Rescheduling } from './rescheduling.service.js';

export function movesApi(
  access: BookingAccess,
  { reschedule }: Rescheduling,
  { answerMove }: Moves,
): ApiRoute[] {
  const common = { method: 'post', access: signedIn, tag, params: bookingParams } as const;
  const replyTo = replyAfter(access);

  const answer = (
    name: string,
    action: MoveAnswerAction,
    told: { operationId: string; summary: string },
  ) =>
    apiRoute({
      ...common,
      path: `${ONE}/move/${name}`,
      ...told,
      body: moveAnswerBody,
      replies: detailReplies,
      failures: [
        ...[bookingNotFound, illegalTransition],
        ...(action === 'accept_move' ? [tooLate, notCovered] : []),
      ],
      versioned: true,
      handle: async ({ viewer, params, body, expected }) =>
        replyTo(await answerMove(viewer, params.id, action, { ...body, expected })),
    });

  return [
    apiRoute({
      ...common,
      path: `${ONE}/reschedule`,
      operationId: 'rescheduleBooking',
      summary: 'Ask to move a confirmed meal, as its diner or its chef; or move a request',
      description: [
        'A confirmed meal keeps its time and terms until the other side accepts; both times are held.',
        'In place of an answer, the other side may ask for another time.',
        'A request gets its new time at once, by its diner alone.',
      ].join('\n'),
      body: rescheduleBody,
      replies: detailReplies,
      failures: [
        ...[bookingNotFound, illegalTransition, tooLate],
        ...[slotTaken, notCovered, holdingLimit],
      ],
      versioned: true,
      handle: async ({ viewer, params, body, expected }) =>
        replyTo(await reschedule(viewer, params.id, body, { expected })),
    }),
    answer('acceptance', 'accept_move', {
      operationId: 'acceptMove',
      summary: 'Accept the new time that the other side asks for',
    }),
    answer('refusal', 'decline_move', {
      operationId: 'declineMove',
      summary: 'Decline the new time: the meal stays as it was confirmed',
    }),
    answer('withdrawal', 'withdraw_move', {
      operationId: 'withdrawMove',
      summary: 'Ask no longer for the new time',
    }),
  ];
}
