import { signedIn } from '../../platform/http/access.js';
import { blankForm, readForm, withFailure, type FormState } from '../../platform/http/input.js';
import {
  goTo,
  idOf,
  pageRoute,
  show,
  type PageInput,
  type PageReply,
  type PageRoute,
} from '../../platform/http/page-route.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { illegalTransition } from './bookings.errors.js';
import { presentBooking, presentRefund } from './bookings.present.js';
import type { BookingPage } from './bookings.pages.js';
import { cancellationBody, declineBody, pressBody, rescheduleBody } from './bookings.schemas.js';
import type { Booking, Reading } from './reading.service.js';
import type { BookingStatus } from './bookings.states.js';
import type { BookingsDeps } from './bookings.service.js';
import { asBooked, type Rescheduling } from './rescheduling.service.js';
import type { Transitions } from './transitions.service.js';
import type { Workplace } from './workplace.service.js';

type Input = PageInput<{ kind: 'signed-in' }>;

/** The pages that change a booking: buttons post, and what needs words has a form of its own. */
export function transitionsPages(
  reading: Reading,
  transitions: Transitions,
  rescheduling: Rescheduling,
  workplace: Workplace,
  bookingPage: BookingPage,
  { chefs, availability }: Pick<BookingsDeps, 'chefs' | 'availability'>,
): PageRoute[] {
  const press = (name: string, to: BookingStatus, said: string) =>
    pageRoute({
      method: 'post',
      path: `/bookings/:id/${name}`,
      access: signedIn,
      async handle(input) {
        const id = idOf(input.params);
        const read = readForm(pressBody, input.body);
        if (!read.ok) return bookingPage(input, read.form);
        return explaining(
          read.form,
          (again) => bookingPage(input, again),
          async () => {
            const { allergies_read: allergiesRead, back } = read.input;
            const told = { allergiesRead };
            const answered = await transitions.changeStatus(input.viewer, id, to, told);
            return goTo(back === 'inbox' ? await inboxAfter(answered) : `/bookings/${id}`, said);
          },
        );
      },
    });

  const cancelPage = async (input: Input, form: FormState) => {
    const seen = await reading.detail(input.viewer, idOf(input.params));
    const refund =
      seen.as === 'diner'
        ? await transitions.previewRefund(input.viewer, seen.booking.id)
        : { amount: seen.booking.totalPrice, currency: seen.booking.currency, steps: [] };
    const pending = seen.booking.status === 'pending';
    return show('bookings/cancel', pending ? 'Withdraw your request' : 'Cancel the meal', {
      booking: presentBooking(seen, seen.as),
      refund: presentRefund(refund),
      form,
      viewer_is: seen.as,
    });
  };

  const declinePage = async (input: Input, form: FormState) => {
    const seen = await reading.detail(input.viewer, idOf(input.params));
    if (!transitions.actionsFor(seen.booking, seen.as).includes('decline')) {
      throw illegalTransition();
    }
    return show('bookings/decline', 'Decline the request', {
      booking: presentBooking(seen, seen.as),
      diner_name: seen.dinerName,
      form,
    });
  };

  const reschedulePage = async (input: Input, form: FormState | null) => {
    const seen = await reading.detail(input.viewer, idOf(input.params));
    if (!transitions.actionsFor(seen.booking, seen.as).includes('reschedule')) {
      throw illegalTransition();
    }
    const chef = asBooked(seen.booking, await chefs.find(seen.booking.chefId));
    const booking = presentBooking(seen, seen.as);
    const shown =
      form ?? blankForm({ booking_date: booking.booking_date, start_time: booking.start_time });
    const date = rescheduleBody.shape.booking_date.safeParse(shown.values.booking_date);
    const slots = date.success
      ? await availability.slotsOn(chef, date.data, booking.duration_hours, booking.id)
      : [];
    const chosen = slots.find((slot) => slot.startTime === shown.values.start_time);
    return show('bookings/reschedule', 'Move the meal', {
      booking,
      chef: chefs.present(chef),
      form: shown,
      starts: slots.map(chefs.presentSlot),
      date: date.success ? date.data : null,
      chosen: chosen && chefs.presentSlot(chosen),
      min_date: availability.todayOf(chef),
      max_date: availability.lastDateOf(chef),
    });
  };

  return [
    press('confirm', 'confirmed', 'Confirmed. The diner can see it now.'),
    press('complete', 'completed', 'Marked as completed.'),
    press('no_show', 'no_show', 'Marked as a no-show.'),
    ...form('/bookings/:id/cancel', cancelPage, async (input) => {
      const read = readForm(cancellationBody, input.body);
      if (!read.ok) return cancelPage(input, read.form);
      const id = idOf(input.params);
      return explaining(
        read.form,
        (again) => cancelPage(input, again),
        async () => {
          await cancelAs(input.viewer, id, read.input.reason);
          return goTo(`/bookings/${id}`, 'Cancelled.');
        },
      );
    }),
    ...form('/bookings/:id/decline', declinePage, async (input) => {
      const read = readForm(declineBody, input.body);
      if (!read.ok) return declinePage(input, read.form);
      const { reason } = read.input;
      const id = idOf(input.params);
      const answered = await transitions.changeStatus(input.viewer, id, 'declined', { reason });
      return goTo(await inboxAfter(answered), 'Declined. The diner has been told why.');
    }),
    ...form(
      '/bookings/:id/reschedule',
      (input) => reschedulePage(input, null),
      async (input) => {
        const read = readForm(rescheduleBody, input.body);
        if (read.form.values.step === 'times') {
          return reschedulePage(input, { ...read.form, errors: [] });
        }
        if (!read.ok) return reschedulePage(input, read.form);
        const id = idOf(input.params);
        return explaining(
          read.form,
          (again) => reschedulePage(input, again),
          async () => {
            await rescheduling.reschedule(input.viewer, id, read.input);
            return goTo(`/bookings/${id}`, 'Moved. The chef has to confirm the new time.');
          },
        );
      },
    ),
  ];

  /** The inbox, at the request to answer next: that is where the focus goes. */
  async function inboxAfter(answered: Booking): Promise<string> {
    const next = await workplace.nextRequest(answered);
    return `/chef/inbox#${next === null ? 'inbox' : `request-${next}`}`;
  }

  async function cancelAs(viewer: Viewer, id: number, reason: string | undefined) {
    const { as } = await reading.seenBy(viewer, id);
    if (as === 'diner') await transitions.cancel(viewer, id, { reason });
    else await transitions.changeStatus(viewer, id, 'cancelled', { reason });
  }
}

/** A page with a form: shown at its address, sent to the same. */
function form(
  path: string,
  shown: (input: Input, state: FormState) => Promise<PageReply>,
  sent: (input: Input) => Promise<PageReply>,
): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path,
      access: signedIn,
      handle: (input) => shown(input, blankForm()),
    }),
    pageRoute({ method: 'post', path, access: signedIn, handle: sent }),
  ];
}

/** Shows the form again when the failure is about its fields. */
async function explaining(
  state: FormState,
  again: (state: FormState) => Promise<PageReply>,
  act: () => Promise<PageReply>,
): Promise<PageReply> {
  try {
    return await act();
  } catch (error) {
    return again(withFailure(state, error));
  }
}
