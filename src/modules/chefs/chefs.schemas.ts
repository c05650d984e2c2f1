import { z } from 'zod';
import { dateField, idField, text } from '../../platform/http/fields.js';
import { pageQuery } from '../../platform/http/paging.js';
import { isTimeZone } from '../../platform/time.js';

export const chefParams = z.strictObject({ id: idField });

const hoursSchema = z
  .int('Enter a whole number of hours.')
  .min(1, 'Book at least 1 hour.')
  .max(12, 'Book at most 12 hours.');
const guestsSchema = z
  .int('Enter a whole number of guests.')
  .min(1, 'Enter at least 1 guest.')
  .max(100, 'Enter at most 100 guests.');

const policySchema = z.enum(['flexible', 'moderate', 'strict']);

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
    cancellation_policy: policySchema,
  })
  .meta({ id: 'Chef', description: 'A private chef, as anyone may see.' });
export type PublicChef = z.infer<typeof chefSchema>;

export const SORTS = ['recommended', 'price_asc', 'price_desc', 'rating', 'newest'] as const;
const price = z.int('Enter a whole amount.').min(0).max(2_000_000_000);

const filters = {
  q: text(1, 100).optional(),
  cuisine: z.array(text(1, 60)).max(20).optional(),
  location: text(1, 100).optional(),
  date: dateField.optional(),
  min_price: price.optional(),
  max_price: price.optional(),
  min_rating: z.number().min(0).max(5).optional(),
  guests: guestsSchema.optional(),
  sort: z.enum(SORTS).default('recommended'),
};
export const chefSearchQuery = z.strictObject({ ...filters, ...pageQuery });
export type ChefSearch = z.infer<typeof chefSearchQuery>;

/** What a visitor of a chef's page has in mind. */
export const chefChoiceQuery = z.strictObject({
  date: dateField.optional(),
  duration_hours: hoursSchema.optional(),
  guests: guestsSchema.optional(),
});

const profile = {
  name: text(1, 100),
  bio: text(1, 4000),
  cuisine_type: text(1, 60),
  location: text(1, 100),
  price_per_session: z
    .int('Enter a whole amount.')
    .min(1, 'Enter a price above 0.')
    .max(100_000_000, 'Enter a price of at most 100,000,000.'),
  time_zone: z.string().refine(isTimeZone, 'Choose a time zone such as Asia/Seoul.'),
  min_hours: hoursSchema,
  max_hours: hoursSchema,
  max_guests: guestsSchema,
  cancellation_policy: policySchema,
};
const hoursInOrder = {
  check: (chef: { min_hours?: number | undefined; max_hours?: number | undefined }) =>
    (chef.min_hours ?? 1) <= (chef.max_hours ?? 12),
  told: { path: ['max_hours'], error: 'Must be at least the minimum hours.' },
};

export const becomeChefBody = z
  .strictObject({
    ...profile,
    min_hours: hoursSchema.default(1),
    max_hours: hoursSchema.default(12),
    max_guests: guestsSchema.default(12),
    cancellation_policy: policySchema.default('moderate'),
  })
  .refine(hoursInOrder.check, hoursInOrder.told);
export type BecomeChef = z.infer<typeof becomeChefBody>;

export const editChefBody = z
  .strictObject(profile)
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, 'Name at least one field to change.');
export type EditChef = z.infer<typeof editChefBody>;

export const slotsQuery = z.strictObject({
  from: dateField.optional(),
  to: dateField.optional(),
  duration_hours: hoursSchema.optional(),
});
export const slotSchema = z.strictObject({
  start_time: z.string(),
  starts_at: z.iso.datetime(),
  ends_at: z.iso.datetime(),
});
export const slotsSchema = z
  .strictObject({
    chef_id: idField,
    time_zone: z.string(),
    duration_hours: z.int(),
    days: z.array(z.strictObject({ date: z.string(), starts: z.array(slotSchema) })),
  })
  .meta({ id: 'Slots', description: 'The starts that can be booked, day by day.' });
