import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from '../support/database/postgres.js';
import { runToEnd, SERVER, startServer, type ServerProcess } from '../support/processes/server.js';
import type { Run, StoredBooking, StoredEvent } from './run.js';

export const KILL_EVERY_MS = 5000;
/** How long PostgreSQL stays away, at least: time enough for clients to notice. */
const OUTAGE_MS = 500;

export type Processes = Awaited<ReturnType<typeof startProcesses>>;

/** A PostgreSQL and two processes of the app on it, to be killed and started again. */
export async function startProcesses() {
  const postgres = await startPostgres();
  const env = {
    DATABASE_URL: postgres.url('chaos'),
    DEMO_MODE: 'true',
    // All clients come from one address.
    AUTH_ATTEMPTS_PER_MINUTE: '1000000',
  };
  const apps: ServerProcess[] = [];
  /** Every process there was, for what it said. */
  const all: ServerProcess[] = [];
  const kills = { app: 0, database: 0 };
  const found: string[] = [];

  const startApp = async () => {
    const app = await startServer(env);
    all.push(app);
    return app;
  };

  async function close(): Promise<void> {
    await Promise.all(all.map((app) => app.end('SIGKILL')));
    await postgres.remove();
  }

  try {
    await postgres.run('CREATE DATABASE chaos');
    const seeding = [SERVER.replace('src/server.js', 'scripts/db.js'), 'seed'];
    const { code, output } = await runToEnd(env, seeding);
    if (code !== 0) throw new Error(output);
    apps.push(await startApp(), await startApp());
  } catch (error) {
    await close();
    throw error;
  }

  /** Nobody but `havoc` may end a process: one that went by itself is a finding. */
  async function noteTheDead(): Promise<void> {
    for (const app of apps) {
      const alive = await fetch(`${app.url}/health`).catch(() => null);
      if (alive?.ok === true) continue;
      // Its last words are no log lines.
      const words = app
        .output()
        .split('\n')
        .filter((line) => !/^({|$)/.test(line));
      found.push(`gone by itself: ${words.slice(-12).join(' ')}`);
    }
  }

  async function killApp(index: number): Promise<void> {
    await apps[index]?.end('SIGKILL');
    kills.app += 1;
    apps[index] = await startApp();
  }

  async function killDatabase(): Promise<void> {
    await postgres.kill();
    kills.database += 1;
    await pause(OUTAGE_MS);
    await postgres.start();
  }

  return {
    kills,
    found,
    close,
    urls: () => apps.map(({ url }) => url),
    /** What the processes logged about these requests. */
    logged: (text: string) =>
      all
        .flatMap((app) => app.output().split('\n'))
        .filter((line) => text !== '' && line.includes(text)),

    /** Kills an app process or PostgreSQL in turn and starts it again, every five seconds. */
    async havoc(stopAt: number): Promise<void> {
      let next = Date.now() + KILL_EVERY_MS;
      for (let turn = 0; next < stopAt; turn += 1) {
        await pause(next - Date.now());
        await noteTheDead();
        await (turn % 2 === 0 ? killApp((turn / 2) % 2) : killDatabase());
        next = Math.max(next + KILL_EVERY_MS, Date.now());
      }
    },

    /** Everything is up, then the apps drain: nothing writes while the checker's data is read. */
    async settle(): Promise<void> {
      await noteTheDead();
      const settled = apps.map(async (app) => {
        const ready = await fetch(`${app.url}/ready`).catch(() => null);
        if (ready?.ok !== true) found.push(`not ready at the end: ${ready?.status ?? 'gone'}`);
        const code = await app.end('SIGTERM');
        if (code !== 0) found.push(`not drained: SIGTERM ended an app with ${code ?? 'a signal'}`);
      });
      await Promise.all(settled);
    },

    stored: () => readStored(env.DATABASE_URL),
  };
}

async function readStored(
  url: string,
): Promise<Pick<Run, 'bookings' | 'events' | 'overlapRefusedWith'>> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const bookings = await client.query<StoredBooking>(
      `SELECT id, user_id AS "userId", chef_id AS "chefId", status::text, starts_at AS "startsAt",
         ends_at AS "endsAt", special_requests AS key FROM bookings ORDER BY id`,
    );
    const events = await client.query<StoredEvent>(
      `SELECT id, booking_id AS "bookingId", actor::text, user_id AS "userId", action::text,
         from_status::text AS "fromStatus", to_status::text AS "toStatus",
         old_starts_at AS "oldStartsAt", old_ends_at AS "oldEndsAt",
         asked_starts_at AS "askedStartsAt" FROM booking_events ORDER BY id`,
    );
    const overlapRefusedWith = await insertOverlap(client);
    return { bookings: bookings.rows, events: events.rows, overlapRefusedWith };
  } finally {
    await client.end();
  }
}

/** Copies a live booking, half an hour later, past the app; gives the SQLSTATE of the refusal. */
async function insertOverlap(client: pg.Client): Promise<string | null> {
  try {
    const { rowCount } = await client.query(
      `INSERT INTO bookings (user_id, chef_id, status, starts_at, ends_at, held_from, held_until,
         duration_hours, guests,
         time_zone, price_per_session, total_price, currency, cancellation_policy,
         cancellation_terms, expires_at, created_at, updated_at)
       SELECT user_id, chef_id, status, starts_at + interval '30 minutes',
         ends_at + interval '30 minutes', held_from + interval '30 minutes',
         held_until + interval '30 minutes', duration_hours, guests, time_zone, price_per_session,
         total_price, currency, cancellation_policy, cancellation_terms, expires_at, now(), now()
       FROM bookings WHERE status IN ('pending', 'confirmed') LIMIT 1`,
    );
    return rowCount === 1 ? null : 'no live booking to overlap with';
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? null) : null;
  }
}
