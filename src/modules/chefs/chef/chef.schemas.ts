import { z } from 'zod';
import { addressField, currencyField, idField } from '../../../platform/http/input/fields.js';
import { isTimeZone } from '../../../platform/time/instants.js';

export const chefParams = z.strictObject({ id: idField });

export const policyField = z.enum(
  ['flexible', 'moderate', 'strict'],
  'Choose one of the policies.',
);
export const hoursField = z
  .int('Enter a whole number of hours.')
  .min(1, 'Book at least 1 hour.')
  .max(12, 'Book at most 12 hours.')
  .meta({ examples: [3] });
export const guestsField = z
  .int('Enter a whole number of guests.')
  .min(1, 'Enter at least 1 guest.')
  .max(100, 'Enter at most 100 guests.')
  .meta({ examples: [4] });
const ZONE = { examples: ['Asia/Seoul'] };
export const timeZoneField = z
  .string('Choose a time zone such as Asia/Seoul.')
  .refine(isTimeZone, 'Choose a time zone such as Asia/Seoul.')
  .meta(ZONE);

export const chefSchema = z
  .strictObject({
    id: idField,
    name: z.string().meta({ examples: ['Park Min-jun'] }),
    bio: z.string().meta({ examples: ['Cooks what his grandmother cooked.'] }),
    cuisine_type: z.string().meta({ examples: ['Korean'] }),
    location: z.string().meta({ examples: ['Seoul'] }),
    price_per_session: z
      .int()
      .meta({ description: 'Per hour, in minor units of the currency.', examples: [12_000] }),
    currency: currencyField,
    rating: z
      .number()
      .min(0)
      .max(5)
      .nullable()
      .meta({ examples: [4.8] }),
    rating_count: z
      .int()
      .min(0)
      .meta({ examples: [31] }),
    time_zone: z.string().meta(ZONE),
    photo_url: addressField.nullable(),
    min_hours: z.int(),
    max_hours: z.int().meta({ examples: [6] }),
    max_guests: z.int().meta({ examples: [8] }),
    cancellation_policy: policyField,
  })
  .meta({ id: 'Chef', description: 'A private chef, as anyone may see.' });
export type PublicChef = z.infer<typeof chefSchema>;
