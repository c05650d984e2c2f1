import type { Slot } from './availability.rules.js';
import type { Chef } from './chefs.data.js';
import type { PublicChef } from './chefs.schemas.js';

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

/** A bookable start: local time in the chef's zone, and the instants it would hold. */
export function presentSlot(slot: Slot) {
  return {
    start_time: slot.startTime,
    starts_at: slot.start.toISOString(),
    ends_at: slot.end.toISOString(),
  };
}
