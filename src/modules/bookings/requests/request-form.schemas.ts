import { z } from 'zod';
import { text } from '../../../platform/http/input/fields.js';
import { createBookingBody, type CreateBooking } from '../booking/booking.schemas.js';

/** As in the API, but place and allergies need an answer: an empty list may be an oversight. */
export const bookingForm = createBookingBody
  .omit({ chef_id: true, expected_total: true })
  .extend({
    start_time: createBookingBody.shape.start_time.unwrap(),
    district: text(1, 100),
    address: text(1, 300),
    has_allergies: z.enum(['no', 'yes'], 'Say whether anybody has an allergy.'),
  })
  .refine((form) => form.has_allergies !== 'yes' || mentionsAllergies(form), {
    path: ['allergies'],
    error: 'Tick the allergies, or describe them.',
    // Checked even if other fields are wrong.
    when: () => true,
  });
type BookingForm = z.infer<typeof bookingForm>;

/** Splits an offered time (`at`: DATE TIME) into fields; naming an allergy answers "yes". */
export function asEntered(body: unknown): Record<string, unknown> {
  const { at, ...entered } = (body ?? {}) as Record<string, unknown>;
  const [booking_date, start_time] = typeof at === 'string' ? at.split(' ') : [];
  return {
    ...entered,
    ...(start_time === undefined ? {} : { booking_date, start_time }),
    ...(entered.has_allergies === undefined && mentionsAllergies(entered)
      ? { has_allergies: 'yes' }
      : {}),
  };
}

/** Allergies ticked before the answer became "no" do not count. */
export function wantedOf(
  chefId: number,
  { has_allergies: answer, ...form }: BookingForm,
): CreateBooking {
  const none = answer === 'no' ? { allergies: [], allergy_notes: null } : {};
  return { ...form, ...none, chef_id: chefId };
}

function mentionsAllergies({
  allergies,
  allergy_notes: notes,
}: {
  allergies?: unknown;
  allergy_notes?: unknown;
}): boolean {
  const ticked = [allergies ?? []].flat();
  return ticked.length > 0 || (typeof notes === 'string' && notes.trim() !== '');
}
