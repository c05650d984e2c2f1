// Lets clients contend for one chef's time, round after round, and counts what comes of it.
import { performance } from 'node:perf_hooks';
import pg from 'pg';

const ROUNDS = 150;
const RETRIES = 3;
/** PostgreSQL's default. */
const DEADLOCK_TIMEOUT_MS = 1000;
/** After this a contest starts no round and retries nothing; with the timeout, it ends within 60 s. */
const BUDGET_MS = 20_000;
export const STATEMENT_TIMEOUT_MS = 25_000;
/** Half an hour of travel, a meal of two hours, half an hour of cleaning. */
export const HELD_MINUTES = 180;

export const DAY = 24 * 60;

/** What the contest touches of prisma/migrations, with a day to count minutes from. */
export const TABLES = `
  CREATE EXTENSION btree_gist;
  CREATE TYPE booking_status AS ENUM
    ('pending', 'confirmed', 'declined', 'cancelled', 'expired', 'completed', 'no_show');
  CREATE TABLE chefs (id serial PRIMARY KEY, name text NOT NULL);
  CREATE TABLE bookings (
    id serial PRIMARY KEY,
    chef_id int NOT NULL REFERENCES chefs,
    status booking_status NOT NULL DEFAULT 'pending',
    held_from timestamptz(3) NOT NULL,
    held_until timestamptz(3) NOT NULL CHECK (held_from < held_until)
  );
  ALTER TABLE bookings ADD CONSTRAINT bookings_no_overlap
    EXCLUDE USING gist (chef_id WITH =, tstzrange(held_from, held_until) WITH &&)
    WHERE (status IN ('pending', 'confirmed'));
  CREATE TABLE booking_events (
    id serial PRIMARY KEY,
    booking_id int NOT NULL REFERENCES bookings,
    at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE FUNCTION minute(int) RETURNS timestamptz IMMUTABLE LANGUAGE sql
    RETURN timestamptz '2030-01-01 00:00Z' + $1 * interval '1 minute';`;

/** A way of writing: what is locked first, if anything, and the statement that wins or loses. */
export interface Way {
  name: string;
  lock?: string;
  write: string;
}

/** What one client is to do: insert, or move the booking of that place. */
export interface Wish {
  way: Way;
  minute: number;
  moves?: number;
}

/** What all the rounds of a contest came to. */
export interface Tally {
  rounds: number;
  winners: number;
  deadlocks: number;
  gaveUp: number;
  answers: number[];
  /** Rounds that took a second or more: somebody waited for the deadlock detector. */
  jams: number;
  total: number;
}

/** One transaction. Says whether it won the time. */
async function attempt(client: pg.Client, way: Way, chef: number, values: number[]) {
  await client.query('BEGIN');
  try {
    if (way.lock !== undefined) await client.query(way.lock, [chef]);
    const { rows } = await client.query<{ id: number }>(`${way.write} RETURNING id`, values);
    const [won] = rows;
    if (won) await client.query('INSERT INTO booking_events (booking_id) VALUES ($1)', [won.id]);
    await client.query('COMMIT');
    return won !== undefined;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Tries until there is an answer, and adds what came of it to the tally. */
async function settle(tally: Tally, deadline: number, ...of: Parameters<typeof attempt>) {
  const start = performance.now();
  for (let left = RETRIES; ; left -= 1) {
    try {
      if (await attempt(...of)) tally.winners += 1;
      break;
    } catch (error) {
      const code = error instanceof pg.DatabaseError ? error.code : undefined;
      if (code === '23P01') break;
      if (code !== '40P01' && code !== '57014') throw error;
      if (code === '40P01') tally.deadlocks += 1;
      if (code === '40P01' && left > 0 && performance.now() < deadline) continue;
      tally.gaveUp += 1;
      break;
    }
  }
  tally.answers.push(performance.now() - start);
}

/** Lets the clients contend for a new chef's time, round after round. */
export async function contest(clients: pg.Client[], wanted: Wish[]): Promise<Tally> {
  const counts = { rounds: 0, winners: 0, deadlocks: 0, gaveUp: 0, jams: 0, total: 0 };
  const tally: Tally = { ...counts, answers: [] };
  const deadline = performance.now() + BUDGET_MS;
  while (tally.rounds < ROUNDS && performance.now() < deadline) {
    const [chef] = await ids(clients, "INSERT INTO chefs (name) VALUES ('') RETURNING id", []);
    if (chef === undefined) throw new Error('No chef was made.');
    const movable = await ids(
      clients,
      `INSERT INTO bookings (chef_id, held_from, held_until)
       SELECT $1, minute(n * ${DAY}), minute(n * ${DAY} + ${HELD_MINUTES})
       FROM generate_series(1, $2) n ORDER BY n RETURNING id`,
      [chef, wanted.some((wish) => wish.moves !== undefined) ? wanted.length : 0],
    );
    const start = performance.now();
    await Promise.all(
      wanted.map(async ({ way, minute, moves }, place) => {
        const client = clients[place];
        if (client === undefined) throw new Error('There are more wishes than clients.');
        const booking = moves === undefined ? [] : movable.slice(moves, moves + 1);
        await settle(tally, deadline, client, way, chef, [chef, minute, ...booking]);
      }),
    );
    const took = performance.now() - start;
    tally.total += took;
    if (took >= DEADLOCK_TIMEOUT_MS) tally.jams += 1;
    tally.rounds += 1;
  }
  return tally;
}

async function ids([client]: pg.Client[], sql: string, values: number[]): Promise<number[]> {
  const made = await client?.query<{ id: number }>(sql, values);
  return made?.rows.map((row) => row.id) ?? [];
}
