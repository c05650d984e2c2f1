import type PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { Tx } from '../database/client.js';
import { JOBS } from './install.js';
import { withTimeout } from './poll.js';
import type { QueuedJob } from './queue.service.js';
import { sqlInside } from './sql.js';

/** May run more than once, even twice at a time: check the state first. Retried if it throws. */
export type JobHandler = (data: unknown, job: RunningJob) => Promise<unknown>;

export interface RunningJob {
  /** Marks the job as done in the transaction; if false, another run owns it: write nothing. */
  completeIn(tx: Tx): Promise<boolean>;
}

interface WorkerDeps {
  boss: PgBoss;
  logger: Logger;
  expireSeconds: number;
  stopping: AbortSignal;
}
type FetchedJob = PgBoss.JobWithMetadata<QueuedJob>;

/** Jobs that one process runs at a time. */
const BATCH = 5;

/** The result runs the due jobs. @throws when none can be fetched */
export function createWorker(deps: WorkerDeps, handlers: Record<string, JobHandler>) {
  const { boss, logger, stopping } = deps;

  async function handle(job: FetchedJob): Promise<void> {
    const { name, data } = job.data;
    const handler = handlers[name];
    if (handler === undefined) throw new Error(`There is no handler of the job ${name}.`);
    const running = { completeIn: (tx: Tx) => completeIn(boss, tx, job.id) };
    await withTimeout(deps.expireSeconds * 1000, handler(data, running));
  }

  async function runJob(job: FetchedJob): Promise<unknown> {
    try {
      await handle(job);
    } catch (error) {
      const isLast = job.retryCount >= job.retryLimit;
      logger.error(
        { err: error, job: job.data.name, id: job.id, attempt: job.retryCount + 1 },
        isLast ? 'job given up' : 'job failed',
      );
      return boss.fail(JOBS, job.id);
    }
    return boss.complete(JOBS, job.id);
  }

  return async function runDueJobs(): Promise<void> {
    let due: FetchedJob[];
    do {
      due = stopping.aborted
        ? []
        : await boss.fetch<QueuedJob>(JOBS, { batchSize: BATCH, includeMetadata: true });
      const ends = await Promise.allSettled(due.map(runJob));
      // What could not be marked stays active, expires, and is done again.
      for (const end of ends) {
        if (end.status === 'rejected')
          logger.error({ err: end.reason as unknown }, 'job not marked');
      }
    } while (due.length === BATCH);
  };
}

/** The active job's row is locked: of two runs at once, one waits and finds the job done. */
async function completeIn(boss: PgBoss, tx: Tx, id: string): Promise<boolean> {
  const marking: Promise<unknown> = boss.complete(JOBS, id, {}, { db: sqlInside(tx) });
  // The types of pg-boss lack this result.
  return ((await marking) as { affected: number }).affected === 1;
}
