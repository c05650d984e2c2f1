import { z } from 'zod';
import { dateField, idField } from '../../../platform/http/input/fields.js';
import { guestsField, hoursField, timeZoneField } from '../chef/chef.schemas.js';

const clockTime = z
  .string('Enter a time.')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time as HH:MM.')
  .meta({ examples: ['11:00'] });
const bufferField = z
  .int('Enter a whole number of minutes.')
  .min(0, 'Enter 0 or more minutes.')
  .max(720, 'Enter at most 720 minutes.');
const range = {
  opens: clockTime,
  closes: clockTime.meta({
    description: 'Not after "opens" means on the next day.',
    examples: ['22:00'],
  }),
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

/** Both fields are empty when there is no range. */
export const rangeForm = z.strictObject(range);
export const exceptionForm = z.strictObject({
  date: dateField,
  kind: z.enum(['day_off', 'extra_hours'], 'Choose a kind.'),
  opens: clockTime.optional(),
  closes: clockTime.optional(),
});
