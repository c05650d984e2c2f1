import { beforeAll, describe, expect, it, vi } from 'vitest';
import { useCleanup } from '../support/cleanup.js';
import { follow } from '../support/responses/event-stream.js';
import { startPostgres, type Postgres } from '../support/database/postgres.js';
import { seedDemoData, startServer, type ServerProcess } from '../support/processes/server.js';

const headers = { Authorization: 'Bearer demo_token', 'Content-Type': 'application/json' };
const PATIENCE = { timeout: 90_000, interval: 100 };
let postgres: Postgres;
let near: ServerProcess;
let far: ServerProcess;
const cleanUp = useCleanup();

beforeAll(async () => {
  postgres = await startPostgres();
  cleanUp(() => postgres.remove());
  await postgres.run('CREATE DATABASE live');
  const env = { DATABASE_URL: postgres.url('live') };
  await seedDemoData(env.DATABASE_URL);
  near = await startServer(env);
  cleanUp(() => near.end('SIGTERM'));
  far = await startServer(env);
  cleanUp(() => far.end('SIGTERM'));
});

async function book(server: ServerProcess, days: number): Promise<number> {
  const booking_date = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const response = await fetch(`${server.url}/api/coocook/bookings`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ chef_id: 1, booking_date, duration_hours: 1 }),
  });
  return ((await response.json()) as { id: number }).id;
}

describe('a stream of one process', () => {
  it('tells what was changed through another, also when PostgreSQL was killed in between', async () => {
    const stream = await follow(`${far.url}/events`, headers);
    const first = await book(near, 30);
    await vi.waitFor(() => {
      expect(stream.events.map(({ data }) => data)).toMatchObject([{ id: first }]);
    }, PATIENCE);

    await postgres.kill();
    await expect(fetch(`${near.url}/ready`)).resolves.toMatchObject({ status: 503 });
    await postgres.start();
    await vi.waitFor(
      async () => {
        expect((await fetch(`${near.url}/ready`)).status).toBe(200);
      },
      { timeout: 90_000, interval: 100 },
    );
    // Whether the listener is back by now or not: nothing is missed.
    const second = await book(near, 31);
    await vi.waitFor(() => {
      expect(stream.events.slice(1).map(({ data }) => data)).toMatchObject([{ id: second }]);
    }, PATIENCE);
    const third = await book(near, 32);
    await vi.waitFor(() => {
      expect(stream.events.slice(2).map(({ data }) => data)).toMatchObject([{ id: third }]);
    }, PATIENCE);
    stream.leave();
  });

  it('ends as soon as the process is told to leave, and goes on with another', async () => {
    const stream = await follow(`${far.url}/events`, headers);
    const seen = await book(near, 33);
    await vi.waitFor(() => {
      expect(stream.events).toHaveLength(1);
    }, PATIENCE);
    const leaving = far.end('SIGTERM');
    await stream.ended;
    const missed = await book(near, 34);
    const again = await follow(`${near.url}/events`, {
      ...headers,
      'Last-Event-ID': stream.events[0]?.id ?? '',
    });
    await vi.waitFor(() => {
      expect(again.events.at(-1)?.data).toMatchObject({ id: missed });
    }, PATIENCE);
    expect(missed).toBeGreaterThan(seen);
    again.leave();
    expect(await leaving).toBe(0);
  });
});
