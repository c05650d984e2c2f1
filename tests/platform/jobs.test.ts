import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inTransaction, openDatabase, type Database } from '../../src/platform/db.js';
import {
  createJobs,
  installJobs,
  type JobHandler,
  type Jobs,
  type JobTiming,
  type Sweep,
} from '../../src/platform/jobs.js';
import { emptyDatabase, isMigrated, migrate } from '../../src/platform/migrate.js';
import { clonePostgres, openTestDatabase } from '../support/database.js';
import { query, startPostgres } from '../support/postgres.js';

const silent = pino({ level: 'silent' });
const HURRY: JobTiming = {
  pollMs: 100,
  sweepMs: 200,
  expireSeconds: 60,
  maintenanceSeconds: 1,
  retryDelaySeconds: 1,
};
const SOON = { timeout: 12_000, interval: 50 };

const toEnd: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of toEnd.splice(0).reverse()) await end();
});

async function opened<T extends Database>(open: () => Promise<T>): Promise<T> {
  const database = await open();
  toEnd.push(() => database.close());
  return database;
}

function jobsOn(database: Database, timing: Partial<JobTiming> = {}, logger = silent): Jobs {
  const jobs = createJobs(database, logger, { ...HURRY, ...timing });
  toEnd.push(() => jobs.stop());
  return jobs;
}

async function started(
  database: Database,
  handlers: Record<string, JobHandler>,
  sweeps: Record<string, Sweep> = {},
  timing: Partial<JobTiming> = {},
): Promise<Jobs> {
  const jobs = jobsOn(database, timing);
  await jobs.start(handlers, sweeps);
  return jobs;
}

const ask = (database: Database, jobs: Jobs, job: string, data: object, afterMs = 0) =>
  inTransaction(database.prisma, (tx) =>
    jobs.queue.enqueue(tx, job, data, new Date(Date.now() + afterMs)),
  );

async function states(database: Database): Promise<unknown[]> {
  const { rows } = await database.execute(
    "SELECT state, data FROM pgboss.job WHERE name = 'jobs' ORDER BY created_on",
  );
  return rows;
}

const databases = [
  ["the suite's database", openTestDatabase],
  ['PostgreSQL', clonePostgres],
] as const;

