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

/** Books day after day with each chef until the server is gone; gives the ids that it acknowledged. */
async function bookUntilGone(url: string, client: number): Promise<number[]> {
  const kept: number[] = [];
  for (let day = 30; day < 360; day += 1) {
    const date = new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10);
    const body = { chef_id: client + 1, booking_date: date, duration_hours: 1 };
    try {
      const response = await fetch(`${url}/api/coocook/bookings`, {
        method: 'POST',
        headers: demo,
        body: JSON.stringify(body),
      });
      if (response.status === 201) kept.push(((await response.json()) as { id: number }).id);
    } catch {
      break;
    }
  }
  return kept;
}

async function killWhileBooking(server: ServerProcess): Promise<number[]> {
  const clients = Array.from({ length: CLIENTS }, (_, client) => bookUntilGone(server.url, client));
  await pause(1500);
  await server.end('SIGKILL');
  return (await Promise.all(clients)).flat();
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
    const acknowledged = await killWhileBooking(first);
    expect(acknowledged.length).toBeGreaterThan(5);
    const second = await startServer(env);
    expect(await lost(second.url, acknowledged)).toEqual([]);

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
    const acknowledged = await killWhileBooking(first);
    await postgres.kill();
    expect(acknowledged.length).toBeGreaterThan(5);
    await postgres.start();
    const second = await startServer(env);
    expect(await lost(second.url, acknowledged)).toEqual([]);

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
