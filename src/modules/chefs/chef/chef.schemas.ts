import { z } from 'zod';
import { idField } from '../../../platform/http/input/fields.js';
import { isTimeZone } from '../../../platform/time/instants.js';

export const chefParams = z.strictObject({ id: idField });

export const policyField = z.enum(
  ['flexible', 'moderate', 'strict'],
  'Choose one of the policies.',
);
export const hoursField = z
  .int('Enter a whole number of hours.')
  .min(1, 'Book at least 1 hour.')
  .max(12, 'Book at most 12 hours.');
export const guestsField = z
  .int('Enter a whole number of guests.')
  .min(1, 'Enter at least 1 guest.')
  .max(100, 'Enter at most 100 guests.');
export const timeZoneField = z
  .string('Choose a time zone such as Asia/Seoul.')
  .refine(isTimeZone, 'Choose a time zone such as Asia/Seoul.');

export const chefSchema = z
  .strictObject({
    id: idField,
    name: z.string(),
    bio: z.string(),
    cuisine_type: z.string(),
    location: z.string(),
    price_per_session: z.int().meta({ description: 'Per hour, in minor units of the currency.' }),
    currency: z.string(),
    rating: z.number().nullable(),
    rating_count: z.int(),
    time_zone: z.string(),
    photo_url: z.string().nullable(),
    min_hours: z.int(),
    max_hours: z.int(),
    max_guests: z.int(),
    cancellation_policy: policyField,
  })
  .meta({ id: 'Chef', description: 'A private chef, as anyone may see.' });
export type PublicChef = z.infer<typeof chefSchema>;
