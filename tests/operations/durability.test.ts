import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { useCleanup } from '../support/cleanup.js';
import { createPostgresDatabase } from '../support/database/database.js';
import { startPostgres } from '../support/database/postgres.js';
import {
  runToEnd,
  SERVER,
  seedDemoData,
  startServer,
  type ServerProcess,
} from '../support/processes/server.js';

const folder = mkdtempSync(join(tmpdir(), 'coocook-durability-'));
const cleanUp = useCleanup();
cleanUp(() => {
  rmSync(folder, { recursive: true, force: true });
});
const demo = { Authorization: 'Bearer demo_token', 'Content-Type': 'application/json' };
const CLIENTS = 4;
const KEEPERS_ASK = ['/api/coocook/chefs', '/explore'];
/** How many bookings are acknowledged before the server is killed. */
const ENOUGH = 40;

/** A request as it was sent, and the booking that was acknowledged for it, if any. */
interface Sent {
  key: string;
  body: object;
  id: number | null;
}

const post = (url: string, { key, body }: Sent) =>
  fetch(`${url}/api/coocook/bookings`, {
    method: 'POST',
    headers: { ...demo, 'Idempotency-Key': key },
    body: JSON.stringify(body),
  });

/** Books day after day with a chef until the server is gone; adds all that it asks for to `all`. */
async function bookUntilGone(url: string, client: number, all: Sent[]): Promise<void> {
  for (let day = 30; day < 360; day += 1) {
    const date = new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10);
    const body = { chef_id: client + 1, booking_date: date, duration_hours: 1 };
    const sent: Sent = { key: `client ${client} day ${day}`.replaceAll(' ', '-'), body, id: null };
    all.push(sent);
    try {
      const response = await post(url, sent);
      if (response.status === 201) sent.id = ((await response.json()) as { id: number }).id;
    } catch {
      break;
    }
  }
}

async function killWhileBooking(server: ServerProcess): Promise<Sent[]> {
  const sent: Sent[] = [];
  const clients = Array.from({ length: CLIENTS }, (_, client) =>
    bookUntilGone(server.url, client, sent),
  );
  await vi.waitUntil(() => acknowledgedOf(sent).length >= ENOUGH, { timeout: 90_000 });
  await server.end('SIGKILL');
  await Promise.all(clients);
  return sent;
}

const acknowledgedOf = (sent: Sent[]) => sent.map(({ id }) => id).filter((id) => id !== null);

/** Sends everything again, as clients do who never got an answer; gives the keys that made two bookings. */
async function doubled(url: string, sent: Sent[]): Promise<string[]> {
  const before = await countOf(url);
  const answers = await Promise.all(
    sent.map(async (one) => ({
      ...one,
      again: ((await (await post(url, one)).json()) as { id?: number }).id,
    })),
  );
  const unanswered = sent.filter(({ id }) => id === null);
  const made = (await countOf(url)) - before;
  const odd = answers.filter(({ id, again }) => again === undefined || (id ?? again) !== again);
  // At most the ones without an answer can be new.
  return [...odd.map(({ key }) => key), ...(made > unanswered.length ? [`${made} more`] : [])];
}

async function countOf(url: string): Promise<number> {
  const response = await fetch(`${url}/api/coocook/bookings`, { headers: demo });
  return ((await response.json()) as { total: number }).total;
}

async function lost(url: string, ids: number[]): Promise<number[]> {
  const seen = await Promise.all(
    ids.map(async (id) => {
      const { status } = await fetch(`${url}/api/coocook/bookings/${id}`, { headers: demo });
      return status === 200 ? null : id;
    }),
  );
  return seen.filter((id) => id !== null);
}

