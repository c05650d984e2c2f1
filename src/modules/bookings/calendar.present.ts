import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { presentBooking, type NamedBooking } from './bookings.present.js';
import type { BookingStatus } from './bookings.states.js';

const STATUSES: Record<BookingStatus, ICalEventStatus> = {
  pending: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  completed: ICalEventStatus.CONFIRMED,
  no_show: ICalEventStatus.CONFIRMED,
  declined: ICalEventStatus.CANCELLED,
  cancelled: ICalEventStatus.CANCELLED,
  expired: ICalEventStatus.CANCELLED,
};

/**
 * The meal as a calendar's entry (RFC 5545), for its diner or its chef. A calendar that has an
 * older one takes this in its place: the UID stays, the SEQUENCE is the booking's version.
 * Times are UTC, which needs no table of zones beside it.
 * @param address the booking's page, with scheme and host
 */
export function presentCalendar(seen: NamedBooking, as: 'diner' | 'chef', address: string): string {
  const { booking } = seen;
  const shown = presentBooking(seen, as);
  const status = STATUSES[booking.status];
  const calendar = ical({ prodId: { company: 'CooCook', product: 'Bookings', language: 'EN' } });
  calendar.createEvent({
    id: `booking-${booking.id}-${booking.createdAt.getTime()}@coocook`,
    sequence: booking.version,
    // Without a METHOD the stamp tells when the entry was last revised (section 3.8.7.2).
    stamp: booking.updatedAt,
    created: booking.createdAt,
    lastModified: booking.updatedAt,
    start: booking.startsAt,
    end: booking.endsAt,
    status,
    transparency:
      status === ICalEventStatus.CANCELLED
        ? ICalEventTransparency.TRANSPARENT
        : ICalEventTransparency.OPAQUE,
    summary: as === 'diner' ? `${seen.chefName} cooks for you` : `Cooking for ${seen.dinerName}`,
    location: [shown.address, shown.district].filter(Boolean).join(', ') || null,
    description: [
      `CooCook booking #${booking.id}`,
      `${booking.guests} ${booking.guests === 1 ? 'guest' : 'guests'}`,
      address,
    ].join('\n'),
    url: address,
  });
  return `${calendar.toString()}\r\n`;
}
