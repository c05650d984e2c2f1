import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { Database } from '../../../src/platform/database/client.js';
import { inTransaction } from '../../../src/platform/database/transactions.js';
import { createJobs, type Jobs } from '../../../src/platform/jobs/jobs.js';
import type { Sweep } from '../../../src/platform/jobs/sweeps.js';
import type { JobTiming } from '../../../src/platform/jobs/timing.js';
import type { JobHandler } from '../../../src/platform/jobs/worker.js';
import { clonePostgres, openTestDatabase } from '../../support/database/database.js';

const silent = pino({ level: 'silent' });
const HURRY: JobTiming = {
  pollMs: 100,
  sweepMs: 200,
  expireSeconds: 60,
  maintenanceSeconds: 1,
  retryDelaySeconds: 1,
};
/** A job is done within a second or two; on a busy machine it takes longer. */
export const SOON = { timeout: 90_000, interval: 50 };

/** Ends something after the test, the latest first; an `afterEach` here would serve one file alone. */
export const endAfterTest = (end: () => Promise<void>) => {
  onTestFinished(end);
};

export async function opened<T extends Database>(open: () => Promise<T>): Promise<T> {
  const database = await open();
  endAfterTest(() => database.close());
  return database;
}

export function jobsOn(database: Database, timing: Partial<JobTiming> = {}, logger = silent): Jobs {
  const jobs = createJobs(database, logger, { ...HURRY, ...timing });
  endAfterTest(() => jobs.stop());
  return jobs;
}

export async function started(
  database: Database,
  handlers: Record<string, JobHandler>,
  sweeps: Record<string, Sweep> = {},
  timing: Partial<JobTiming> = {},
): Promise<Jobs> {
  const jobs = jobsOn(database, timing);
  await jobs.start(handlers, sweeps);
  return jobs;
}

export const ask = (database: Database, jobs: Jobs, job: string, data: object, afterMs = 0) =>
  inTransaction(database.prisma, (tx) =>
    jobs.queue.enqueue(tx, job, data, new Date(Date.now() + afterMs)),
  );

export async function states(database: Database): Promise<unknown[]> {
  const { rows } = await database.execute(
    "SELECT state, data FROM pgboss.job WHERE name = 'jobs' ORDER BY created_on",
  );
  return rows;
}

/** What has become of all jobs. */
export async function stateNames(database: Database): Promise<string[]> {
  return ((await states(database)) as { state: string }[]).map(({ state }) => state);
}

/** Long enough for a running queue to look for due jobs a few times. */
export const aFewPolls = () => pause(5 * HURRY.pollMs);

/** Counts the minutes of the clock that have begun since, this one included: one sweep is due in each. */
export function minutesBegun(): () => number {
  const minute = () => Math.floor(Date.now() / 60_000);
  const first = minute();
  return () => minute() - first + 1;
}

export const databases = [
  ["the suite's database", openTestDatabase],
  ['PostgreSQL', clonePostgres],
] as const;
