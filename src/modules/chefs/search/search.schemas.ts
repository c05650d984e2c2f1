import { z } from 'zod';
import { dateField, text } from '../../../platform/http/input/fields.js';
import { pageQuery } from '../../../platform/http/input/list-reply.js';
import { guestsField } from '../chef/chef.schemas.js';

export const SORTS = ['recommended', 'price_asc', 'price_desc', 'rating', 'newest'] as const;
const priceField = z
  .int('Enter a whole amount.')
  .min(0, 'Enter an amount of 0 or more.')
  .max(2_000_000_000, 'Enter an amount of at most 2,000,000,000.')
  .meta({ description: 'Per hour, in minor units.', examples: [12_000] });
const RATING = 'Choose a rating from 0 to 5.';

export const chefSearchQuery = z.strictObject({
  q: text(1, 100)
    .meta({ examples: ['bibimbap'] })
    .optional(),
  cuisine: z
    .array(text(1, 60))
    .max(20, 'Choose at most 20 cuisines.')
    .meta({ examples: [['Korean', 'Italian']] })
    .optional(),
  location: text(1, 100)
    .meta({ examples: ['Seoul'] })
    .optional(),
  date: dateField.optional(),
  min_price: priceField.optional(),
  max_price: priceField.optional(),
  min_rating: z.number(RATING).min(0, RATING).max(5, RATING).optional(),
  guests: guestsField.optional(),
  sort: z.enum(SORTS, 'Choose a sort order.').default('recommended'),
  ...pageQuery,
});
export type ChefSearch = z.infer<typeof chefSearchQuery>;
