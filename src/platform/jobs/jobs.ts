import PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { Database } from '../database/client.js';
import { poll, type Loop } from './poll.js';
import { createQueue, type JobQueue } from './queue.service.js';
import { sqlOf } from './sql.js';
import { runSweeps, type Sweep } from './sweeps.js';
import { TIMING, type JobTiming } from './timing.js';
import { createWorker, type JobHandler } from './worker.js';

export interface Jobs {
  queue: JobQueue;
  /** Runs due jobs, and sweeps once a minute in one process. @throws when the database fails */
  start(handlers: Record<string, JobHandler>, sweeps: Record<string, Sweep>): Promise<void>;
  /** Settles when running jobs have ended; no more will begin. */
  stop(): Promise<void>;
}

/** To the archive after an hour, failed jobs after a week; deleted a day later. */
const CLEANING = {
  archiveCompletedAfterSeconds: 60 * 60,
  archiveFailedAfterSeconds: 7 * 24 * 60 * 60,
  deleteAfterDays: 1,
};

export function createJobs(
  database: Database,
  logger: Logger,
  given: Partial<JobTiming> = {},
): Jobs {
  const timing = { ...TIMING, ...given };
  // The workers of pg-boss are not used: if the database is away as they mark a job, the
  // rejection is unhandled.
  const boss = new PgBoss({
    db: sqlOf(database),
    migrate: false,
    schedule: false,
    maintenanceIntervalSeconds: timing.maintenanceSeconds,
    ...CLEANING,
  });
  const loops: Loop[] = [];
  const stopping = new AbortController();
  boss.on('error', (error) => {
    if (!stopping.signal.aborted) logger.error({ err: error }, 'jobs not maintained');
  });

  return {
    queue: createQueue(timing),
    async start(handlers, sweeps) {
      await boss.start();
      const { expireSeconds } = timing;
      const worker = { boss, logger, expireSeconds, stopping: stopping.signal };
      const failed = (error: unknown) => {
        logger.error({ err: error }, 'no look for due work');
      };
      loops.push(
        poll(createWorker(worker, handlers), timing.pollMs, failed),
        poll(() => runSweeps(boss, logger, sweeps), timing.sweepMs, failed),
      );
    },
    async stop() {
      stopping.abort();
      await Promise.all(loops.map((loop) => loop.stop()));
      await boss.stop({ graceful: false });
    },
  };
}
