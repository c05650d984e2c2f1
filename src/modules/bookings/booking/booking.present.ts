import { withQuery } from '../../../platform/http/input/url.js';
import type { ViewWords } from '../../../platform/http/views/view-functions.js';
import { formatSpan } from '../../../platform/time/format.js';
import { localOf } from '../../../platform/time/instants.js';
import { HOUR_MS } from '../../../platform/time/units.js';
import type { Chef } from '../../chefs/index.js';
import type { Booking, BookingEvent } from './booking.data.js';
import type { PublicBooking } from './booking.schemas.js';
import { LIVE, type BookingStatus } from './booking.states.js';
import type { Changed } from './changes.data.js';
import type { NamedBooking } from '../records/named-bookings.data.js';
import { hasAllergies, labelsOf } from './party.rules.js';
import { partyOf } from './party.schemas.js';

export type { NamedBooking };

/** Statuses in which the chef visits, or visited, the diner's home. */
const ADDRESS_SHOWN: BookingStatus[] = ['confirmed', 'completed', 'no_show'];
const VISITED: BookingStatus[] = ['completed', 'no_show'];
/** A countdown calls for attention from here on. */
const SOON_MS = 3 * HOUR_MS;

/** A booking as one side sees it; the chef gets the address once confirmed. */
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
    price_per_session: booking.pricePerSession,
    total_price: booking.totalPrice,
    currency: booking.currency,
    status: booking.status,
    ...partyOf(booking),
    ...(as === 'chef' && !ADDRESS_SHOWN.includes(booking.status) ? { address: null } : {}),
    allergies_changed_at: booking.allergiesChangedAt?.toISOString() ?? null,
    allergies_read_at: booking.allergiesReadAt?.toISOString() ?? null,
    cancellation_policy: booking.cancellationPolicy,
    refund_amount: booking.refundAmount,
    rescue_of: booking.rescueOfId,
    expires_at: booking.expiresAt?.toISOString() ?? null,
    move: presentMove(booking),
    created_at: booking.createdAt.toISOString(),
    updated_at: booking.updatedAt.toISOString(),
  };
}

function presentMove(booking: Booking): PublicBooking['move'] {
  const { moveStartsAt: start, moveEndsAt: end, moveExpiresAt: expires, moveAskedBy } = booking;
  if (start === null || end === null || expires === null) return null;
  const local = localOf(start, booking.timeZone);
  return {
    booking_date: local.date,
    start_time: local.time,
    starts_at: start.toISOString(),
    ends_at: end.toISOString(),
    duration_hours: booking.durationHours,
    asked_by: moveAskedBy === 'chef' ? 'chef' : 'diner',
    expires_at: expires.toISOString(),
  };
}

/** For a page: allergies and diets are labels to translate, not codes. */
export function presentOnPage(named: NamedBooking, as: 'diner' | 'chef') {
  const booking = presentBooking(named, as);
  const { chef_id: chefId, duration_hours, guests, status } = booking;
  return {
    ...booking,
    ...labelsOf(booking),
    has_allergies: hasAllergies(booking),
    version: named.booking.version,
    is_live: LIVE.includes(status),
    was_visited: VISITED.includes(status),
    again_href: withQuery(`/chefs/${chefId}`, { duration_hours, guests }),
  };
}

export function presentCandidate({ chef, totalPrice }: { chef: Chef; totalPrice: number }) {
  return {
    chef_id: chef.id,
    chef_name: chef.name,
    chef_cuisine: chef.cuisineType,
    total_price: totalPrice,
    currency: chef.currency,
  };
}

/** The actor of an event is given by role, not by id. */
export function presentEvent(event: BookingEvent) {
  return {
    at: event.at.toISOString(),
    actor: event.actor,
    action: event.action,
    from_status: event.fromStatus,
    to_status: event.toStatus,
    reason: event.reason,
    old_starts_at: event.oldStartsAt?.toISOString() ?? null,
    asked_starts_at: event.askedStartsAt?.toISOString() ?? null,
  };
}

/** A change as open pages receive it: enough to know whether it is new to them. */
export function presentChange({ id, version, status, updatedAt }: Changed) {
  return {
    key: `${id}:${version}`,
    data: { id, version, status, updated_at: updatedAt.toISOString() },
  };
}

/** Amounts in minor units, with the instants until which they are refunded. */
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

/** Labels of statuses on pages; the keys of their translations. */
export const STATUS_LABELS: Record<BookingStatus, string> = {
  pending: 'Pending',
  confirmed: 'Confirmed',
  declined: 'Declined',
  cancelled: 'Cancelled',
  expired: 'Expired',
  completed: 'Completed',
  no_show: 'No-show',
};

export function bookingViewHelpers({ t, language }: ViewWords) {
  return {
    statusLabel: (status: BookingStatus) => t(STATUS_LABELS[status]),
    /** The time left until an instant, or `passed`. */
    countdown(until: string, now: string, passed: string) {
      const [from, to] = [new Date(now), new Date(until)];
      const left = to.getTime() - from.getTime();
      const time = formatSpan(from, to, language);
      return { isSoon: left < SOON_MS, words: left > 0 ? t('in {{time}}', { time }) : passed };
    },
  };
}