describe('kill -9 while bookings are made loses none that was acknowledged', () => {
  it('on the embedded database, whose stale lock is taken over', async () => {
    const env = { DATABASE_URL: `pglite:${join(folder, 'embedded')}` };
    const first = await startServer(env);
    const sent = await killWhileBooking(first);
    const acknowledged = acknowledgedOf(sent);
    expect(acknowledged.length).toBeGreaterThanOrEqual(ENOUGH);
    const second = await startServer(env);
    expect(await lost(second.url, acknowledged)).toEqual([]);
    expect(await doubled(second.url, sent)).toEqual([]);

    const intruder = await runToEnd({ ...env, PORT: '0' });
    expect(intruder.code).toBe(1);
    expect(intruder.output).toContain('in use by process');
    expect(await lost(second.url, acknowledged)).toEqual([]);
    expect(await second.end('SIGTERM')).toBe(0);
  });

  it('on PostgreSQL, killed with the server', async () => {
    const postgres = await startPostgres();
    cleanUp(() => postgres.remove());
    await postgres.run('CREATE DATABASE durable');
    const env = { DATABASE_URL: postgres.url('durable') };
    await seedDemoData(env.DATABASE_URL);
    const first = await startServer(env);
    const sent = await killWhileBooking(first);
    const acknowledged = acknowledgedOf(sent);
    await postgres.kill();
    expect(acknowledged.length).toBeGreaterThanOrEqual(ENOUGH);
    await postgres.start();
    const second = await startServer(env);
    expect(await lost(second.url, acknowledged)).toEqual([]);
    expect(await doubled(second.url, sent)).toEqual([]);

    await postgres.kill();
    const ready = await fetch(`${second.url}/ready`);
    expect(ready.status).toBe(503);
    expect((await fetch(`${second.url}/health`)).status).toBe(200);
    const refused = await fetch(`${second.url}/api/coocook/chefs`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
    const page = await fetch(`${second.url}/`, { headers: { Accept: 'text/html' } });
    expect(page.status).toBe(503);
    await postgres.start();
    expect((await fetch(`${second.url}/api/coocook/chefs`)).status).toBe(200);
    expect(await second.end('SIGTERM')).toBe(0);
  });
});

/** Asks again and again until nobody answers; adds each status to `statuses`. */
async function askUntilGone(url: string, statuses: number[]): Promise<void> {
  for (;;) {
    const response = await fetch(url).catch(() => null);
    if (response === null) return;
    statuses.push(response.status);
  }
}

/**
 * Asks on one connection, again and again until the answer says that it closes.
 * @throws when an answer fails or is lost
 */
async function askUntilSentAway(url: string, pauseMs: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (;;) {
    const req = request(url, { agent }).end();
    const [res] = (await once(req, 'response')) as [IncomingMessage];
    await once(res.resume(), 'end');
    if (res.statusCode !== 200) throw new Error(`The answer was ${res.statusCode}.`);
    if (res.headers.connection === 'close') return;
    await pause(pauseMs);
  }
}

describe('the process', () => {
  const production = {
    NODE_ENV: 'production',
    JWT_SECRET: 'a secret of more than thirty-two bytes',
  };

  it.each([
    ['DEMO_MODE', { DEMO_MODE: 'true', DATABASE_URL: 'postgresql://127.0.0.1:1/x' }],
    ['ALLOW_EMBEDDED_DATABASE', { DATABASE_URL: 'pglite:never' }],
    ['JWT_SECRET', { JWT_SECRET: 'short', DATABASE_URL: 'postgresql://127.0.0.1:1/x' }],
  ])('refuses to start in production for the sake of %s', async (name, env) => {
    const { code, output } = await runToEnd({ ...production, ...env });
    expect(code).toBe(1);
    expect(output).toContain(name);
    expect(output).not.toMatch(/^\s+at /m);
  });

  it('logs what nobody caught without secrets, and ends', async () => {
    const cause = 'kim@example.test at postgresql://u:canary@db/x, password=canary';
    const error = 'new Error(process.env.CAUSE)';
    const preload = `process.on('newListener', (name) => {
      if (name === 'unhandledRejection') setImmediate(() => { KIND });
    })`;
    for (const kind of [`throw ${error}`, `Promise.reject(${error})`]) {
      const script = `data:text/javascript,${encodeURIComponent(preload.replace('KIND', kind))}`;
      const env = { DATABASE_URL: 'postgresql://127.0.0.1:1/x', CAUSE: cause };
      const { code, output } = await runToEnd(env, ['--import', script, SERVER]);
      expect(code).toBe(1);
      expect(JSON.parse(output)).toMatchObject({ level: 60, msg: 'uncaught' });
      expect(output).toContain('[e-mail] at postgresql://u:[redacted]@db/x');
      expect(output).not.toMatch(/kim@|canary/);
    }
  });

  it('drains: not ready, accepted requests answered, exit 0', async () => {
    const { url: database, drop } = await createPostgresDatabase();
    cleanUp(drop);
    const server = await startServer({ ...production, DATABASE_URL: database });
    const ready: number[] = [];
    const health: number[] = [];
    const asking = [
      askUntilGone(`${server.url}/ready`, ready),
      askUntilGone(`${server.url}/health`, health),
    ];
    const keepers = Array.from({ length: 40 }, (_, client) =>
      askUntilSentAway(`${server.url}${KEEPERS_ASK[client % 2] ?? ''}`, (client % 10) * 100),
    );
    const sentAway = Promise.all(keepers);
    await vi.waitUntil(() => ready.length > 0 && health.length > 0, { timeout: 90_000 });
    expect(await server.end('SIGTERM')).toBe(0);
    await Promise.all(asking);
    await sentAway;
    expect([ready[0], ready.at(-1)]).toEqual([200, 503]);
    expect(new Set(health)).toEqual(new Set([200]));
    await expect(fetch(`${server.url}/health`)).rejects.toThrow();
  });
});
