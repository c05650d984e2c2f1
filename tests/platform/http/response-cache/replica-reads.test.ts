import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import request from 'supertest';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../../src/platform/database/client.js';
import { migrate } from '../../../../src/platform/database/migrate.js';
import { createLogger } from '../../../../src/platform/http/middleware/logging.js';
import { installJobs } from '../../../../src/platform/jobs/install.js';
import { buildTestApp, type TestApp } from '../../../support/app/app.js';
import { buildChef, buildDiner, signInAs } from '../../../support/app/factories.js';
import { useCleanup } from '../../../support/cleanup.js';
import { query, startPostgres, type Postgres } from '../../../support/database/postgres.js';

const PATIENCE = { timeout: 90_000, interval: 20 };
const TIMING = { poolSize: 4, connectTimeoutMs: 60_000, queryTimeoutMs: 60_000 };
const cleanUp = useCleanup();
let primary: Postgres;
let replica: Postgres;
let fresh: TestApp;
let keeping: TestApp;
let chef: { id: number; name: string };
let asChef = '';
let asDiner = '';
let log = '';
/** Stands still, so that a proof lasts until the test goes on. */
let now = 0;

beforeAll(async () => {
  const settings = { fsync: 'off', preload: 'pg_stat_statements' } as const;
  primary = await startPostgres(settings);
  cleanUp(() => primary.remove());
  await primary.run('CREATE DATABASE app');
  const url = primary.url('app');
  await query(url, 'CREATE EXTENSION pg_stat_statements');
  const database = await openDatabase({ url, ...TIMING });
  await migrate(database);
  await installJobs(database);
  await database.close();
  replica = await startPostgres({ ...settings, replicaOf: primary });
  cleanUp(() => replica.remove());
  const written = new PassThrough().on('data', (chunk: Buffer) => (log += chunk.toString()));
  const open = () => openDatabase({ url, replicaUrl: replica.url('app'), ...TIMING });
  const build = (responseCacheBytes: number) =>
    buildTestApp({
      open,
      logger: createLogger('info', written),
      config: { responseCacheBytes },
      monotonicNow: () => now,
    });
  fresh = await build(0);
  cleanUp(() => fresh.database.close());
  keeping = await build(2 ** 20);
  cleanUp(() => keeping.database.close());
  const built = await buildChef(fresh, { name: 'Park Min-jun' });
  chef = built;
  asChef = await signInAs(fresh, built.userId);
  asDiner = await signInAs(fresh, (await buildDiner(fresh)).id);
});

const get = (app: TestApp, path: string, headers: Record<string, string> = {}) =>
  request(app.listener).get(path).set(headers);
const addressOf = () => `/api/coocook/chefs/${chef.id}`;
const nameIn = async (app: TestApp) =>
  ((await get(app, addressOf())).body as { name: string }).name;
const stateOf = async (app: TestApp) =>
  ((await get(app, '/ready')).body as { replica: string }).replica;
const untilInUse = (app: TestApp) =>
  vi.waitUntil(async () => {
    now += 20;
    return (await stateOf(app)) === 'in use';
  }, PATIENCE);
const rename = (app: TestApp, name: string) =>
  request(app.listener).patch(addressOf()).set('Authorization', asChef).send({ name });

/** How often each server was asked about chefs meanwhile. */
async function asked(work: () => Promise<unknown>): Promise<{ primary: number; replica: number }> {
  const clients = [primary, replica].map((server) => new pg.Client(server.url('app')));
  for (const client of clients) {
    await client.connect();
    await client.query('SELECT pg_stat_statements_reset()');
  }
  await work();
  const [ofPrimary = 0, ofReplica = 0] = await Promise.all(
    clients.map(async (client) => {
      const { rows } = await client.query<{ calls: number }>(
        `SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements WHERE query ~* 'from .*chefs'`,
      );
      await client.end();
      return rows[0]?.calls;
    }),
  );
  return { primary: ofPrimary, replica: ofReplica };
}

describe('with a replica', () => {
  it('what everyone may see is read from it', async () => {
    for (const path of ['/', '/explore', `/chefs/${chef.id}`, addressOf(), '/api/coocook/chefs']) {
      await untilInUse(fresh);
      const found = await asked(async () => {
        expect((await get(fresh, path)).status).toBe(200);
      });
      expect([path, found.primary, found.replica > 0]).toEqual([path, 0, true]);
    }
  });

  it('whoever is signed in reads from the primary', async () => {
    for (const headers of [{ Authorization: asDiner }, { Cookie: 'access=x' }]) {
      for (const path of ['/explore', addressOf()]) {
        await untilInUse(fresh);
        const found = await asked(() => get(fresh, path, headers));
        expect([path, found.primary > 0, found.replica]).toEqual([path, true, 0]);
      }
    }
  });

  it('everybody sees at once what this process has written, however late the replica is', async () => {
    for (const app of [fresh, keeping]) {
      await untilInUse(app);
      await replica.run('SELECT pg_wal_replay_pause()');
      expect((await rename(app, 'Kim Ha-eun')).status).toBe(200);
      expect(await nameIn(app)).toBe('Kim Ha-eun');
      await replica.run('SELECT pg_wal_replay_resume()');
      await untilInUse(app);
      expect(await nameIn(app)).toBe('Kim Ha-eun');
      await rename(app, 'Park Min-jun');
    }
  });

  it('that has paused, it is read for half a second, and nothing of that is kept', async () => {
    for (const app of [fresh, keeping]) {
      await untilInUse(app);
      await replica.run('SELECT pg_wal_replay_pause()');
      const before = await nameIn(app);
      const name = `Lee ${Number(app === keeping)}`;
      await query(primary.url('app'), `UPDATE chefs SET name = '${name}' WHERE id = ${chef.id}`);
      for (let time = 0; time < 20; time += 1) {
        expect([before, name]).toContain(await nameIn(app));
        await pause(10);
      }
      now += 501;
      for (let time = 0; time < 5; time += 1) expect(await nameIn(app)).toBe(name);
      expect(await stateOf(app)).toBe('not in use');
      await replica.run('SELECT pg_wal_replay_resume()');
    }
  });

  it('which is killed, the primary answers, and the log says so once', async () => {
    await untilInUse(fresh);
    await untilInUse(keeping);
    log = '';
    await replica.kill();
    for (let time = 0; time < 10; time += 1) {
      expect((await get(fresh, '/explore')).status).toBe(200);
    }
    expect(await stateOf(fresh)).toBe('not in use');
    expect((await get(fresh, '/ready')).status).toBe(200);
    expect(log.match(/"msg":"the replica is not read"/g)).toHaveLength(1);
    await replica.start();
    await untilInUse(fresh);
    expect(log).toMatch(/"reads_on_primary":\d+,"msg":"the replica is read again"/);
  });

  it('that is none, the primary is read', async () => {
    const url = primary.url('app');
    const database = await openDatabase({ url, replicaUrl: url, ...TIMING });
    const position = await database.replica?.primaryPosition();
    await expect(position && database.replica?.hasReplayed(position)).rejects.toThrow(
      'names no replica',
    );
    await database.close();
  });
});
