import { signedIn } from '../../../platform/http/auth/access.js';
import type { FormState } from '../../../platform/http/input/form.js';
import { formPage } from '../../../platform/http/routes/form-page.js';
import { type PageRoute } from '../../../platform/http/routes/page-route.js';
import { idOf } from '../../../platform/http/input/url.js';
import { redirect } from '../../../platform/http/routes/reply.js';
import { view } from '../../../platform/http/routes/reply.js';
import type { BookingAccess, BookingDetail } from '../booking/access.service.js';
import { presentBooking, presentRefund } from '../booking/booking.present.js';
import { cancellationBody } from '../booking/booking.schemas.js';
import type { Transitions } from '../lifecycle/transitions.service.js';
import type { SignedInInput } from './booking.pages.js';

export function cancelPages(access: BookingAccess, transitions: Transitions): PageRoute[] {
  async function showCancel({ viewer, params }: SignedInInput, form: FormState) {
    const seen = await access.detail(viewer, idOf(params));
    const isPending = seen.booking.status === 'pending';
    return view('bookings/page/cancel', isPending ? 'Withdraw your request' : 'Cancel the meal', {
      booking: presentBooking(seen, seen.as),
      refund: presentRefund(refundFor(seen)),
      form,
      viewer_is: seen.as,
    });
  }

  /** A chef who cancels refunds everything. */
  function refundFor({ booking, as }: BookingDetail) {
    return as === 'diner'
      ? transitions.refundNow(booking)
      : { amount: booking.totalPrice, currency: booking.currency, steps: [] };
  }

  return formPage({
    path: '/bookings/:id/cancel',
    access: signedIn,
    schema: cancellationBody,
    show: showCancel,
    async act({ viewer, params }, { reason }) {
      const id = idOf(params);
      await transitions.cancelAsEither(viewer, id, { reason });
      return redirect(`/bookings/${id}`, 'Cancelled.');
    },
  });
}
