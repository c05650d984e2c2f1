import { z } from 'zod';
import { currencyField, idField } from '../../platform/http/input/fields.js';
import { pageQuery } from '../../platform/http/input/list-reply.js';

export const subscriptionParams = z.strictObject({ id: idField });
const SLUG = { examples: ['coocook-monthly'] };
export const subscribeBody = z.strictObject({
  plan: z.string('Choose a plan.').max(60, 'Choose a plan.').meta(SLUG),
});
export const emptyBody = z.strictObject({});
export const subscriptionListQuery = z.strictObject(pageQuery);
export const planListQuery = z.strictObject(pageQuery);

export const planSchema = z
  .strictObject({
    id: idField,
    slug: z.string().meta(SLUG),
    name: z.string().meta({ examples: ['Monthly'] }),
    price: z
      .int()
      .meta({ description: 'Per interval, in minor units of the currency.', examples: [900] }),
    currency: currencyField,
    interval: z.enum(['month', 'year']),
  })
  .meta({ id: 'Plan', description: 'What a subscription costs and how often.' });

export const subscriptionSchema = z
  .strictObject({
    id: idField,
    service: z.string().meta({ examples: ['coocook'] }),
    plan: planSchema,
    status: z.enum(['active', 'ended']),
    cancel_at_period_end: z.boolean(),
    current_period_start: z.iso.datetime(),
    current_period_end: z.iso.datetime().meta({ examples: ['2027-01-05T09:00:00.000Z'] }),
    created_at: z.iso.datetime(),
  })
  .meta({
    id: 'Subscription',
    description: 'It renews at the end of its period unless cancelled.',
  });
