import { z } from 'zod';
import { dateField, idField, text } from '../../platform/http/fields.js';
import { pageQuery } from '../../platform/http/paging.js';
import { guestsField, hoursField, timeZoneField } from './availability.schemas.js';
import { details, detailsForm, detailsOfNew, gallerySchema } from './profile.schemas.js';

export const chefParams = z.strictObject({ id: idField });

const policySchema = z.enum(['flexible', 'moderate', 'strict'], 'Choose one of the policies.');

const listed = {
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
};
export const chefSchema = z
  .strictObject(listed)
  .meta({ id: 'Chef', description: 'A private chef, as anyone may see.' });
export type PublicChef = z.infer<typeof chefSchema>;
export const chefProfileSchema = z
  .strictObject({
    ...listed,
    ...details,
    not_included: details.included.meta({ description: 'Not part of the price.' }),
    gallery: gallerySchema,
  })
  .meta({ id: 'ChefProfile', description: 'A private chef with all that their page tells.' });
export type PublicProfile = z.infer<typeof chefProfileSchema>;

export const SORTS = ['recommended', 'price_asc', 'price_desc', 'rating', 'newest'] as const;
const price = z
  .int('Enter a whole amount.')
  .min(0, 'Enter an amount of 0 or more.')
  .max(2_000_000_000, 'Enter an amount of at most 2,000,000,000.');
const RATING = 'Choose a rating from 0 to 5.';

const filters = {
  q: text(1, 100).optional(),
  cuisine: z.array(text(1, 60)).max(20, 'Choose at most 20 cuisines.').optional(),
  location: text(1, 100).optional(),
  date: dateField.optional(),
  min_price: price.optional(),
  max_price: price.optional(),
  min_rating: z.number(RATING).min(0, RATING).max(5, RATING).optional(),
  guests: guestsField.optional(),
  sort: z.enum(SORTS, 'Choose one of the orders offered.').default('recommended'),
};
export const chefSearchQuery = z.strictObject({ ...filters, ...pageQuery });
export type ChefSearch = z.infer<typeof chefSearchQuery>;

/** What a visitor of a chef's page has in mind. */
export const chefChoiceQuery = z.strictObject({
  date: dateField.optional(),
  /** The first of seven days; the first free one of them is chosen. */
  week: dateField.optional(),
  duration_hours: hoursField.optional(),
  guests: guestsField.optional(),
});

const presentation = {
  name: text(1, 100),
  bio: text(1, 4000),
  cuisine_type: text(1, 60),
  location: text(1, 100),
  price_per_session: z
    .int('Enter a whole amount.')
    .min(1, 'Enter a price above 0.')
    .max(100_000_000, 'Enter a price of at most 100,000,000.'),
  cancellation_policy: policySchema,
};
/** What the profile's page asks a chef for; the rest is asked for by the schedule's page. */
export const profileForm = z.strictObject({ ...presentation, ...detailsForm });

const profile = {
  ...presentation,
  time_zone: timeZoneField,
  min_hours: hoursField,
  max_hours: hoursField,
  max_guests: guestsField,
  ...details,
};
const hoursInOrder = {
  check: (chef: { min_hours?: number | undefined; max_hours?: number | undefined }) =>
    (chef.min_hours ?? 1) <= (chef.max_hours ?? 12),
  told: { path: ['max_hours'], error: 'Must be at least the minimum hours.' },
};

export const becomeChefBody = z
  .strictObject({
    ...profile,
    ...detailsOfNew,
    min_hours: hoursField.default(1),
    max_hours: hoursField.default(12),
    max_guests: guestsField.default(12),
    cancellation_policy: policySchema.default('moderate'),
  })
  .refine(hoursInOrder.check, hoursInOrder.told);
export type BecomeChef = z.infer<typeof becomeChefBody>;

export const editChefBody = z
  .strictObject(profile)
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, 'Name at least one field to change.');
export type EditChef = z.infer<typeof editChefBody>;
