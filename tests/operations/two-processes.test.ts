import pg from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { useCleanup } from '../support/cleanup.js';
import { createPostgresDatabase } from '../support/database/database.js';
import { seedDemoData, startServer, type ServerProcess } from '../support/processes/server.js';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const demo = { ...JSON_TYPE, Authorization: 'Bearer demo_token' };
const CLIENTS = 64;
let servers: ServerProcess[] = [];
let database: pg.Client;
const cleanUp = useCleanup();

beforeAll(async () => {
  const { url, drop } = await createPostgresDatabase();
  cleanUp(drop);
  const env = { DATABASE_URL: url, AUTH_ATTEMPTS_PER_MINUTE: '100000' };
  await seedDemoData(url);
  servers = await Promise.all([startServer(env), startServer(env)]);
  cleanUp(() => Promise.all(servers.map((server) => server.end('SIGTERM'))));
  database = new pg.Client(url);
  await database.connect();
  cleanUp(() => database.end());
});

const address = (client: number) => servers[client % 2]?.url ?? '';
const dayAhead = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const book = (client: number, body: object) =>
  fetch(`${address(client)}/api/coocook/bookings`, {
    method: 'POST',
    headers: demo,
    body: JSON.stringify({ chef_id: 1, duration_hours: 2, ...body }),
  });

async function statusOf(id: number): Promise<string> {
  const { rows } = await database.query<{ status: string }>(
    'SELECT status FROM bookings WHERE id = $1',
    [id],
  );
  return rows[0]?.status ?? '';
}

const PATIENCE = { timeout: 90_000, interval: 200 };
const reaches = (id: number, status: string) =>
  vi.waitUntil(async () => (await statusOf(id)) === status, PATIENCE);

describe('two processes on one PostgreSQL', () => {
  it('give one time to one of 64 clients', async () => {
    const wish = { booking_date: dayAhead(40), start_time: '18:00' };
    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, (_, client) => book(client, wish)),
    );
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(CLIENTS - 1);
  });

  it('keep one effect for one Idempotency-Key, whichever process is asked', async () => {
    const body = JSON.stringify({ chef_id: 2, booking_date: dayAhead(41), duration_hours: 2 });
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, client) =>
        fetch(`${address(client)}/api/coocook/bookings`, {
          method: 'POST',
          headers: { ...demo, 'Idempotency-Key': 'one-of-two' },
          body,
        }),
      ),
    );
    const made = answers.filter((answer) => answer.status === 201);
    const ids = await Promise.all(
      made.map(async (answer) => ((await answer.json()) as { id: number }).id),
    );
    expect(new Set(ids).size).toBe(1);
    expect(answers.every((answer) => [201, 409].includes(answer.status))).toBe(true);
  });

  it('expire a request and complete a meal at their time, each exactly once', async () => {
    const asked = await Promise.all(
      [50, 51].map(async (days) => {
        const answer = await book(0, { booking_date: dayAhead(days) });
        return (await answer.json()) as { id: number; status: string };
      }),
    );
    expect(asked.map(({ status }) => status)).toEqual(['pending', 'pending']);
    const made = asked.map(({ id }) => id);
    const [lapsing = 0, finished = 0] = made;
    // As if a day, or the meal, had gone by: the rows and the jobs that were asked for with them.
    await database.query(`UPDATE bookings SET expires_at = now() WHERE id = $1`, [lapsing]);
    await database.query(
      `UPDATE bookings SET status = 'confirmed', expires_at = NULL,
         starts_at = now() - interval '26 h', ends_at = now() - interval '24 h',
         held_from = now() - interval '26 h', held_until = now() - interval '24 h' WHERE id = $1`,
      [finished],
    );
    await database.query(
      `UPDATE pgboss.job SET start_after = now()
       WHERE (data->'data'->>'booking_id')::int = ANY($1)`,
      [made],
    );
    expect(await reaches(lapsing, 'expired')).toBe(true);
    expect(await reaches(finished, 'completed')).toBe(true);
    const { rows } = await database.query<{ action: string; count: string }>(
      `SELECT action, count(*) FROM booking_events WHERE booking_id = ANY($1) AND actor = 'system' GROUP BY action`,
      [made],
    );
    expect(new Map(rows.map((row) => [row.action, row.count]))).toEqual(
      new Map([
        ['expire', '1'],
        ['complete', '1'],
      ]),
    );
  });
});
