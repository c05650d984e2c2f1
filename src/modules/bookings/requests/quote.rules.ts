import { totalPrice } from '../booking/booking.rules.js';

/** What a review shows of the meal and its terms, as it is booked; in the words of the API. */
export interface Quote {
  starts_at: string;
  ends_at: string;
  time_zone: string;
  duration_hours: number;
  price_per_session: number;
  total_price: number;
  currency: string;
  cancellation_policy: 'flexible' | 'moderate' | 'strict';
  cancellation_terms: { hours_before: number; percent: number }[];
}

export type Shown = { [Name in keyof Quote]?: Quote[Name] | undefined };

interface QuotedChef {
  timeZone: string;
  pricePerSession: number;
  currency: string;
  cancellationPolicy: Quote['cancellation_policy'];
}

export function quoteOf(
  chef: QuotedChef,
  terms: Quote['cancellation_terms'],
  slot: { start: Date; end: Date },
  durationHours: number,
): Quote {
  return {
    starts_at: slot.start.toISOString(),
    ends_at: slot.end.toISOString(),
    time_zone: chef.timeZone,
    duration_hours: durationHours,
    price_per_session: chef.pricePerSession,
    total_price: totalPrice(durationHours, chef.pricePerSession),
    currency: chef.currency,
    cancellation_policy: chef.cancellationPolicy,
    cancellation_terms: terms.map(({ hours_before, percent }) => ({ hours_before, percent })),
  };
}

/** The names of what was shown otherwise; what was not shown does not count. */
export function differences(shown: Shown, offered: Quote): (keyof Quote)[] {
  return (Object.keys(offered) as (keyof Quote)[]).filter(
    (name) =>
      shown[name] !== undefined && JSON.stringify(shown[name]) !== JSON.stringify(offered[name]),
  );
}
