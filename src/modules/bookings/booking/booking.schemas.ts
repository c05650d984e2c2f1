import { z } from 'zod';
import {
  currencyField,
  dateField,
  idField,
  text,
  uniqueCodes,
} from '../../../platform/http/input/fields.js';
import { pageQuery } from '../../../platform/http/input/list-reply.js';
import { reachableBy, STATUSES } from './booking.states.js';
import { ALLERGENS } from './party.rules.js';
import {
  allergyAnswer,
  namesAllergies,
  partyFields,
  partyReply,
  UNNAMED_ALLERGIES,
} from './party.schemas.js';

export const bookingParams = z.strictObject({ id: idField });

const startTime = z
  .string('Choose a start time.')
  .regex(/^([01]\d|2[0-3]):[0-5]\d([+-]([01]\d|2[0-3]):[0-5]\d)?$/, 'Choose a start time as HH:MM.')
  .meta({
    description: "In the chef's zone, such as 18:00, or 01:30-05:00 to tell two apart.",
    examples: ['18:00'],
  });
const REASON = { examples: ['The party had to be called off.'] };
const reason = text(1, 500).meta(REASON);
const ZONE = { examples: ['Asia/Seoul'] };
const TOTAL = { examples: [36_000] };
const CHEF = { examples: ['Park Min-jun'] };
const CUISINE = { examples: ['Korean'] };
const ENDS = { examples: ['2026-12-05T12:00:00.000Z'] };

export const createBookingBody = z.strictObject({
  chef_id: idField,
  booking_date: dateField,
  duration_hours: z
    .int('Enter a whole number of hours, from 1 to 12.')
    .min(1, 'Book at least 1 hour.')
    .max(12, 'Book at most 12 hours.')
    .meta({ examples: [3] }),
  start_time: startTime
    .optional()
    .meta({ description: 'Without it, the first free start of that day.', examples: ['18:00'] }),
  ...partyFields,
  expected_total: z
    .int()
    .optional()
    .meta({
      description: 'In minor units; nothing is booked at another total.',
      examples: [36_000],
    }),
});
export type CreateBooking = z.infer<typeof createBookingBody>;

/** A request to any chef: without chef and time. */
export const bookingRequest = createBookingBody.omit({
  chef_id: true,
  booking_date: true,
  start_time: true,
  expected_total: true,
});
export type BookingRequest = z.infer<typeof bookingRequest>;

export const changeStatusBody = z.strictObject({
  status: z.enum(reachableBy('chef')),
  reason: reason.optional(),
  allergies_read: z.literal(true, 'Read the allergies, then tick that you have.').optional().meta({
    description: 'Needed to confirm when the party has allergies: that they were read.',
  }),
});
/** Sent by the buttons of a booking's page; those of the inbox return there. */
export const pressBody = changeStatusBody
  .pick({ allergies_read: true })
  .extend({ back: z.literal('inbox').optional(), version: z.int().optional() });
export const cancellationBody = z.strictObject({ reason: reason.optional() });
export const allergiesBody = z.strictObject({
  allergies: uniqueCodes(ALLERGENS).meta({
    description: 'An empty list says that there are none.',
  }),
  allergy_notes: partyFields.allergy_notes,
});
export type ToldAllergies = z.infer<typeof allergiesBody>;
export const allergyForm = z.strictObject(allergyAnswer).refine(namesAllergies, UNNAMED_ALLERGIES);
export const readAllergiesBody = z.strictObject({ version: z.int().optional() });
export const declineBody = z.strictObject({ reason });
export const rescheduleBody = z.strictObject({ booking_date: dateField, start_time: startTime });
export type Reschedule = z.infer<typeof rescheduleBody>;
export const moveAnswerBody = z.strictObject({
  starts_at: z.iso
    .datetime()
    .optional()
    .meta({ description: 'The time that was seen: no other one is answered.' }),
  reason: reason.optional(),
});
export const moveAnswerForm = moveAnswerBody.extend({ back: z.literal('inbox').optional() });
export type MoveAnswer = z.infer<typeof moveAnswerBody>;

