import { signedIn } from '../../../platform/http/auth/access.js';
import { blankForm, type FormState } from '../../../platform/http/input/form.js';
import { formPage } from '../../../platform/http/routes/form-page.js';
import { type PageRoute } from '../../../platform/http/routes/page-route.js';
import { idOf } from '../../../platform/http/input/url.js';
import { redirect } from '../../../platform/http/routes/reply.js';
import { view } from '../../../platform/http/routes/reply.js';
import type { BookingAccess } from '../booking/access.service.js';
import { illegalTransition } from '../booking/booking.errors.js';
import { presentBooking } from '../booking/booking.present.js';
import { rescheduleBody } from '../booking/booking.schemas.js';
import type { BookingsDeps } from '../deps.js';
import type { Rescheduling } from '../lifecycle/rescheduling.service.js';
import type { Transitions } from '../lifecycle/transitions.service.js';
import { mealTerms } from '../requests/slots.service.js';
import type { SignedInInput } from './booking.pages.js';

const MOVED = 'Moved. The chef sees the new time.';
const ASKED = 'Asked. The meal stays as it is until the new time is accepted.';

/** Marks that no form was sent: the page shows the meal's present time. */
const UNSENT = blankForm();

export function reschedulePages(
  access: BookingAccess,
  transitions: Transitions,
  rescheduling: Rescheduling,
  { chefs, availability }: Pick<BookingsDeps, 'chefs' | 'availability'>,
): PageRoute[] {
  async function showReschedule({ viewer, params }: SignedInInput, sent: FormState) {
    const seen = await access.detail(viewer, idOf(params));
    const actions = transitions.actionsFor(seen.booking, seen.as);
    if (!actions.includes('reschedule') && !actions.includes('ask_move')) throw illegalTransition();
    const chef = await chefs.find(seen.booking.chefId);
    const terms = mealTerms(seen.booking, chef);
    const booking = presentBooking(seen, seen.as);
    const { booking_date, start_time } = booking;
    const form = sent === UNSENT ? blankForm({ booking_date, start_time }) : sent;
    const date = rescheduleBody.shape.booking_date.safeParse(form.values.booking_date);
    const slots = date.success
      ? await availability.slotsOn(terms, date.data, booking.duration_hours, booking.id)
      : [];
    const chosen = slots.find((slot) => slot.startTime === form.values.start_time);
    return view('bookings/page/reschedule', 'Move the meal', {
      booking,
      other_name: seen.as === 'diner' ? chef.name : seen.dinerName,
      form,
      starts: slots.map(chefs.presentSlot),
      date: date.success ? date.data : null,
      chosen: chosen && chefs.presentSlot(chosen),
      min_date: availability.todayOf(terms),
      max_date: availability.lastDateOf(terms),
    });
  }

  return formPage({
    path: '/bookings/:id/reschedule',
    access: signedIn,
    schema: rescheduleBody,
    open: () => UNSENT,
    show: showReschedule,
    isRefresh: (form) => form.values.step === 'times',
    async act({ viewer, params }, wanted) {
      const id = idOf(params);
      const { after } = await rescheduling.reschedule(viewer, id, wanted);
      return redirect(`/bookings/${id}`, after.status === 'pending' ? MOVED : ASKED);
    },
  });
}
