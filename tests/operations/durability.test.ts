import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { createPostgresDatabase } from '../support/database.js';
import { startPostgres } from '../support/postgres.js';
import { runToEnd, SERVER, startServer, type ServerProcess } from '../support/server.js';

const folder = mkdtempSync(join(tmpdir(), 'coocook-durability-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const demo = { Authorization: 'Bearer demo_token', 'Content-Type': 'application/json' };
const CLIENTS = 4;

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

/** Books day after day with each chef until the server is gone; gives all that it asked for. */
async function bookUntilGone(url: string, client: number): Promise<Sent[]> {
  const all: Sent[] = [];
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
  return all;
}

async function killWhileBooking(server: ServerProcess): Promise<Sent[]> {
  const clients = Array.from({ length: CLIENTS }, (_, client) => bookUntilGone(server.url, client));
  await pause(1500);
  await server.end('SIGKILL');
  return (await Promise.all(clients)).flat();
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
    expect(acknowledged.length).toBeGreaterThan(5);
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
    await postgres.run('CREATE DATABASE durable');
    const env = { DATABASE_URL: postgres.url('durable') };
    const seeding = [SERVER.replace('src/server.js', 'scripts/db.js'), 'seed'];
    expect((await runToEnd(env, seeding)).code).toBe(0);
    const first = await startServer(env);
    const sent = await killWhileBooking(first);
    const acknowledged = acknowledgedOf(sent);
    await postgres.kill();
    expect(acknowledged.length).toBeGreaterThan(5);
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
    await postgres.remove();
  });
});

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

  it('drains: not ready, accepted requests answered, exit 0', async () => {
    const { url: database, drop } = await createPostgresDatabase();
    const server = await startServer({ ...production, DATABASE_URL: database });
    const ending = server.end('SIGTERM');
    await pause(100);
    const [ready, health] = await Promise.all([
      fetch(`${server.url}/ready`),
      fetch(`${server.url}/health`),
    ]);
    expect([ready.status, health.status]).toEqual([503, 200]);
    expect(await ending).toBe(0);
    await expect(fetch(`${server.url}/health`)).rejects.toThrow();
    await drop();
  });
});