export const bookingListQuery = z.strictObject({
  as: z.enum(['diner', 'chef']).default('diner'),
  status: z.array(z.enum(STATUSES)).max(STATUSES.length).optional(),
  ...pageQuery,
});

const booking = {
  id: idField,
  chef_id: idField,
  chef_name: z.string().meta(CHEF),
  chef_cuisine: z.string().meta(CUISINE),
  user_id: idField,
  diner_name: z.string().meta({ examples: ['Kim Seo-yeon'] }),
  booking_date: dateField,
  start_time: z.string().meta({ examples: ['18:00'] }),
  starts_at: z.iso.datetime(),
  ends_at: z.iso.datetime().meta(ENDS),
  time_zone: z.string().meta(ZONE),
  duration_hours: z.int().meta({ examples: [3] }),
  price_per_session: z.int().meta({ description: 'Per hour, in minor units.', examples: [12_000] }),
  total_price: z.int().meta({ ...TOTAL, description: 'In minor units.' }),
  currency: currencyField,
  status: z.enum(STATUSES),
  ...partyReply,
  allergies_changed_at: z.iso
    .datetime()
    .nullable()
    .meta({ description: 'Told otherwise after the confirmation, and not read by the chef yet.' }),
  allergies_read_at: z.iso.datetime().nullable(),
  cancellation_policy: z.enum(['flexible', 'moderate', 'strict']),
  refund_amount: z.int().nullable().meta(TOTAL),
  rescue_of: idField.nullable().meta({ description: 'The booking whose wish this one repeats.' }),
  expires_at: z.iso.datetime().nullable(),
  move: z
    .strictObject({
      booking_date: dateField,
      start_time: z.string().meta({ examples: ['18:00'] }),
      starts_at: z.iso.datetime(),
      ends_at: z.iso.datetime().meta(ENDS),
      duration_hours: z.int().meta({ examples: [3] }),
      asked_by: z.enum(['diner', 'chef']),
      expires_at: z.iso.datetime(),
    })
    .nullable()
    .meta({
      description: 'The time that a confirmed meal may move to: held until it is answered.',
    }),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
};
export const bookingSchema = z
  .strictObject(booking)
  .meta({ id: 'Booking', description: 'Date and start time are local to the time zone.' });
export type PublicBooking = z.infer<typeof bookingSchema>;

const eventSchema = z.strictObject({
  at: z.iso.datetime(),
  actor: z.enum(['diner', 'chef', 'system']),
  action: z.string().meta({ examples: ['request'] }),
  from_status: z.enum(STATUSES).nullable(),
  to_status: z.enum(STATUSES),
  reason: z.string().nullable().meta(REASON),
  old_starts_at: z.iso.datetime().nullable(),
  asked_starts_at: z.iso
    .datetime()
    .nullable()
    .meta({ description: 'The time that a move is about.' }),
});
export const bookingDetailSchema = z
  .strictObject({ ...booking, history: z.array(eventSchema) })
  .meta({ id: 'BookingDetail', description: 'A booking with all that happened to it.' });

export const rescueSchema = z
  .strictObject({
    candidates: z.array(
      z.strictObject({
        chef_id: idField,
        chef_name: z.string().meta(CHEF),
        chef_cuisine: z.string().meta(CUISINE),
        total_price: z.int().meta(TOTAL),
        currency: currencyField,
      }),
    ),
  })
  .meta({ id: 'Rescue', description: 'The chefs who would be asked, and what each would cost.' });
export const offersSchema = z.strictObject({ bookings: z.array(bookingSchema) });

export const refundSchema = z
  .strictObject({
    amount: z
      .int()
      .meta({ ...TOTAL, description: 'Given back if the diner cancels now, in minor units.' }),
    currency: currencyField,
    steps: z.array(
      z.strictObject({ until: z.iso.datetime().nullable(), amount: z.int().meta(TOTAL) }),
    ),
  })
  .meta({ id: 'Refund', description: 'The refund now, and until when each amount is given.' });
