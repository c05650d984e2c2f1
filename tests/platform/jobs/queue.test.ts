import { EventEmitter, once } from 'node:events';
import PgBoss from 'pg-boss';
import { describe, expect, it, vi } from 'vitest';
import type { Database } from '../../../src/platform/database/client.js';
import { emptyDatabase, isMigrated, migrate } from '../../../src/platform/database/migrate.js';
import { inTransaction } from '../../../src/platform/database/transactions.js';
import { installJobs, JOBS } from '../../../src/platform/jobs/install.js';
import { sqlOf } from '../../../src/platform/jobs/sql.js';
import {
  aFewPolls,
  ask,
  databases,
  jobsOn,
  minutesBegun,
  opened,
  SOON,
  started,
  states,
} from './setup.js';

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
    const done: unknown[] = [];
    const jobs = await started(database, { note: (data) => Promise.resolve(done.push(data)) });
    await ask(database, jobs, 'note', { number: 1 }, 3_600_000);
    for (let number = 10; number < 22; number += 1) await ask(database, jobs, 'note', { number });
    await vi.waitUntil(() => done.length === 12, SOON);
    await ask(database, jobs, 'note', { number: 2 }, 1000);
    await vi.waitUntil(() => done.length === 13, SOON);
    expect(done.at(-1)).toEqual({ number: 2 });
    // As if the hour had gone by.
    await database.execute("UPDATE pgboss.job SET start_after = now() WHERE state = 'created'");
    await vi.waitUntil(() => done.length === 14, SOON);
    expect(done.at(-1)).toEqual({ number: 1 });
    await jobs.stop();
    expect(done).toHaveLength(14);
    const ended = await database.execute(
      "SELECT DISTINCT state, started_on >= start_after AS in_time FROM pgboss.job WHERE name = 'jobs'",
    );
    expect(ended.rows).toEqual([{ state: 'completed', in_time: true }]);
  });

  it('are never part of a transaction that somebody else has open', async () => {
    const database = await opened<Database>(open);
    const done: unknown[] = [];
    let asked = 0;
    const noting: Database = {
      ...database,
      execute(sql, values) {
        asked += 1;
        return database.execute(sql, values);
      },
    };
    const handlers = { note: (data: unknown) => Promise.resolve(done.push(data)) };
    const jobs = await started(noting, handlers);
    const outside = jobsOn(noting);
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
      asked = 0;
      const other = outside.start(handlers, {});
      other.catch(() => undefined);
      await vi.waitUntil(() => asked >= 3, SOON);
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
    /** How long each try had to wait after the one before, as the database tells. */
    const waits: number[] = [];
    const jobs = await started(database, {
      stubborn: async () => {
        const { rows } = await database.execute(
          "SELECT extract(epoch FROM start_after - created_on)::float AS waited FROM pgboss.job WHERE name = 'jobs'",
        );
        waits.push((rows[0] as { waited: number }).waited - waits.reduce((a, b) => a + b, 0));
        if (waits.length < 3) throw new Error('not yet');
      },
    });
    await ask(database, jobs, 'stubborn', {});
    await vi.waitUntil(() => waits.length === 3, SOON);
    const [, second = 0, third = 0] = waits;
    expect([second >= 1, third >= 2]).toEqual([true, true]);
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
    const gate = new EventEmitter();
    const isOpen = once(gate, 'open');
    const jobs = await started(database, {
      slow: async () => {
        told.push('begun');
        await isOpen;
        await database.prisma.user.count();
        told.push('ended');
      },
    });
    await ask(database, jobs, 'slow', {});
    await vi.waitUntil(() => told.length === 1, SOON);
    await ask(database, jobs, 'slow', {});
    const stopped = jobs.stop();
    gate.emit('open');
    await stopped;
    await aFewPolls();
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
    const minutes = minutesBegun();
    await started(database, {}, sweeps);
    await vi.waitUntil(() => swept.length > 0, SOON);
    await aFewPolls();
    const before = swept.length;
    expect(new Set(swept)).toEqual(new Set(['works']));
    expect(before).toBeLessThanOrEqual(minutes());
    // A minute later, as far as the queue can tell.
    await database.execute(
      "UPDATE pgboss.job SET singleton_on = singleton_on - interval '1 minute' WHERE name = 'sweeps'",
    );
    await vi.waitUntil(() => swept.length > before, SOON);
  });

  it('are the rows that pg-boss makes', async () => {
    const database = await opened<Database>(open);
    const { queue } = jobsOn(database, { retryDelaySeconds: 7, expireSeconds: 45 });
    const job = { name: 'same', data: { of: ['both'] } };
    const startAfter = new Date('2027-03-04T05:06:07Z');
    await inTransaction(database.prisma, (tx) => queue.enqueue(tx, job.name, job.data, startAfter));
    const boss = new PgBoss({ db: sqlOf(database), migrate: false, supervise: false });
    await boss.start();
    await boss.send(JOBS, job, {
      ...{ startAfter, retentionDays: 365, expireInSeconds: 45 },
      ...{ retryLimit: 5, retryDelay: 7, retryBackoff: true },
    });
    await boss.stop({ graceful: false });
    const { rows } = await database.execute(
      "SELECT to_jsonb(job) - 'id' - 'created_on' AS job FROM pgboss.job WHERE name = 'jobs'",
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual(rows[1]);
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
    await expect(ask(database, jobs, 'nowhere', {})).rejects.toThrow(/partition/);
  });
});
