import { z } from 'zod';
import type { Publisher } from '../../platform/events/events.js';
import { idField } from '../../platform/http/input/fields.js';

const instant = z.iso.datetime().transform((text) => new Date(text));
/** Ids and times, no free text. Events of an older version may wait: new fields are optional. */
const bookingChange = z.object({
  booking_id: idField,
  /** After this change; the booking may have a later one by now. */
  version: z.int(),
  user_id: idField,
  chef_id: idField,
  actor: z.enum(['diner', 'chef', 'system']),
  at: instant,
  starts_at: instant,
  ends_at: instant,
  /** The start before it was changed. */
  old_starts_at: instant.nullable(),
  /** The start that a move is about. */
  asked_starts_at: instant.nullish(),
});

export type BookingChange = z.output<typeof bookingChange>;

/** Waiting jobs carry these names, so a name never changes. */
export const bookingEvents = {
  'booking.requested': bookingChange,
  'booking.confirmed': bookingChange,
  'booking.declined': bookingChange,
  'booking.withdrawn': bookingChange,
  'booking.expired': bookingChange,
  'booking.cancelled': bookingChange,
  'booking.rescheduled': bookingChange,
  'booking.completed': bookingChange,
  'booking.no_show': bookingChange,
  'booking.move_asked': bookingChange,
  'booking.move_accepted': bookingChange,
  'booking.move_declined': bookingChange,
  'booking.move_withdrawn': bookingChange,
  'booking.move_lapsed': bookingChange,
  'booking.edited': bookingChange,
  'booking.allergies_told': bookingChange,
  'booking.allergies_read': bookingChange,
};
export type BookingEventName = keyof typeof bookingEvents;

export type BookingPublisher = Publisher<typeof bookingEvents>;
