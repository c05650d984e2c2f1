import { hashPassword } from '../src/modules/auth/index.js';
import type { Database } from '../src/platform/database/client.js';
import { MOST_PER_CHEF } from './many-bookings.js';
import { AFTERWARDS, loadingScript } from './many-loading.js';
import { DEMO_PASSWORD } from './seed.js';

/** More would keep the embedded database, which is the process, busy for minutes. */
const MOST_EMBEDDED = 20_000;

/**
 * Adds many chefs, a diner for every four of them, and bookings, the same for the same numbers and
 * `now`. False when there are many already.
 * @throws RangeError for numbers that cannot be, fit to be shown
 */
export async function seedMany(
  database: Database,
  { chefs, bookings }: { chefs: number; bookings: number },
  now: Date,
): Promise<boolean> {
  if (chefs < 1 || bookings > chefs * MOST_PER_CHEF) {
    throw new RangeError(
      `Ask for a chef or more, each with ${MOST_PER_CHEF} bookings at most: one a day.`,
    );
  }
  if (database.kind === 'embedded' && chefs + bookings > MOST_EMBEDDED) {
    throw new RangeError(
      `The embedded database is for ${MOST_EMBEDDED} chefs and bookings at most: set DATABASE_URL to a PostgreSQL for more.`,
    );
  }
  const known = await database.execute('SELECT FROM users WHERE email = $1', [
    'chef1@many.coocook.test',
  ]);
  if (known.rows.length > 0) return false;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await database.execute(loadingScript({ chefs, bookings, passwordHash, now: now.toISOString() }));
  // VACUUM runs alone, in no transaction.
  for (const statement of AFTERWARDS) await database.execute(statement, []);
  return true;
}
