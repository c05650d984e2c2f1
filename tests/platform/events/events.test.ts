import { EventEmitter, once } from 'node:events';
import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { openDatabase, type Database } from '../../../src/platform/database/client.js';
import { inTransaction } from '../../../src/platform/database/transactions.js';
import { createEvents, type Subscribers } from '../../../src/platform/events/events.js';
import { createJobs } from '../../../src/platform/jobs/jobs.js';
import { clonePostgres } from '../../support/database/database.js';
import { databases, endAfterTest, opened, SOON } from '../jobs/setup.js';

const schemas = {
  'meal.cooked': z.object({
    id: z.int(),
    at: z.iso.datetime().transform((text) => new Date(text)),
  }),
  'meal.eaten': z.object({ id: z.int() }),
};
type MealSubscribers = Subscribers<typeof schemas>;
const AT = new Date('2026-11-23T03:00:00.000Z');

async function openWithEffects<T extends Database>(open: () => Promise<T>): Promise<T> {
  const database = await opened(open);
  await database.execute('CREATE TABLE effects (effect text)');
  return database;
}

/** A process that publishes and, once it is started, does the subscribers' jobs. */
function processOn(database: Database, subscribers: MealSubscribers, expireSeconds = 60) {
  const errors: { job?: string; attempt?: number; msg: string }[] = [];
  const logger = pino(
    { level: 'error' },
    { write: (line) => errors.push(JSON.parse(line) as (typeof errors)[number]) },
  );
  const jobs = createJobs(database, logger, {
    pollMs: 50,
    expireSeconds,
    maintenanceSeconds: 1,
    retryDelaySeconds: 1,
  });
  const events = createEvents({ db: database.prisma, jobs: jobs.queue }, schemas);
  const handlers = events.subscribe(subscribers);
  return {
    errors,
    handlers,
    publish: (id: number) =>
      inTransaction(database.prisma, (tx) => events.publish(tx, 'meal.cooked', { id, at: AT })),
    events,
    start: async (given = handlers) => {
      endAfterTest(() => jobs.stop());
      await jobs.start(given, {});
    },
  };
}

/** A subscriber whose effect is a row: a second one would be seen. */
const writes =
  (name: string): NonNullable<MealSubscribers['meal.cooked']>[string] =>
  (tx, { data }) =>
    tx.$executeRaw`INSERT INTO effects (effect) VALUES (${`${name} ${data.id}`})`;

const effects = async (database: Database) =>
  (await database.execute('SELECT effect FROM effects ORDER BY effect')).rows.map(
    (row) => (row as { effect: string }).effect,
  );

const jobsOf = async (database: Database) =>
  (await database.execute(`SELECT state, data FROM pgboss.job WHERE name = 'jobs' ORDER BY data`))
    .rows as { state: string; data: { name: string; data: { id: string; name: string } } }[];

/** Whether a transaction waits for another; on the embedded database it waits before it begins. */
async function isHeldUp(database: Database): Promise<boolean> {
  if (database.kind === 'embedded') return true;
  const { rows } = await database.execute('SELECT 1 FROM pg_locks WHERE NOT granted');
  return rows.length > 0;
}

/** What is completed is never done again. */
const allDone = (database: Database) =>
  vi.waitUntil(
    async () => (await jobsOf(database)).every(({ state }) => state === 'completed'),
    SOON,
  );