describe.each(databases)('jobs on %s', (_name, open) => {
  it('are there with the transaction that asked for them, and only with it', async () => {
    const database = await opened<Database>(open);
    const { queue } = jobsOn(database);
    const data = { text: "'; $1 ünï", list: [1, { a: null }], on: true };
    await inTransaction(database.prisma, (tx) => queue.enqueue(tx, 'kept', data, new Date()));
    const refused = inTransaction(database.prisma, async (tx) => {
      await queue.enqueue(tx, 'lost', data, new Date());
      expect(await tx.$queryRaw`SELECT 1 FROM pgboss.job`).toHaveLength(2);
      throw new Error('no');
    });
    await expect(refused).rejects.toThrow('no');
    expect(await states(database)).toEqual([{ state: 'created', data: { name: 'kept', data } }]);
  });

  it('are done at their time and not before, once each, with their data', async () => {
    const database = await opened<Database>(open);
    const done: { data: unknown; at: number }[] = [];
    const jobs = await started(database, {
      note: (data) => Promise.resolve(done.push({ data, at: Date.now() })),
    });
    const from = Date.now();
    await ask(database, jobs, 'note', { number: 2 }, 2000);
    for (let number = 10; number < 22; number += 1) await ask(database, jobs, 'note', { number });
    await vi.waitUntil(() => done.length === 12, SOON);
    expect(Date.now()).toBeLessThan(from + 2000);
    await vi.waitUntil(() => done.length === 13, SOON);
    expect(done.at(-1)?.data).toEqual({ number: 2 });
    expect(done.at(-1)?.at).toBeGreaterThanOrEqual(from + 2000);
    await jobs.stop();
    expect(done).toHaveLength(13);
    const ended = (await states(database)) as { state: string }[];
    expect(new Set(ended.map(({ state }) => state))).toEqual(new Set(['completed']));
  });

  it('are never part of a transaction that somebody else has open', async () => {
    const database = await opened<Database>(open);
    const done: unknown[] = [];
    const handlers = { note: (data: unknown) => Promise.resolve(done.push(data)) };
    const jobs = await started(database, handlers);
    const outside = jobsOn(database);
    const emails = async () => (await database.prisma.user.findMany()).map(({ email }) => email);
    const user = (email: string) => ({ data: { email, name: 'A', passwordHash: 'x' } });
    await ask(database, jobs, 'note', { number: 1 }, 300);

    const beside: Promise<{ rows: object[] }>[] = [];
    const undone = inTransaction(database.prisma, async (tx) => {
      await tx.user.create(user('undone@example.test'));
      beside.push(
        database.execute('SELECT count(*)::int AS users FROM users'),
        database.execute('CREATE TABLE beside (id int); INSERT INTO beside VALUES (1)'),
      );
      // While it is open: looks for due jobs, maintenance, and the start of another.
      const other = outside.start(handlers, {});
      other.catch(() => undefined);
      await pause(1500);
      await tx.user.create(user('undone-too@example.test'));
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    expect((await Promise.all(beside))[0]?.rows).toEqual([{ users: 0 }]);
    expect((await database.execute('SELECT * FROM beside')).rows).toEqual([{ id: 1 }]);

    await vi.waitUntil(
      async () => JSON.stringify(await states(database)).includes('completed'),
      SOON,
    );
    expect(done).toEqual([{ number: 1 }]);
    expect(await emails()).toEqual([]);
    await inTransaction(database.prisma, (tx) => tx.user.create(user('kept@example.test')));
    expect(await emails()).toEqual(['kept@example.test']);
  });

  it('are done again when their handler fails, later each time', async () => {
    const database = await opened<Database>(open);
    const tries: number[] = [];
    const jobs = await started(database, {
      stubborn: () => {
        tries.push(Date.now());
        return tries.length < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve();
      },
    });
    await ask(database, jobs, 'stubborn', {});
    await vi.waitUntil(() => tries.length === 3, SOON);
    const [first = 0, second = 0, third = 0] = tries;
    expect(second - first).toBeGreaterThanOrEqual(1000);
    expect(third - second).toBeGreaterThanOrEqual(2000);
    await jobs.stop();
    expect(await states(database)).toMatchObject([{ state: 'completed' }]);
  });

  it('are done again when their process died, or nobody there knew them', async () => {
    const database = await opened<Database>(open);
    let done = 0;
    const jobs = await started(database, {}, {}, { expireSeconds: 1 });
    await ask(database, jobs, 'note', {});
    await vi.waitUntil(async () => JSON.stringify(await states(database)).includes('retry'), SOON);
    await jobs.stop();
    // As a process leaves it that is killed while it does the job.
    await database.execute("UPDATE pgboss.job SET state = 'active', started_on = now()");
    await started(database, { note: () => Promise.resolve((done += 1)) });
    await vi.waitUntil(() => done === 1, SOON);
  });

  it('are given up when they take too long, and the next ones are done', async () => {
    const database = await opened<Database>(open);
    const done: string[] = [];
    const jobs = await started(
      database,
      {
        endless: () => new Promise(() => done.push('endless')),
        note: () => Promise.resolve(done.push('note')),
      },
      {},
      { expireSeconds: 1 },
    );
    await ask(database, jobs, 'endless', {});
    await vi.waitUntil(() => done.length === 1, SOON);
    await ask(database, jobs, 'note', {});
    await vi.waitUntil(() => done.includes('note'), SOON);
  });

  it('are waited for by stop, and no further one is begun', async () => {
    const database = await opened<Database>(open);
    const told: string[] = [];
    const jobs = await started(database, {
      slow: async () => {
        told.push('begun');
        await pause(700);
        await database.prisma.user.count();
        told.push('ended');
      },
    });
    await ask(database, jobs, 'slow', {});
    await vi.waitUntil(() => told.length === 1, SOON);
    await ask(database, jobs, 'slow', {});
    await jobs.stop();
    await pause(300);
    expect(told).toEqual(['begun', 'ended']);
    expect(await states(database)).toMatchObject([{ state: 'completed' }, { state: 'created' }]);
  });

  it('come with sweeps: one in each minute, and a failure stops no other', async () => {
    const database = await opened<Database>(open);
    const swept: string[] = [];
    const sweeps = {
      fails: () => Promise.reject(new Error('not now')),
      works: () => Promise.resolve(swept.push('works')),
    };
    const intoMinute = Date.now() % 60_000;
    if (intoMinute > 56_000) await pause(60_100 - intoMinute);
    await started(database, {}, sweeps);
    await vi.waitUntil(() => swept.length === 1, SOON);
    await pause(700);
    expect(swept).toEqual(['works']);
    // A minute later, as far as the queue can tell.
    await database.execute(
      "UPDATE pgboss.job SET singleton_on = singleton_on - interval '1 minute' WHERE name = 'sweeps'",
    );
    await vi.waitUntil(() => swept.length === 2, SOON);
  });

  it('are installed again without harm, and gone from an emptied database', async () => {
    const database = await opened<Database>(open);
    const jobs = jobsOn(database);
    await ask(database, jobs, 'kept', {});
    await installJobs(database);
    expect(await states(database)).toHaveLength(1);

    await emptyDatabase(database);
    await expect(jobs.start({}, {})).rejects.toThrow('not installed');
    await migrate(database);
    expect(await isMigrated(database.prisma)).toBe(true);
    await installJobs(database);
    expect(await states(database)).toEqual([]);
    await database.execute('DELETE FROM pgboss.queue');
    await expect(ask(database, jobs, 'nowhere', {})).rejects.toThrow('did not take the job');
  });
});

describe('a script that fails half-way', () => {
  it.each(databases)('leaves nothing behind on %s', async (_name, open) => {
    const database = await opened<Database>(open);
    const script = 'BEGIN; CREATE TABLE half (id int); SELECT 1 / 0; COMMIT;';
    for (let turn = 0; turn < 12; turn += 1) {
      await expect(database.execute(script)).rejects.toThrow('division by zero');
    }
    const { rows } = await database.execute("SELECT to_regclass('half') AS name");
    expect(rows).toEqual([{ name: null }]);
    expect((await database.execute('SELECT 1 AS a; SELECT 2 AS b')).rows).toEqual([{ b: 2 }]);
    expect((await database.execute('SELECT $1::int AS a', [3])).rows).toEqual([{ a: 3 }]);
  });
});

describe('several processes on PostgreSQL', () => {
  const settings = { poolSize: 5, connectTimeoutMs: 5000, queryTimeoutMs: 5000 };

  it('install at once', async () => {
    const { url, ...database } = await opened(clonePostgres);
    await query(url, 'DROP SCHEMA pgboss CASCADE');
    const others = [];
    for (let count = 0; count < 4; count += 1) {
      others.push(await opened(() => openDatabase({ url, ...settings })));
    }
    await Promise.all(others.map((other) => installJobs(other)));
    await ask(database, jobsOn(database), 'note', {});
    expect(await states(database)).toHaveLength(1);
  });

  it('do each job and each sweep once between them', async () => {
    const { url } = await opened(clonePostgres);
    const a = await opened(() => openDatabase({ url, ...settings }));
    const b = await opened(() => openDatabase({ url, ...settings }));
    const workers = { a: 0, b: 0 };
    let sweeps = 0;
    const sweep = () => Promise.resolve((sweeps += 1));
    const begin = (database: Database, name: 'a' | 'b') =>
      started(
        database,
        {
          // A booking expires: whoever finds it so already changes nothing.
          rename: async (data) => {
            workers[name] += 1;
            const { email } = data as { email: string };
            await database.prisma.user.updateMany({
              where: { email, name: { not: { endsWith: '!' } } },
              data: { name: `${email}!` },
            });
            await pause(50);
          },
        },
        { sweep },
      );
    const intoMinute = Date.now() % 60_000;
    if (intoMinute > 50_000) await pause(60_100 - intoMinute);
    const [jobs] = await Promise.all([begin(a, 'a'), begin(b, 'b')]);
    for (let index = 0; index < 40; index += 1) {
      await inTransaction(a.prisma, async (tx) => {
        const email = `u${index}@example.test`;
        await tx.user.create({ data: { email, name: 'A', passwordHash: 'x' } });
        await jobs.queue.enqueue(tx, 'rename', { email }, new Date());
      });
    }
    const renamed = () => a.prisma.user.count({ where: { name: { endsWith: '!' } } });
    await vi.waitUntil(async () => (await renamed()) === 40, SOON);
    await pause(300);
    expect(workers.a + workers.b).toBe(40);
    expect(Math.min(workers.a, workers.b)).toBeGreaterThan(0);
    expect(sweeps).toBe(1);
  });
});

describe('PostgreSQL that goes away', () => {
  it('is waited for; what was asked for is done when it is back', async () => {
    const postgres = await startPostgres();
    toEnd.push(() => postgres.remove());
    await postgres.run('CREATE DATABASE away');
    const database = await opened(() =>
      openDatabase({
        url: postgres.url('away'),
        poolSize: 5,
        connectTimeoutMs: 1000,
        queryTimeoutMs: 2000,
      }),
    );
    await installJobs(database);
    const lines: string[] = [];
    const logger = pino({ level: 'error' }, { write: (line) => lines.push(line) });
    const done: unknown[] = [];
    const jobs = jobsOn(database, { expireSeconds: 3 }, logger);
    let working = false;
    const handler = async (data: unknown) => {
      working = true;
      await pause(500);
      done.push(data);
    };
    await jobs.start({ note: handler }, { nothing: () => Promise.resolve(0) });
    await ask(database, jobs, 'note', { number: 1 });
    await vi.waitUntil(() => working, SOON);
    await postgres.kill();
    await pause(2500);
    expect(lines.join()).toContain('job not marked');
    await postgres.start();
    await ask(database, jobs, 'note', { number: 2 });
    await vi.waitUntil(() => JSON.stringify(done).includes('2'), SOON);
    // The first was done, but nobody could say so: it is done again.
    await vi.waitUntil(() => done.length === 3, SOON);
  });
});
