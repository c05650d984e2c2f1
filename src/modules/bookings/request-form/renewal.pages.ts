import { AppError } from '../../../platform/errors.js';
import type { FormState } from '../../../platform/http/input/form.js';
import { view, type PageReply } from '../../../platform/http/routes/reply.js';
import type { Viewer } from '../../../platform/viewer.js';
import type { Chef } from '../../chefs/index.js';
import { notCovered } from '../booking/booking.errors.js';
import type { BookingsDeps } from '../deps.js';
import { carriedFields, FORM_ID } from './request-form.present.js';

const RENEW = 'renew';

/** In place of a review: the same fields, and a button that goes on once the subscription renews. */
export function createRenewal({
  chefs,
  subscriptions,
}: Pick<BookingsDeps, 'chefs' | 'subscriptions'>) {
  return {
    /** Whether a failure is one that a renewal would mend. */
    isNeeded: notCovered.is,

    /** When its button was pressed. */
    async renewIfAsked(viewer: Viewer, form: FormState): Promise<void> {
      if (form.values.step === RENEW) await subscriptions.renewCurrent(viewer);
    },

    async offer(
      { viewer, chef }: { viewer: Viewer; chef: Chef },
      form: FormState,
      { kind, message }: AppError,
    ): Promise<PageReply> {
      const current = await subscriptions.current(viewer);
      if (current === null) throw subscriptions.required();
      return view('bookings/request/renew', 'Your subscription ends before the meal', {
        chef: chefs.present(chef),
        subscription: subscriptions.present(current),
        // Somebody who comes back to it comes back to the review.
        carried: [...carriedFields(form), ['quote', '']],
        sends: FORM_ID,
        form: { ...form, errors: [{ field: 'renewal', message }], status: kind.status },
      });
    },
  };
}
