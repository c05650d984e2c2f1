import type { BookingStatus } from './bookings.states.js';

/** What bookings of one month brought or will bring, by status, in minor units. */
export interface MonthlySum {
  /** YYYY-MM, by the clocks of the bookings' own zones. */
  month: string;
  status: BookingStatus;
  meals: number;
  total: number;
  refunded: number;
}

/** A month as the chef looks at it; amounts in minor units. */
export interface Month {
  month: string;
  /** Meals cooked, and those nobody was there for: they are paid in full. */
  meals: number;
  earned: number;
  /** What late cancellations left after their refunds. */
  kept: number;
  /** Confirmed meals that are still to come, or not yet counted as completed. */
  expected: number;
}

const PAID_IN_FULL: BookingStatus[] = ['completed', 'no_show'];

/** So many months up to one (YYYY-MM), the oldest first, with or without bookings. */
export function monthsUntil(last: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => monthAfter(last, index + 1 - count));
}

/** The month so many months after another, both YYYY-MM; before it when negative. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + (number - 1) + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** What each month brought, in the order of the months. */
export function earningsByMonth(months: string[], sums: MonthlySum[]): Month[] {
  return months.map((month) => {
    const own = sums.filter((sum) => sum.month === month);
    const of = (statuses: BookingStatus[]) => own.filter((sum) => statuses.includes(sum.status));
    const add = (found: MonthlySum[], amount: (sum: MonthlySum) => number) =>
      found.reduce((before, sum) => before + amount(sum), 0);
    return {
      month,
      meals: add(of(PAID_IN_FULL), (sum) => sum.meals),
      earned: add(of(PAID_IN_FULL), (sum) => sum.total),
      kept: add(of(['cancelled']), (sum) => sum.total - sum.refunded),
      expected: add(of(['confirmed']), (sum) => sum.total),
    };
  });
}

/**
 * The amounts to write beside a chart that has to hold one, from 0 up: round steps of 1, 2 or 5
 * times a power of ten, at most five of them, the last at or above the amount.
 */
export function axisFor(highest: number): number[] {
  const least = Math.max(1, highest) / 4;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = Math.ceil([1, 2, 5, 10].map((one) => one * power).find((one) => one >= least) ?? 1);
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
