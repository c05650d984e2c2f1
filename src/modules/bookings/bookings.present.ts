import { localOf } from '../../platform/time.js';
import type { Chef } from '../chefs/index.js';
import type { Booking, BookingEvent } from './bookings.data.js';
import type { PublicBooking } from './bookings.schemas.js';
import type { BookingStatus } from './bookings.states.js';
import type { Changed } from './live.service.js';

/** A booking with the names that its readers know the two sides by. */
export interface NamedBooking {
  booking: Booking;
  chefName: string;
  chefCuisine: string;
  /** The address of the chef's picture; null when there is none but the drawn one. */
  chefPhoto: string | null;
  dinerName: string;
}

/** The statuses in which the chef goes, or went, to the diner's home. */
const ADDRESS_SHOWN: BookingStatus[] = ['confirmed', 'completed', 'no_show'];

/** What the diner or the chef of a booking sees of it; the chef is told the address once confirmed. */
export function presentBooking(
  { booking, chefName, chefCuisine, dinerName }: NamedBooking,
  as: 'diner' | 'chef',
): PublicBooking {
  const local = localOf(booking.startsAt, booking.timeZone);
  return {
    id: booking.id,
    chef_id: booking.chefId,
    chef_name: chefName,
    chef_cuisine: chefCuisine,
    user_id: booking.userId,
    diner_name: dinerName,
    booking_date: local.date,
    start_time: local.time,
    starts_at: booking.startsAt.toISOString(),
    ends_at: booking.endsAt.toISOString(),
    time_zone: booking.timeZone,
    duration_hours: booking.durationHours,
    guests: booking.guests,
    price_per_session: booking.pricePerSession,
    total_price: booking.totalPrice,
    currency: booking.currency,
    status: booking.status,
    allergies: booking.allergies,
    allergy_notes: booking.allergyNotes,
    allergies_read_at: booking.allergiesReadAt?.toISOString() ?? null,
    dietary_needs: booking.dietaryNeeds,
    district: booking.district,
    address: as === 'diner' || ADDRESS_SHOWN.includes(booking.status) ? booking.address : null,
    special_requests: booking.specialRequests,
    cancellation_policy: booking.cancellationPolicy,
    refund_amount: booking.refundAmount,
    rescue_of: booking.rescueOfId,
    expires_at: booking.expiresAt?.toISOString() ?? null,
    created_at: booking.createdAt.toISOString(),
    updated_at: booking.updatedAt.toISOString(),
  };
}

/** A chef who could take a wish, and what it would cost. */
export function presentCandidate({ chef, totalPrice }: { chef: Chef; totalPrice: number }) {
  return {
    chef_id: chef.id,
    chef_name: chef.name,
    chef_cuisine: chef.cuisineType,
    total_price: totalPrice,
    currency: chef.currency,
  };
}

/** A line of a booking's history: who acted is told by role, not by id. */
export function presentEvent(event: BookingEvent) {
  return {
    at: event.at.toISOString(),
    actor: event.actor,
    action: event.action,
    from_status: event.fromStatus,
    to_status: event.toStatus,
    reason: event.reason,
    old_starts_at: event.oldStartsAt?.toISOString() ?? null,
  };
}

/** That a booking has changed, for whoever has it open: enough to know whether it is news. */
export function presentChange({ id, version, status, updatedAt }: Changed) {
  return {
    key: `${id}:${version}`,
    data: { id, version, status, updated_at: updatedAt.toISOString() },
  };
}

/** A refund's amounts in minor units, with the instants until which they are given. */
export function presentRefund(refund: {
  amount: number;
  currency: string;
  steps: { until: Date | null; amount: number }[];
}) {
  return {
    ...refund,
    steps: refund.steps.map((step) => ({ ...step, until: step.until?.toISOString() ?? null })),
  };
}
