import { z } from 'zod';
import { dateField, idField } from '../../platform/http/fields.js';
import { isTimeZone } from '../../platform/time.js';

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

const clockTime = z
  .string('Enter a time.')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time as HH:MM.');
const bufferField = z
  .int('Enter a whole number of minutes.')
  .min(0, 'Enter 0 or more minutes.')
  .max(720, 'Enter at most 720 minutes.');
const range = {
  opens: clockTime,
  closes: clockTime.meta({ description: 'Not after "opens" means on the next day.' }),
};

const weeklyRange = z.strictObject({
  weekday: z.int().min(1).max(7).meta({ description: 'ISO 8601: 1 is Monday, 7 is Sunday.' }),
  ...range,
});
const exception = z.discriminatedUnion('kind', [
  z.strictObject({ date: dateField, kind: z.literal('day_off') }),
  z.strictObject({ date: dateField, kind: z.literal('extra_hours'), ...range }),
]);

const settings = {
  time_zone: timeZoneField,
  min_hours: hoursField,
  max_hours: hoursField,
  max_guests: guestsField,
  buffer_before_minutes: bufferField,
  buffer_after_minutes: bufferField,
  start_step_minutes: z.literal([15, 30, 60], 'Choose 15, 30 or 60 minutes.'),
  minimum_notice_hours: z
    .int('Enter a whole number of hours.')
    .min(3, 'Enter at least 3 hours: a request lapses 2 hours before the meal.')
    .max(720, 'Enter at most 720 hours.'),
  horizon_days: z
    .int('Enter a whole number of days.')
    .min(1, 'Enter at least 1 day.')
    .max(730, 'Enter at most 730 days.'),
};
/** What the schedule's page asks for beside the hours. */
export const settingsForm = z.strictObject(settings);

const schedule = {
  ...settings,
  weekly_hours: z.array(weeklyRange).max(70, 'Enter at most 70 ranges a week.'),
  exceptions: z.array(exception).max(1000, 'Enter at most 1,000 exceptions.'),
};
export const scheduleBody = z.strictObject(schedule).meta({
  id: 'Schedule',
  description: "When a chef works; all times are local to the chef's zone.",
});
export type ScheduleBody = z.infer<typeof scheduleBody>;

export const storedScheduleSchema = z
  .strictObject({
    chef_id: idField,
    ...schedule,
    outside_bookings: z
      .array(
        z.strictObject({
          booking_id: idField,
          starts_at: z.iso.datetime(),
          ends_at: z.iso.datetime(),
        }),
      )
      .meta({ description: 'Live bookings to come that lie outside these hours; they stand.' }),
  })
  .meta({ id: 'StoredSchedule' });

/** A range as the page's fields give it; both empty means there is none. */
export const rangeForm = z.strictObject(range);
/** An exception as the page's form gives it. */
export const exceptionForm = z.strictObject({
  date: dateField,
  kind: z.enum(['day_off', 'extra_hours'], 'Choose a kind.'),
  opens: clockTime.optional(),
  closes: clockTime.optional(),
});

export const slotsQuery = z.strictObject({
  from: dateField.optional(),
  to: dateField.optional(),
  duration_hours: hoursField.optional(),
});
const slotSchema = z.strictObject({
  start_time: z.string().meta({
    description:
      'HH:MM; with its offset when the clocks show that time twice and this is the second.',
  }),
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
