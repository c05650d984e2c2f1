import { z } from 'zod';
import { codes, line, text } from '../../platform/http/fields.js';
import { INCLUDED, KITCHEN_NEEDS, LANGUAGE_CODES, standsOnOneLine } from './profile.rules.js';

export const MOST_MENUS = 6;

const dish = z.strictObject({
  name: line(1, 80).refine(
    standsOnOneLine,
    'Write what comes after the dash as the notes of the dish.',
  ),
  notes: line(1, 160).nullable().default(null),
});
export const menuSchema = z.strictObject({
  name: line(1, 80),
  description: text(1, 300).nullable().default(null),
  dishes: z
    .array(dish)
    .min(1, 'Name at least one dish.')
    .max(15, 'Name at most 15 dishes in a menu.'),
});
export const menusSchema = z
  .array(menuSchema)
  .max(MOST_MENUS, `Enter at most ${MOST_MENUS} menus.`);

/** What a chef tells beside the profile that lists show. */
export const details = {
  languages: z
    .array(z.enum(LANGUAGE_CODES))
    .max(10, 'Name at most 10 languages.')
    .refine((given) => new Set(given).size === given.length, 'Name each only once.')
    .meta({ description: 'Spoken with diners; ISO 639-1.' }),
  menus: menusSchema,
  included: codes(INCLUDED).meta({
    description: 'Part of the price. Once anything is named, all else is not.',
  }),
  kitchen_needs: codes(KITCHEN_NEEDS).meta({ description: "Needed in the diner's kitchen." }),
  kitchen_notes: text(1, 300).nullable(),
};
/** A chef who is new tells what there is to tell. */
export const detailsOfNew = {
  languages: details.languages.default([]),
  menus: details.menus.default([]),
  included: details.included.default([]),
  kitchen_needs: details.kitchen_needs.default([]),
  kitchen_notes: details.kitchen_notes.default(null),
};
/** In the profile's form what is not ticked is not sent; menus have many fields, read by themselves. */
export const detailsForm = {
  languages: detailsOfNew.languages,
  included: detailsOfNew.included,
  kitchen_needs: detailsOfNew.kitchen_needs,
  kitchen_notes: detailsOfNew.kitchen_notes,
};

/** What a picture shows, in the chef's words. */
export const altForm = z.strictObject({ picture_alt: line(1, 200) });
/** The pictures that shall go, by key; what is wanted of the others has fields by key, too. */
export const galleryForm = z.strictObject({ remove: z.array(z.string()).default([]) });
export const gallerySchema = z
  .array(z.strictObject({ url: z.string(), alt: z.string() }))
  .meta({ description: "Further pictures, in the chef's order." });
