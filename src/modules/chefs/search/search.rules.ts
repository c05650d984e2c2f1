import { dateOfDay, dayNumber } from '../../../platform/time/wall-clock.js';

interface Cook {
  cuisineType: string;
}

/** Otherwise in the order given. */
export function sameCuisineFirst<T extends { chef: Cook }>(chef: Cook, others: T[]): T[] {
  const rank = (one: T) => (one.chef.cuisineType === chef.cuisineType ? 0 : 1);
  return [...others].sort((a, b) => rank(a) - rank(b));
}

/** The day itself if it is a Saturday, else the next one. */
export function nextSaturday(date: string): string {
  const day = dayNumber(date);
  // Day 0 was a Thursday.
  return dateOfDay(day + ((2 - (day % 7) + 7) % 7));
}
