import { z } from 'zod';
import { idField } from '../../platform/http/input/fields.js';
import { pageQuery } from '../../platform/http/input/list-reply.js';

export const subscriptionParams = z.strictObject({ id: idField });
export const subscribeBody = z.strictObject({
  plan: z.string('Choose a plan.').max(60, 'Choose a plan.'),
});
export const emptyBody = z.strictObject({});
export const subscriptionListQuery = z.strictObject(pageQuery);
export const planListQuery = z.strictObject(pageQuery);

export const planSchema = z
  .strictObject({
    id: idField,
    slug: z.string(),
    name: z.string(),
    price: z.int().meta({ description: 'Per interval, in minor units of the currency.' }),
    currency: z.string(),
    interval: z.enum(['month', 'year']),
  })
  .meta({ id: 'Plan', description: 'What a subscription costs and how often.' });

export const subscriptionSchema = z
  .strictObject({
    id: idField,
    service: z.string(),
    plan: planSchema,
    status: z.enum(['active', 'ended']),
    cancel_at_period_end: z.boolean(),
    current_period_start: z.iso.datetime(),
    current_period_end: z.iso.datetime(),
    created_at: z.iso.datetime(),
  })
  .meta({
    id: 'Subscription',
    description: 'It renews at the end of its period unless cancelled.',
  });
