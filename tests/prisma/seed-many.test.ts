import { beforeAll, describe, expect, it } from 'vitest';
import { seedMany } from '../../prisma/seed-many.js';
import { NOW } from '../support/app/app.js';
import { useCleanup } from '../support/cleanup.js';
import { clonePostgres } from '../support/database/database.js';

const cleanup = useCleanup();
const now = new Date(NOW);
const numbers = { chefs: 400, bookings: 2000 };
let database: Awaited<ReturnType<typeof clonePostgres>>;
const ask = async (sql: string) => (await database.execute(sql)).rows;

/** What guards the tables and makes them quick. */
const GUARDS = `
  SELECT conname AS name, pg_get_constraintdef(oid) AS is FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT tgname || tgrelid::regclass, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
  ORDER BY 1, 2`;

describe('many chefs', () => {
  let before: object[];
  beforeAll(async () => {
    database = await clonePostgres(1);
    cleanup(() => database.close());
    before = await ask(GUARDS);
    expect(await seedMany(database, numbers, now)).toBe(true);
  });

  it('come with their bookings, in so many rows, and are added once', async () => {
    expect(await seedMany(database, numbers, now)).toBe(false);
    const [counts] = await ask(`SELECT (SELECT count(*)::int FROM chefs) AS chefs,
      (SELECT count(*)::int FROM bookings) AS bookings, (SELECT count(DISTINCT status)::int FROM bookings) AS statuses,
      (SELECT count(*)::int FROM bookings WHERE NOT EXISTS (
        SELECT FROM booking_events WHERE booking_id = bookings.id AND to_status = status)) AS untold,
      (SELECT count(*)::int FROM chefs WHERE bio ~ '[가-힣]') > 100 AS korean,
      (SELECT count(*)::int FROM chefs WHERE bio ~ '[a-z]{3}') > 100 AS english`);
    expect(counts).toEqual({ ...numbers, statuses: 7, untold: 0, korean: true, english: true });
  });

  it('leave every constraint, index and trigger in force', async () => {
    expect(await ask(GUARDS)).toEqual(before);
  });

  it('are found as if each had been saved alone', async () => {
    for (const table of ['chef_search', 'chef_calendars']) {
      const view = `${table.replace(/s$/, '')}_rows`;
      const kept = await ask(
        `SELECT kept.* FROM ${view} JOIN ${table} AS kept USING (chef_id) ORDER BY chef_id`,
      );
      const rows = await ask(`SELECT * FROM ${view} ORDER BY chef_id`);
      expect(kept).toEqual(rows.map((row) => expect.objectContaining(row) as object));
      expect(kept).toHaveLength(numbers.chefs);
    }
    const [checks] = await ask('SELECT count(*) > 100 AS many FROM chef_date_checks');
    expect(checks).toEqual({ many: true });
    await database.execute("UPDATE chefs SET bio = bio || ' Zabaglione.' WHERE id = 7");
    expect(await ask("SELECT FROM chef_search WHERE terms @@ 'zabaglione'")).toHaveLength(1);
    expect(await ask("SELECT FROM chef_words WHERE word = 'zabaglione'")).toHaveLength(1);
  });

  it('are refused in numbers that cannot be', async () => {
    await expect(seedMany(database, { chefs: 1, bookings: 361 }, now)).rejects.toThrow('one a day');
    const embedded = { ...database, kind: 'embedded' as const };
    await expect(seedMany(embedded, { chefs: 20_001, bookings: 0 }, now)).rejects.toThrow(
      'set DATABASE_URL',
    );
  });
});
