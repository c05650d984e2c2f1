import type { Db } from '../../../src/platform/database/client.js';
import { inTransaction } from '../../../src/platform/database/transactions.js';

/** The tables that grow with chefs, diners and bookings. */
const BIG =
  'users|sessions|chefs|chef_search|chef_calendars|chef_words|weekly_hours|availability_exceptions|bookings|booking_events|subscriptions';

/** Which big tables the plan of a noted statement reads whole, though it need not where there is any other way. */
export async function readWhole(db: Db, statement: string): Promise<string[]> {
  const plan = await planOf(db, statement);
  return [...plan.matchAll(new RegExp(`Seq Scan on (?:${BIG})\\b`, 'g'))].map(([scan]) => scan);
}

function planOf(db: Db, statement: string): Promise<string> {
  const [text, values] = JSON.parse(statement) as [string, unknown[]];
  return inTransaction(db, async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    const lines = await tx.$queryRawUnsafe<object[]>(`EXPLAIN ${text}`, ...values);
    return lines.flatMap((line) => Object.values(line) as string[]).join('\n');
  });
}
