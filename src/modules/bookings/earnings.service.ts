import type { Viewer } from '../../platform/http/viewer.js';
import { localOf } from '../../platform/time.js';
import type { BookingsDeps } from './bookings.service.js';
import * as data from './earnings.data.js';
import { earningsByMonth, monthAfter, monthsUntil, type Month } from './earnings.rules.js';

/** A year of a chef's months, oldest first, and which of them is the current one. */
export interface MonthsOfChef {
  months: Month[];
  current: string;
  currency: string;
}

export type Earnings = ReturnType<typeof createEarningsService>;

/** A year: the months that were, this one, and the next two for what is confirmed. */
const MONTHS_SHOWN = 12;
const MONTHS_AHEAD = 2;

/** What a chef earns. */
export function createEarningsService({
  db,
  clock,
  chefs,
}: Pick<BookingsDeps, 'db' | 'clock' | 'chefs'>) {
  /** The viewer's own months as a chef, in the chef's currency; null for who is no chef. */
  async function byMonth(viewer: Viewer): Promise<MonthsOfChef | null> {
    const chef = await chefs.ofUser(viewer.id);
    if (chef === null) return null;
    const now = localOf(clock.now(), chef.timeZone).date.slice(0, 7);
    const months = monthsUntil(monthAfter(now, MONTHS_AHEAD), MONTHS_SHOWN);
    const [first = now] = months;
    const sums = await data.monthlySums(db, chef, first, months.at(-1) ?? now);
    return { months: earningsByMonth(months, sums), current: now, currency: chef.currency };
  }

  return { byMonth };
}
