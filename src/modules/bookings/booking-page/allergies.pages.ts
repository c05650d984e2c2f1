import type { Clock } from '../../../platform/clock.js';
import { signedIn } from '../../../platform/http/auth/access.js';
import { blankForm, type FormState } from '../../../platform/http/input/form.js';
import { idOf } from '../../../platform/http/input/url.js';
import { formPage, formPost } from '../../../platform/http/routes/form-page.js';
import type { PageRoute } from '../../../platform/http/routes/page-route.js';
import { redirect, view } from '../../../platform/http/routes/reply.js';
import type { BookingAccess, BookingDetail } from '../booking/access.service.js';
import { bookingNotFound, illegalTransition } from '../booking/booking.errors.js';
import { presentBooking } from '../booking/booking.present.js';
import { allergyForm, readAllergiesBody } from '../booking/booking.schemas.js';
import { ALLERGENS, hasAllergies, optionsOf } from '../booking/party.rules.js';
import { partyOf, toldBy } from '../booking/party.schemas.js';
import { canTellAllergies, type AllergiesService } from '../party/allergies.service.js';
import type { RenderBookingPage, SignedInInput } from './booking.pages.js';

/** The diner tells the allergies, or tells them anew; the chef says that a change was read. */
export function allergiesPages(
  access: BookingAccess,
  allergies: AllergiesService,
  renderPage: RenderBookingPage,
  clock: Clock,
): PageRoute[] {
  async function ownBooking({ viewer, params }: SignedInInput): Promise<{ seen: BookingDetail }> {
    const seen = await access.detail(viewer, idOf(params));
    if (seen.as !== 'diner') throw bookingNotFound();
    if (!canTellAllergies(seen.booking, clock.now())) throw illegalTransition();
    return { seen };
  }

  return [
    ...formPage({
      path: '/bookings/:id/allergies',
      access: signedIn,
      load: ownBooking,
      schema: allergyForm,
      open: ({ seen }) => asTold(seen),
      show: ({ seen }, form) =>
        view('bookings/page/allergies', 'Allergies', {
          booking: presentBooking(seen, 'diner'),
          form,
          allergens: optionsOf(ALLERGENS),
        }),
      async act({ viewer, params }, answer) {
        const id = idOf(params);
        await allergies.tell(viewer, id, toldBy(answer));
        return redirect(`/bookings/${id}`, 'The chef can see this now.');
      },
    }),
    formPost({
      path: '/bookings/:id/allergies-read',
      access: signedIn,
      schema: readAllergiesBody,
      show: renderPage,
      async act({ viewer, params }, { version: seenVersion }) {
        const id = idOf(params);
        await allergies.read(viewer, id, { seenVersion });
        return redirect(`/bookings/${id}`, 'Marked as read.');
      },
    }),
  ];
}

function asTold({ booking }: BookingDetail): FormState {
  const { allergies, allergy_notes: notes } = partyOf(booking);
  if (allergies === null) return blankForm();
  const has_allergies = hasAllergies({ allergies, allergy_notes: notes }) ? 'yes' : 'no';
  return { ...blankForm({ has_allergies, allergy_notes: notes }), lists: { allergies } };
}
