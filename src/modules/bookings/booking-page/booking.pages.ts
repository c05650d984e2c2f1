import type { Clock } from '../../../platform/clock.js';
import { signedIn } from '../../../platform/http/auth/access.js';
import { blankForm, type FormState } from '../../../platform/http/input/form.js';
import {
  pageRoute,
  type PageInput,
  type PageRoute,
} from '../../../platform/http/routes/page-route.js';
import { idOf } from '../../../platform/http/input/url.js';
import { view } from '../../../platform/http/routes/reply.js';
import { type PageReply } from '../../../platform/http/routes/reply.js';
import { message } from '../../../platform/i18n/language.js';
import type { BookingAccess, BookingDetail } from '../booking/access.service.js';
import { bookingNotFound } from '../booking/booking.errors.js';
import { presentCandidate, presentEvent, presentOnPage } from '../booking/booking.present.js';
import { UNFULFILLED } from '../booking/booking.states.js';
import { presentActions } from '../lifecycle/actions.present.js';
import { canTellAllergies } from '../party/allergies.service.js';
import type { Transitions } from '../lifecycle/transitions.service.js';
import type { Rescue } from '../rescue/rescue.service.js';
import type { Inbox } from '../workday/inbox.service.js';
import { presentContext } from '../workday/workday.present.js';

export type SignedInInput = PageInput<typeof signedIn>;
export type RenderBookingPage = (input: SignedInInput, form: FormState) => Promise<PageReply>;

interface Sources {
  transitions: Transitions;
  rescue: Rescue;
  inbox: Inbox;
  clock: Clock;
}

/** The result shows one booking, with the state of a form sent from its page. */
export function bookingPageRenderer(sources: Sources): RenderBookingPage {
  const { transitions, rescue, inbox, clock } = sources;

  async function candidatesFor({ viewer }: SignedInInput, { booking, as }: BookingDetail) {
    if (as !== 'diner' || !UNFULFILLED.includes(booking.status)) return [];
    return (await rescue.candidatesFor(viewer, booking)).map(presentCandidate);
  }

  return async (input, form) => {
    const { seen, contextOf } = await inbox.request(input.viewer, idOf(input.params));
    const { id, timeZone } = seen.booking;
    const context = contextOf(seen.booking);
    return view('bookings/page/show', message('Booking {{id}}', { id }), {
      booking: {
        ...presentOnPage(seen, seen.as),
        history: seen.history.map(presentEvent),
      },
      viewer_is: seen.as,
      can_tell: seen.as === 'diner' && canTellAllergies(seen.booking, clock.now()),
      context: context && presentContext(context, timeZone),
      candidates: await candidatesFor(input, seen),
      actions: presentActions(transitions.actionsFor(seen.booking, seen.as)),
      form,
      now: clock.now().toISOString(),
    });
  };
}

export function bookingPages(
  access: BookingAccess,
  renderPage: RenderBookingPage,
  clock: Clock,
): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: '/bookings/:id',
      access: signedIn,
      handle: (input) => renderPage(input, blankForm()),
    }),
    pageRoute({
      method: 'get',
      path: '/bookings/:id/requested',
      access: signedIn,
      async handle(input) {
        const seen = await access.detail(input.viewer, idOf(input.params));
        if (seen.as !== 'diner') throw bookingNotFound();
        return view('bookings/request/requested', 'Request sent', {
          booking: presentOnPage(seen, 'diner'),
          now: clock.now().toISOString(),
        });
      },
    }),
  ];
}