describe.each(databases)('events on %s', (_name, open) => {
  it('reach each subscriber once, with the same id and their data in their types', async () => {
    const database = await openWithEffects<Database>(open);
    const seen: unknown[] = [];
    const { publish, start } = processOn(database, {
      'meal.cooked': {
        'test.a': (_tx, event) => Promise.resolve(seen.push(['a', event])),
        'test.b': (_tx, event) => Promise.resolve(seen.push(['b', event])),
      },
      'meal.eaten': { 'test.c': () => Promise.reject(new Error('nothing was eaten')) },
    });
    await publish(7);
    const [first, second, ...others] = await jobsOf(database);
    expect(others).toEqual([]);
    expect(first?.data.data.id).toBe(second?.data.data.id);
    await start();
    await vi.waitUntil(() => seen.length === 2, SOON);
    const event = { id: first?.data.data.id, name: 'meal.cooked', data: { id: 7, at: AT } };
    expect(seen).toEqual(
      expect.arrayContaining([
        ['a', event],
        ['b', event],
      ]),
    );
    await allDone(database);
    expect(seen).toHaveLength(2);
  });

  it('are there with the transaction that publishes them, and only with it', async () => {
    const database = await openWithEffects<Database>(open);
    const { events } = processOn(database, { 'meal.eaten': { 'test.a': () => Promise.resolve() } });
    const publish = (id: number) =>
      inTransaction(database.prisma, (tx) => events.publish(tx, 'meal.eaten', { id }));
    const outer = inTransaction(database.prisma, async () => {
      await publish(1);
      await inTransaction(database.prisma, async () => {
        await publish(2);
        throw new Error('inner');
      }).catch(() => undefined);
    });
    await outer;
    const undone = inTransaction(database.prisma, async () => {
      await publish(3);
      throw new Error('outer');
    });
    await expect(undone).rejects.toThrow('outer');
    expect(await jobsOf(database)).toMatchObject([{ data: { data: { data: { id: 1 } } } }]);
  });

  it('cost nothing when nobody subscribes, and are not lost before anybody could', async () => {
    const database = await openWithEffects<Database>(open);
    const { publish } = processOn(database, {
      'meal.eaten': { 'test.a': () => Promise.resolve() },
    });
    await publish(1);
    expect(await jobsOf(database)).toEqual([]);
    const early = createEvents(
      { db: database.prisma, jobs: createJobs(database, pino({ level: 'silent' })).queue },
      schemas,
    );
    const refused = inTransaction(database.prisma, (tx) =>
      early.publish(tx, 'meal.eaten', { id: 1 }),
    );
    await expect(refused).rejects.toThrow('before anybody could subscribe');
  });

  it('come again to a subscriber that failed, without its half effect and without the others', async () => {
    const database = await openWithEffects<Database>(open);
    const calls: string[] = [];
    const { publish, start, errors } = processOn(database, {
      'meal.cooked': {
        'test.fails': async (tx, event) => {
          calls.push(`fails ${event.id}`);
          await writes('fails')(tx, event);
          if (calls.filter((call) => call.startsWith('fails')).length < 3)
            throw new Error('not yet');
        },
        'test.works': async (tx, event) => {
          calls.push('works');
          await writes('works')(tx, event);
        },
      },
    });
    await publish(1);
    await start();
    await allDone(database);
    expect(await effects(database)).toEqual(['fails 1', 'works 1']);
    expect(calls.filter((call) => call === 'works')).toHaveLength(1);
    const attempts = calls.filter((call) => call !== 'works');
    expect([attempts.length, new Set(attempts).size]).toEqual([3, 1]);
    expect(errors.map(({ job, attempt, msg }) => [job, attempt, msg])).toEqual([
      ['event:test.fails', 1, 'job failed'],
      ['event:test.fails', 2, 'job failed'],
    ]);
  });

  it('are given up after the last attempt, seen in the log and kept', async () => {
    const database = await openWithEffects<Database>(open);
    const { publish, start, errors } = processOn(database, {
      'meal.cooked': { 'test.fails': () => Promise.reject(new Error('never')) },
    });
    await publish(1);
    await database.execute('UPDATE pgboss.job SET retry_limit = 0');
    await start();
    await vi.waitUntil(() => errors.length > 0, SOON);
    expect(errors).toMatchObject([{ job: 'event:test.fails', msg: 'job given up' }]);
    await vi.waitUntil(async () => (await jobsOf(database))[0]?.state === 'failed', SOON);
  });

  it('whose subscriber is gone, or whose data are of another shape, hold up nobody', async () => {
    const database = await openWithEffects<Database>(open);
    const before = processOn(database, {
      'meal.cooked': {
        'test.a': writes('a'),
        'test.gone': writes('gone'),
        'test.moved': writes('b'),
      },
    });
    await before.publish(1);
    await before.publish(2);
    await database.execute(
      `UPDATE pgboss.job SET data = jsonb_set(data, '{data,data,id}', '"two"')
       WHERE data->'data'->'data'->>'id' = '2'`,
    );
    const after = processOn(database, {
      'meal.cooked': { 'test.a': writes('a') },
      'meal.eaten': { 'test.moved': () => Promise.resolve() },
    });
    await after.start();
    await vi.waitUntil(() => after.errors.length >= 5, SOON);
    expect(await effects(database)).toEqual(['a 1']);
    const lines = JSON.stringify(after.errors);
    expect(lines).toContain('There is no handler of the job event:test.gone.');
    expect(lines).toContain('test.moved does not subscribe to meal.cooked.');
    expect(lines).toContain('expected number');
  });

  it('have one effect though an attempt that was given up goes on beside the next one', async () => {
    const database = await openWithEffects<Database>(open);
    const gates = new EventEmitter();
    const [first, second] = [once(gates, 'first'), once(gates, 'second')];
    const { publish, start, handlers } = processOn(
      database,
      {
        'meal.cooked': {
          'test.a': async (tx, event) => {
            await writes('a')(tx, event);
            await second;
          },
        },
      },
      1,
    );
    await publish(1);
    const attempts: Promise<unknown>[] = [];
    let hasBegun = false;
    await start({
      'event:test.a': (data, job) => {
        const deliver = async () => handlers['event:test.a']?.(data, job);
        const late = async () => {
          await first;
          hasBegun = true;
          await deliver();
        };
        const attempt = attempts.length === 0 ? late() : deliver();
        attempts.push(attempt);
        return attempt;
      },
    });
    await vi.waitUntil(() => attempts.length === 2, SOON);
    gates.emit('first');
    await vi.waitUntil(async () => hasBegun && (await isHeldUp(database)), SOON);
    gates.emit('second');
    await Promise.all(attempts);
    expect(await effects(database)).toEqual(['a 1']);
    expect(await jobsOf(database)).toMatchObject([{ state: 'completed' }]);
  });
});

describe('two processes on PostgreSQL', () => {
  it('give each event to each subscriber once between them', async () => {
    const { url } = await openWithEffects(clonePostgres);
    const settings = { url, poolSize: 5, connectTimeoutMs: 60_000, queryTimeoutMs: 60_000 };
    const subscribers = { 'meal.cooked': { 'test.a': writes('a'), 'test.b': writes('b') } };
    const [one, other] = await Promise.all([
      opened(() => openDatabase(settings)),
      opened(() => openDatabase(settings)),
    ]);
    const first = processOn(one, subscribers);
    const second = processOn(other, subscribers);
    await Promise.all([first.start(), second.start()]);
    for (let id = 0; id < 15; id += 1) await first.publish(id);
    await allDone(one);
    const made = await effects(one);
    expect([made.length, new Set(made).size]).toEqual([30, 30]);
    expect([...first.errors, ...second.errors]).toEqual([]);
  });
});
