import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Job, Outcome } from '../load/job.js';

const DEBIAN = '/usr/lib/postgresql';
const TABLE = `
  CREATE TABLE held_times AS
    SELECT chef_id, held_from, held_until, move_held_from, move_held_until, status FROM bookings WITH NO DATA;
  CREATE SEQUENCE held_order`;
const CONSTRAINT = `SELECT pg_get_constraintdef(oid) AS rule FROM pg_constraint
  WHERE conname = 'bookings_no_overlap'`;
/** Each takes an hour that no other one takes, of as many chefs as the bookings of the API. */
const INSERT = `INSERT INTO held_times (chef_id, held_from, held_until, status)
  SELECT n % 5 + 1, date_trunc('day', now()) + n / 5 * interval '1 hour',
    date_trunc('day', now()) + (n / 5 + 1) * interval '1 hour', 'pending'
  FROM (SELECT nextval('held_order') AS n) AS next;`;

/** Where pgbench is; null where PostgreSQL's programs are not installed. */
export function findPgbench(): string | null {
  const installed = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...installed.map((version) => join(DEBIAN, version, 'bin')),
  ];
  return folders.map((folder) => join(folder, 'pgbench')).find((path) => existsSync(path)) ?? null;
}

/** Makes a table that has nothing but the times that a booking holds, and the bookings' constraint. */
export async function makeHeldTimes(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(TABLE);
    const { rows } = await client.query<{ rule: string }>(CONSTRAINT);
    await client.query(`ALTER TABLE held_times ADD ${rows[0]?.rule ?? ''}`);
  } finally {
    await client.end();
  }
}

/** Has pgbench insert for some seconds or so many times. */
export async function insertWithPgbench(
  program: string,
  url: string,
  { connections, extent }: Pick<Job, 'connections' | 'extent'>,
): Promise<Pick<Outcome, 'times' | 'seconds' | 'bytes'>> {
  const folder = mkdtempSync(join(tmpdir(), 'coocook-pgbench-'));
  const length =
    'seconds' in extent
      ? `--time=${extent.seconds}`
      : `--transactions=${Math.ceil(extent.requests / connections)}`;
  try {
    writeFileSync(join(folder, 'insert.sql'), INSERT);
    const { stdout } = await promisify(execFile)(
      program,
      [
        ...['--no-vacuum', '--protocol=prepared', '--log', `--client=${connections}`],
        ...[length, '--file=insert.sql', url],
      ],
      { cwd: folder },
    );
    const logs = readdirSync(folder).filter((name) => name.startsWith('pgbench_log'));
    const times = logs.flatMap((name) => latencies(readFileSync(join(folder, name), 'utf8')));
    const perSecond = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
    return { times, seconds: times.length / perSecond, bytes: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The third column of pgbench's log is the time of a transaction, in microseconds. */
function latencies(log: string): number[] {
  const lines = log.split('\n').filter((line) => line !== '');
  return lines.map((line) => Number(line.split(' ')[2]) / 1000);
}
