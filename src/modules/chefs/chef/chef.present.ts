import type { Chef } from './chef.data.js';
import type { PublicChef } from './chef.schemas.js';
import { usualHours } from './usual-meal.rules.js';

export function timeZoneOptions(): { value: string; label: string }[] {
  return Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }));
}

export const chefViewHelpers = {
  ratingText: (rating: number) => rating.toFixed(1),
  usualHoursOf: (chef: Pick<PublicChef, 'min_hours' | 'max_hours'>) =>
    usualHours({ minHours: chef.min_hours, maxHours: chef.max_hours }),
};

/** What anyone may see; the owner's user id is left out. */
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
