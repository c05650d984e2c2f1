import { timeOfMinutes } from '../../platform/wall-clock.js';
import type { DayRange, Schedule, Slot } from './availability.rules.js';
import type { BookedTime } from './availability.service.js';
import type { Chef } from './chefs.data.js';
import type { PublicChef, PublicProfile } from './chefs.schemas.js';
import type { GalleryPicture } from './photos.data.js';
import { urlOf } from './photos.rules.js';
import type { Details } from './profile.data.js';
import { notIncluded } from './profile.rules.js';

/** What anyone may see of a chef; the owner's user id stays inside. */
export function presentChef(chef: Chef): PublicChef {
  return {
    id: chef.id,
    name: chef.name,
    bio: chef.bio,
    cuisine_type: chef.cuisineType,
    location: chef.location,
    price_per_session: chef.pricePerSession,
    currency: chef.currency,
    rating: chef.rating,
    rating_count: chef.ratingCount,
    time_zone: chef.timeZone,
    photo_url: chef.photoUrl,
    min_hours: chef.minHours,
    max_hours: chef.maxHours,
    max_guests: chef.maxGuests,
    cancellation_policy: chef.cancellationPolicy,
  };
}

/** All that a chef's page tells. */
export function presentProfile(
  chef: Chef,
  details: Details,
  gallery: GalleryPicture[],
): PublicProfile {
  return {
    ...presentChef(chef),
    languages: details.languages,
    menus: details.menus,
    included: details.included as PublicProfile['included'],
    not_included: notIncluded(details.included),
    kitchen_needs: details.kitchenNeeds as PublicProfile['kitchen_needs'],
    kitchen_notes: details.kitchenNotes,
    gallery: gallery.map(({ key, alt }) => ({ url: urlOf(key), alt })),
  };
}

/** A chef's schedule, as its owner may see it. */
export function presentSchedule(chef: Chef, schedule: Schedule, outside: BookedTime[]) {
  return {
    chef_id: chef.id,
    time_zone: chef.timeZone,
    min_hours: chef.minHours,
    max_hours: chef.maxHours,
    max_guests: chef.maxGuests,
    buffer_before_minutes: chef.bufferBeforeMinutes,
    buffer_after_minutes: chef.bufferAfterMinutes,
    start_step_minutes: chef.startStepMinutes,
    minimum_notice_hours: chef.minimumNoticeHours,
    horizon_days: chef.horizonDays,
    weekly_hours: schedule.weeklyHours.map((range) => ({
      weekday: range.weekday,
      ...presentRange(range),
    })),
    exceptions: schedule.exceptions.map((exception) =>
      exception.kind === 'day_off'
        ? exception
        : { date: exception.date, kind: exception.kind, ...presentRange(exception) },
    ),
    outside_bookings: outside.map(({ bookingId, meal }) => ({
      booking_id: bookingId,
      starts_at: meal.start.toISOString(),
      ends_at: meal.end.toISOString(),
    })),
  };
}

function presentRange({ opensAt, closesAt }: DayRange) {
  return { opens: timeOfMinutes(opensAt), closes: timeOfMinutes(closesAt) };
}

/** A bookable start: local time in the chef's zone, and the instants it would hold. */
export function presentSlot(slot: Slot) {
  return {
    start_time: slot.startTime,
    starts_at: slot.start.toISOString(),
    ends_at: slot.end.toISOString(),
  };
}
