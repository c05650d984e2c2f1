import { EventEmitter, once } from 'node:events';
import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { openDatabase, type Database } from '../../../src/platform/database/client.js';
import { inTransaction } from '../../../src/platform/database/transactions.js';
import { installJobs } from '../../../src/platform/jobs/install.js';
import { clonePostgres } from '../../support/database/database.js';
import { query, startPostgres } from '../../support/database/postgres.js';
import {
  ask,
  endAfterTest,
  jobsOn,
  minutesBegun,
  opened,
  SOON,
  started,
  stateNames,
  states,
} from './setup.js';

describe('several processes on PostgreSQL', () => {
  const settings = { poolSize: 5, connectTimeoutMs: 60_000, queryTimeoutMs: 60_000 };

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
    const gate = new EventEmitter();
    const bothBegan = once(gate, 'both');
    let sweeps = 0;
    const sweep = () => Promise.resolve((sweeps += 1));
    const begin = (database: Database, name: 'a' | 'b') =>
      started(
        database,
        {
          // A booking expires: whoever finds it so already changes nothing.
          rename: async (data) => {
            workers[name] += 1;
            // The first one waits until the other process has one, too.
            if (workers.a > 0 && workers.b > 0) gate.emit('both');
            await bothBegan;
            const { email } = data as { email: string };
            await database.prisma.user.updateMany({
              where: { email, name: { not: { endsWith: '!' } } },
              data: { name: `${email}!` },
            });
          },
        },
        { sweep },
      );
    const minutes = minutesBegun();
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
    await vi.waitUntil(async () => /^(completed,?)+$/.test((await stateNames(a)).join()), SOON);
    expect(workers.a + workers.b).toBe(40);
    await vi.waitUntil(() => sweeps > 0, SOON);
    expect(sweeps).toBeLessThanOrEqual(minutes());
  });
});

describe('PostgreSQL that goes away', () => {
  it('is waited for; what was asked for is done when it is back', async () => {
    const postgres = await startPostgres();
    endAfterTest(() => postgres.remove());
    await postgres.run('CREATE DATABASE away');
    const database = await opened(() =>
      openDatabase({
        url: postgres.url('away'),
        poolSize: 5,
        connectTimeoutMs: 30_000,
        queryTimeoutMs: 30_000,
      }),
    );
    await installJobs(database);
    const lines: string[] = [];
    const logger = pino({ level: 'error' }, { write: (line) => lines.push(line) });
    const done: number[] = [];
    const jobs = jobsOn(database, { expireSeconds: 5 }, logger);
    let working = false;
    let finish = () => {};
    const killed = new Promise<void>((resolve) => (finish = resolve));
    const handler = async (data: unknown) => {
      working = true;
      await killed;
      done.push((data as { number: number }).number);
    };
    await jobs.start({ note: handler }, { nothing: () => Promise.resolve(0) });
    await ask(database, jobs, 'note', { number: 1 });
    await vi.waitUntil(() => working, SOON);
    await postgres.kill();
    finish();
    await vi.waitUntil(() => lines.join().includes('job not marked'), SOON);
    await postgres.start();
    await ask(database, jobs, 'note', { number: 2 });
    // The first was done, but nobody could say so: it is done again.
    const times = (number: number) => done.filter((one) => one === number).length;
    await vi.waitUntil(() => times(1) > 1 && times(2) > 0, SOON);
  });
});
