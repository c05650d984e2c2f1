import { z } from 'zod';
import { line, text, uniqueCodes } from '../../../platform/http/input/fields.js';
import {
  chefSchema,
  guestsField,
  hoursField,
  policyField,
  timeZoneField,
} from '../chef/chef.schemas.js';
import { gallerySchema } from '../pictures/pictures.schemas.js';
import { fitsOneLine, INCLUDED, KITCHEN_NEEDS, LANGUAGE_CODES } from './profile.rules.js';

export const MAX_MENUS = 6;

const dish = z.strictObject({
  name: line(1, 80)
    .refine(fitsOneLine, 'Write what comes after the dash as the notes of the dish.')
    .meta({ examples: ['Galbi-jjim'] }),
  notes: line(1, 160)
    .nullable()
    .default(null)
    .meta({ examples: ['Braised for six hours'] }),
});
export const menuSchema = z.strictObject({
  name: line(1, 80).meta({ examples: ['An evening in Jeonju'] }),
  description: text(1, 300)
    .nullable()
    .default(null)
    .meta({ examples: ['Seven dishes, served together.'] }),
  dishes: z
    .array(dish)
    .min(1, 'Name at least one dish.')
    .max(15, 'Name at most 15 dishes in a menu.'),
});
export const menusSchema = z.array(menuSchema).max(MAX_MENUS, `Enter at most ${MAX_MENUS} menus.`);

export const details = {
  languages: z
    .array(z.enum(LANGUAGE_CODES))
    .max(10, 'Name at most 10 languages.')
    .refine((given) => new Set(given).size === given.length, 'List each item only once.')
    .meta({ description: 'Spoken with diners; ISO 639-1.', examples: [['ko', 'en']] }),
  menus: menusSchema,
  included: uniqueCodes(INCLUDED).meta({
    description: 'Part of the price. Once anything is named, all else is not.',
  }),
  kitchen_needs: uniqueCodes(KITCHEN_NEEDS).meta({ description: "Needed in the diner's kitchen." }),
  kitchen_notes: text(1, 300)
    .nullable()
    .meta({ examples: ['A large pot helps.'] }),
};
export const detailsOfNew = {
  languages: details.languages.default([]),
  menus: details.menus.default([]),
  included: details.included.default([]),
  kitchen_needs: details.kitchen_needs.default([]),
  kitchen_notes: details.kitchen_notes.default(null),
};
/** Unticked boxes are not sent; menus are read separately. */
export const detailsForm = {
  languages: detailsOfNew.languages,
  included: detailsOfNew.included,
  kitchen_needs: detailsOfNew.kitchen_needs,
  kitchen_notes: detailsOfNew.kitchen_notes,
};
export const chefProfileSchema = z
  .strictObject({
    ...chefSchema.shape,
    ...details,
    not_included: details.included.meta({ description: 'Not part of the price.' }),
    gallery: gallerySchema,
  })
  .meta({ id: 'ChefProfile', description: 'A private chef with all that their page tells.' });
export type PublicProfile = z.infer<typeof chefProfileSchema>;
const presentation = {
  name: line(1, 100).meta({ examples: ['Park Min-jun'] }),
  bio: text(1, 4000).meta({ examples: ['Cooks what his grandmother cooked.'] }),
  cuisine_type: line(1, 60).meta({ examples: ['Korean'] }),
  location: line(1, 100).meta({ examples: ['Seoul'] }),
  price_per_session: z
    .int('Enter a whole amount.')
    .min(1, 'Enter a price above 0.')
    .max(100_000_000, 'Enter a price of at most 100,000,000.')
    .meta({ examples: [12_000] }),
  cancellation_policy: policyField,
};
/** The rest is asked for by the schedule's page. */
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
  error: { path: ['max_hours'], error: 'Must be at least the minimum hours.' },
};
export const becomeChefBody = z
  .strictObject({
    ...profile,
    ...detailsOfNew,
    min_hours: hoursField.default(1),
    max_hours: hoursField.default(12),
    max_guests: guestsField.default(12),
    cancellation_policy: policyField.default('moderate'),
  })
  .refine(hoursInOrder.check, hoursInOrder.error);
export type BecomeChef = z.infer<typeof becomeChefBody>;
export const editChefBody = z
  .strictObject(profile)
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, 'Name at least one field to change.');
export type EditChef = z.infer<typeof editChefBody>;
