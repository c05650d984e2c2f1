import type { Viewer } from '../../../platform/viewer.js';
import { ask, together } from '../../../platform/database/questions.js';
import { localOf } from '../../../platform/time/instants.js';
import type { BookingsDeps } from '../deps.js';
import * as data from './earnings.data.js';
import { earningsByMonth, monthAfter, monthsUntil, type Month } from './earnings.rules.js';

/** Months oldest first; `current` is YYYY-MM. */
export interface MonthsOfChef {
  months: Month[];
  current: string;
  currency: string;
}

export type Earnings = ReturnType<typeof createEarningsService>;

/** The months shown end with the next two, for what is confirmed. */
const MONTHS_SHOWN = 12;
const MONTHS_AHEAD = 2;

export function createEarningsService({
  db,
  clock,
  chefs,
}: Pick<BookingsDeps, 'db' | 'clock' | 'chefs'>) {
  /** In the chef's currency; null when the viewer is no chef. */
  async function byMonth(viewer: Viewer): Promise<MonthsOfChef | null> {
    const { chefId } = viewer;
    if (chefId === null) return null;
    const now = clock.now();
    // The chef's zone is not known before: its month is at most one from this.
    const nearly = monthOf(now, 'UTC');
    const first = monthAfter(nearly, -MONTHS_SHOWN);
    const last = monthAfter(nearly, MONTHS_AHEAD + 1);
    const questions = { chef: chefs.existing(chefId), sums: data.monthlySums(chefId, first, last) };
    const { chef, sums } = await ask(db, together(questions));
    const current = monthOf(now, chef.timeZone);
    const months = monthsUntil(monthAfter(current, MONTHS_AHEAD), MONTHS_SHOWN);
    const { currency } = chef;
    const inCurrency = sums.filter((sum) => sum.currency === currency);
    return { months: earningsByMonth(months, inCurrency), current, currency };
  }

  return { byMonth };
}

function monthOf(instant: Date, timeZone: string): string {
  return localOf(instant, timeZone).date.slice(0, 7);
}
