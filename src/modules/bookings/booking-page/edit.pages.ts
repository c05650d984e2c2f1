import { signedIn } from '../../../platform/http/auth/access.js';
import { blankForm, type FormState } from '../../../platform/http/input/form.js';
import { formPage } from '../../../platform/http/routes/form-page.js';
import type { PageRoute } from '../../../platform/http/routes/page-route.js';
import { idOf } from '../../../platform/http/input/url.js';
import { redirect, view } from '../../../platform/http/routes/reply.js';
import type { BookingAccess, BookingDetail } from '../booking/access.service.js';
import { bookingNotFound, illegalTransition } from '../booking/booking.errors.js';
import { presentBooking } from '../booking/booking.present.js';
import { DIETS, optionsOf } from '../booking/party.rules.js';
import { editForm, editOf, partyOf } from '../booking/party.schemas.js';
import type { BookingsDeps } from '../deps.js';
import type { Transitions } from '../lifecycle/transitions.service.js';
import type { Edits } from '../party/edits.service.js';
import type { SignedInInput } from './booking.pages.js';

export function editPages(
  access: BookingAccess,
  { edit }: Edits,
  transitions: Transitions,
  chefs: BookingsDeps['chefs'],
): PageRoute[] {
  async function ownRequest({ viewer, params }: SignedInInput) {
    const seen = await access.detail(viewer, idOf(params));
    if (seen.as !== 'diner') throw bookingNotFound();
    if (!transitions.actionsFor(seen.booking, 'diner').includes('edit')) throw illegalTransition();
    return { seen, chef: await chefs.find(seen.booking.chefId) };
  }

  return formPage({
    path: '/bookings/:id/edit',
    access: signedIn,
    load: ownRequest,
    schema: editForm,
    open: ({ seen }) => asBooked(seen),
    show: ({ seen, chef }, form) =>
      view('bookings/page/edit', 'Change the request', {
        booking: presentBooking(seen, 'diner'),
        max_guests: chef.maxGuests,
        diets: optionsOf(DIETS),
        form,
      }),
    async act({ viewer, params }, wanted) {
      const id = idOf(params);
      await edit(viewer, id, editOf(wanted));
      return redirect(`/bookings/${id}`, 'Changed. The chef can see it now.');
    },
  });
}

function asBooked({ booking }: BookingDetail): FormState {
  const { guests, district, address, special_requests, dietary_needs } = partyOf(booking);
  const lists = { dietary_needs };
  return { ...blankForm({ guests, district, address, special_requests }), lists };
}
