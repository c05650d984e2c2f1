import type { z } from 'zod';
import { text } from '../../../platform/http/input/fields.js';
import { createBookingBody, type CreateBooking } from '../booking/booking.schemas.js';
import {
  allergyAnswer,
  mentionsAllergies,
  namesAllergies,
  toldBy,
  UNNAMED_ALLERGIES,
} from '../booking/party.schemas.js';

/** As in the API, but place and allergies need an answer. */
export const bookingForm = createBookingBody
  .omit({ chef_id: true, expected_total: true })
  .extend({
    start_time: createBookingBody.shape.start_time.unwrap(),
    district: text(1, 100),
    address: text(1, 300),
    ...allergyAnswer,
  })
  .refine(namesAllergies, UNNAMED_ALLERGIES);
export type BookingForm = z.infer<typeof bookingForm>;

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

export function wantedOf(
  chefId: number,
  { has_allergies: answer, ...form }: BookingForm,
): CreateBooking {
  return { ...form, ...toldBy({ has_allergies: answer, ...form }), chef_id: chefId };
}
