import { signedIn } from '../../../platform/http/auth/access.js';
import type { FormState } from '../../../platform/http/input/form.js';
import { formPage, formPost } from '../../../platform/http/routes/form-page.js';
import { type PageRoute } from '../../../platform/http/routes/page-route.js';
import { idOf } from '../../../platform/http/input/url.js';
import { redirect } from '../../../platform/http/routes/reply.js';
import { view } from '../../../platform/http/routes/reply.js';
import type { Booking, BookingAccess } from '../booking/access.service.js';
import { illegalTransition } from '../booking/booking.errors.js';
import { presentBooking } from '../booking/booking.present.js';
import { declineBody, moveAnswerForm, pressBody } from '../booking/booking.schemas.js';
import type { BookingStatus } from '../booking/booking.states.js';
import type { MoveAnswerAction, Moves } from '../lifecycle/moves.service.js';
import type { Transitions } from '../lifecycle/transitions.service.js';
import type { Inbox } from '../workday/inbox.service.js';
import type { RenderBookingPage, SignedInInput } from './booking.pages.js';

export function answerPages(
  access: BookingAccess,
  transitions: Transitions & Moves,
  inbox: Inbox,
  renderPage: RenderBookingPage,
): PageRoute[] {
  const { answerMove } = transitions;
  const button = (name: string, to: BookingStatus, notice: string) =>
    formPost({
      path: `/bookings/:id/${name}`,
      access: signedIn,
      schema: pressBody,
      show: renderPage,
      async act({ viewer, params }, { allergies_read: allergiesRead, version: seenVersion, back }) {
        const id = idOf(params);
        const { before } = await transitions.changeStatus(viewer, id, to, {
          allergiesRead,
          seenVersion,
        });
        return redirect(back === 'inbox' ? await inboxAfter(before) : `/bookings/${id}`, notice);
      },
    });

  const moveAnswer = (action: MoveAnswerAction, notice: string) =>
    formPost({
      path: `/bookings/:id/${action}`,
      access: signedIn,
      schema: moveAnswerForm,
      show: renderPage,
      async act({ viewer, params }, { back, ...answer }) {
        const id = idOf(params);
        const { before } = await answerMove(viewer, id, action, answer);
        return redirect(back === 'inbox' ? await inboxAfter(before) : `/bookings/${id}`, notice);
      },
    });

  async function showDecline({ viewer, params }: SignedInInput, form: FormState) {
    const seen = await access.detail(viewer, idOf(params));
    if (!transitions.actionsFor(seen.booking, seen.as).includes('decline')) {
      throw illegalTransition();
    }
    return view('bookings/page/decline', 'Decline the request', {
      booking: presentBooking(seen, seen.as),
      diner_name: seen.dinerName,
      form,
    });
  }

  async function inboxAfter(answered: Booking): Promise<string> {
    const next = await inbox.nextRequest(answered);
    return `/chef/inbox#${next === null ? 'inbox' : `request-${next}`}`;
  }

  return [
    moveAnswer('accept_move', 'Moved to the new time.'),
    moveAnswer('decline_move', 'The meal stays at its time.'),
    moveAnswer('withdraw_move', 'The meal stays at its time.'),
    button('confirm', 'confirmed', 'Confirmed. The diner can see it now.'),
    button('complete', 'completed', 'Marked as completed.'),
    button('no_show', 'no_show', 'Marked as a no-show.'),
    ...formPage({
      path: '/bookings/:id/decline',
      access: signedIn,
      schema: declineBody,
      show: showDecline,
      async act({ viewer, params }, { reason }) {
        const id = idOf(params);
        const { before } = await transitions.changeStatus(viewer, id, 'declined', { reason });
        return redirect(await inboxAfter(before), 'Declined. The diner has been told why.');
      },
    }),
  ];
}
