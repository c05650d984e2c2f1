import { z } from 'zod';
import { dateField, idField } from '../../../platform/http/input/fields.js';
import { hoursField } from '../chef/chef.schemas.js';

export const slotsQuery = z.strictObject({
  from: dateField.optional(),
  to: dateField.optional(),
  duration_hours: hoursField.optional(),
});
const DATE = { format: 'date', examples: ['2026-12-05'] };
const slotSchema = z.strictObject({
  start_time: z.string().meta({
    description:
      'HH:MM; with its offset when the clocks show that time twice and this is the second.',
    examples: ['18:00'],
  }),
  starts_at: z.iso.datetime(),
  ends_at: z.iso.datetime(),
});
export const slotsSchema = z
  .strictObject({
    chef_id: idField,
    time_zone: z.string().meta({ examples: ['Asia/Seoul'] }),
    duration_hours: z.int().meta({ examples: [3] }),
    days: z.array(z.strictObject({ date: z.string().meta(DATE), starts: z.array(slotSchema) })),
  })
  .meta({ id: 'Slots', description: 'The starts that can be booked, day by day.' });
