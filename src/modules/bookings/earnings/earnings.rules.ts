import type { BookingStatus } from '../booking/booking.states.js';

/** Amounts in minor units. */
export interface MonthlySum {
  /** YYYY-MM in the bookings' own time zones. */
  month: string;
  status: BookingStatus;
  meals: number;
  total: number;
  refunded: number;
}

/** Amounts in minor units. */
export interface Month {
  month: string;
  /** Completed meals, and no-shows, which are paid in full. */
  meals: number;
  earned: number;
  /** What late cancellations left after refunds. */
  kept: number;
  expected: number;
}

const PAID_IN_FULL: BookingStatus[] = ['completed', 'no_show'];

/** The months (YYYY-MM) up to `last`, oldest first. */
export function monthsUntil(last: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => monthAfter(last, index + 1 - count));
}

/** The month so many months after another (YYYY-MM); before it when negative. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + (number - 1) + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

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

/** Labels of a chart's axis: 0 to at least `highest` in at most 4 steps of 1, 2 or 5 × 10ⁿ. */
export function axisFor(highest: number): number[] {
  const least = Math.max(1, highest) / 4;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = Math.ceil([1, 2, 5, 10].map((one) => one * power).find((one) => one >= least) ?? 1);
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
