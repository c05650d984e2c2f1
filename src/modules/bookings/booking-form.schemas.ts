import { z } from 'zod';
import { text } from '../../platform/http/fields.js';
import { createBookingBody, type CreateBooking } from './bookings.schemas.js';

/**
 * What the booking form asks for: what the API takes of one chef, the place always, and a plain
 * answer about allergies, because an empty list could mean that nobody was asked.
 */
export const bookingForm = createBookingBody
  .omit({ chef_id: true })
  .extend({
    start_time: createBookingBody.shape.start_time.unwrap(),
    district: text(1, 100),
    address: text(1, 300),
    has_allergies: z.enum(['no', 'yes'], 'Say whether anybody has an allergy.'),
  })
  .refine((form) => form.has_allergies !== 'yes' || namesAllergies(form), {
    path: ['allergies'],
    error: 'Tick the allergies, or describe them.',
    // Told together with whatever else is wrong.
    when: () => true,
  });
type BookingForm = z.infer<typeof bookingForm>;

/**
 * A form as it was sent, in the words of the schema: a time that was offered in the place of a taken
 * one comes as one value, DATE TIME, and naming an allergy says that there is one.
 */
export function asEntered(body: unknown): Record<string, unknown> {
  const { at, ...entered } = (body ?? {}) as Record<string, unknown>;
  const [booking_date, start_time] = typeof at === 'string' ? at.split(' ') : [];
  return {
    ...entered,
    ...(start_time === undefined ? {} : { booking_date, start_time }),
    ...(entered.has_allergies === undefined && namesAllergies(entered)
      ? { has_allergies: 'yes' }
      : {}),
  };
}

/** What is wanted of a chef; allergies ticked before the answer became "no" do not count. */
export function wantedOf(
  chefId: number,
  { has_allergies: answer, ...form }: BookingForm,
): CreateBooking {
  const none = answer === 'no' ? { allergies: [], allergy_notes: null } : {};
  return { ...form, ...none, chef_id: chefId };
}

function namesAllergies({
  allergies,
  allergy_notes: notes,
}: {
  allergies?: unknown;
  allergy_notes?: unknown;
}): boolean {
  const ticked = [allergies ?? []].flat();
  return ticked.length > 0 || (typeof notes === 'string' && notes.trim() !== '');
}
