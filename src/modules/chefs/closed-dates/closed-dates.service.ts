import { inTransaction } from '../../../platform/database/transactions.js';
import { ask, together } from '../../../platform/database/questions.js';
import { addDays, localOf } from '../../../platform/time/instants.js';
import { mapInTurns } from '../../../platform/turns.js';
import type { Availability } from '../availability/availability.service.js';
import type { ChefsDeps } from '../deps.js';
import * as data from './closed-dates.data.js';
import { closedDates } from './closed-dates.rules.js';

const DAYS_AHEAD = 180;
/** Chefs whose bookings wait for one transaction to end. */
const BATCH = 25;
const MAX_BATCHES = 200;

export function createClosedDates(
  { db, clock }: Pick<ChefsDeps, 'db' | 'clock'>,
  { calendarsQuestion }: Pick<Availability, 'calendarsQuestion'>,
) {
  /** Finds out which dates are closed for those of whom something has changed; the count of chefs. */
  async function closeDates(): Promise<number> {
    let looked = 0;
    for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
      const count = await closeDatesOfSome();
      if (count === 0) break;
      looked += count;
    }
    return looked;
  }

  function closeDatesOfSome(): Promise<number> {
    return inTransaction(db, async (tx) => {
      const ids = await data.takeChecks(tx, BATCH);
      if (ids.length === 0) return 0;
      // In any zone, today is at most a day from ours.
      const today = addDays(localOf(clock.now(), 'UTC').date, -1);
      const days = { today, last: addDays(today, DAYS_AHEAD) };
      const { chefs, calendarOf } = await ask(
        tx,
        together({
          chefs: data.termsOf(ids),
          calendarOf: calendarsQuestion(ids, days.today, days.last),
        }),
      );
      const closed = await mapInTurns(chefs, (chef) => ({
        id: chef.id,
        dates: closedDates(calendarOf(chef), days, clock.now()),
      }));
      await data.closeDates(tx, closed);
      return ids.length;
    });
  }

  return { closeDates };
}
