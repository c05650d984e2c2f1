import { Prisma } from '../../generated/prisma/client.js';
import { JOBS } from './install.js';
import type { JobTiming } from './timing.js';

export type Statement = Prisma.Sql;

/** One queue holds jobs of all kinds, so that one query fetches them. */
export interface QueuedJob {
  name: string;
  data: object;
}

export interface NewJob {
  job: string;
  /** As `jsonb` in SQL, which may use the row that the job is for. */
  data: Statement;
  /** By the database's clock; by default, or in the past, at once. */
  runAt?: Date | undefined;
}

const RETRIES = 5;
/** Jobs that nobody could do are deleted this long after they were due. */
const KEEP_DUE_DAYS = 365;

/** Null, which no job may have, when the queue is not there; its key is checked at the commit only. */
const QUEUE = Prisma.sql`(SELECT name FROM pgboss.queue WHERE name = ${JOBS})`;

export const ONCE = Prisma.sql`(VALUES (1)) AS once`;

/** An object as `jsonb` in SQL. @param ofRow further fields, as SQL of the row that it is for */
export function jsonb(known: object, ofRow: Record<string, Statement> = {}): Statement {
  const fields = Object.entries(ofRow).map(([name, value]) => Prisma.sql`${name}::text, ${value}`);
  const object = Prisma.sql`${JSON.stringify(known)}::jsonb`;
  if (fields.length === 0) return object;
  return Prisma.sql`${object} || jsonb_build_object(${Prisma.join(fields)})`;
}

/** The INSERT of jobs as pg-boss makes them, for each row of a relation that is named `from`. */
export function insertion(jobs: NewJob[], from: Statement, timing: JobTiming): Statement {
  const rows = jobs.map(
    ({ job, data, runAt }) =>
      Prisma.sql`(${job}::text, ${data}, coalesce(${runAt ?? null}::timestamptz, now()))`,
  );
  return Prisma.sql`
    INSERT INTO pgboss.job (name, data, start_after, keep_until, expire_in,
        retry_limit, retry_delay, retry_backoff, policy)
      SELECT ${QUEUE}, jsonb_build_object('name', queued.job, 'data', queued.data),
        queued.run_at, queued.run_at + ${KEEP_DUE_DAYS} * interval '1 day',
        ${timing.expireSeconds} * interval '1 second',
        ${RETRIES}, ${timing.retryDelaySeconds}, true, 'standard'
      FROM ${from}, LATERAL (VALUES ${Prisma.join(rows)}) AS queued (job, data, run_at)`;
}
