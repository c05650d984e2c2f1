import PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { Database, Tx } from './db.js';
import { repeat, within, type Loop } from './repeat.js';

/** What the rest of the house needs in order to ask for work at a later time. */
export interface JobQueue {
  /**
   * Asks for a job, as part of the transaction: it exists if and only if the transaction commits.
   * @param job the name of its handler
   * @param data what the handler will be given; anything that JSON can hold
   * @param runAt when the job is due by the database's clock; in the past means at once
   * @throws Error when the queue is not there: `installJobs` has not been called
   */
  enqueue(tx: Tx, job: string, data: object, runAt: Date): Promise<void>;
}

/**
 * Does one job, given the data it was asked for with. It may be called more than once for one job,
 * even at the same time (after a crash, or when it took too long), so it looks at the state of
 * things first. If it throws, it is called again later.
 */
export type JobHandler = (data: unknown) => Promise<unknown>;

/** Looks for whatever is due by now and does it; gives how much that was. */
export type Sweep = () => Promise<number>;

export interface Jobs {
  queue: JobQueue;
  /**
   * Begins to do jobs that are due, and all sweeps once a minute in one of the processes. When the
   * database is away it is asked again until it answers.
   * @throws Error when the database does not answer now, or lacks what `installJobs` makes
   */
  start(handlers: Record<string, JobHandler>, sweeps: Record<string, Sweep>): Promise<void>;
  /** Settled when what was running has ended and nothing more will be begun. */
  stop(): Promise<void>;
}

/** How soon things happen; tests are in a hurry. */
export interface JobTiming {
  /** Pause between two looks for due jobs. */
  pollMs: number;
  /** Pause between two tries to be the process that sweeps in this minute. */
  sweepMs: number;
  /** How long a job may run, and how long after its start a job of a dead process is given up. */
  expireSeconds: number;
  /** Pause between two looks for jobs given up; whole seconds. */
  maintenanceSeconds: number;
  /** Before the first retry; it doubles with each, and up to as much again is added by chance. */
  retryDelaySeconds: number;
}

const TIMING: JobTiming = {
  pollMs: 2000,
  sweepMs: 10_000,
  expireSeconds: 60,
  maintenanceSeconds: 20,
  retryDelaySeconds: 10,
};

const JOBS = 'jobs';
const SWEEPS = 'sweeps';
/** One in each minute by the clock; the next one is the retry of one that failed. */
const ONE_SWEEP = { singletonSeconds: 60, expireInSeconds: 60, retryLimit: 0, retentionHours: 1 };
const RETRIES = 5;
/** How many jobs one process does at a time. */
const BATCH = 5;
/** A job that nobody could do for so long after it was due is given up. */
const KEEP_DUE_DAYS = 365;
/** Done jobs go to the archive after an hour, failed ones after a week; from there after a day. */
const CLEANING = {
  archiveCompletedAfterSeconds: 60 * 60,
  archiveFailedAfterSeconds: 7 * 24 * 60 * 60,
  deleteAfterDays: 1,
};
/** Any number that nothing else locks: one process at a time installs. */
const INSTALL_LOCK = 7_263_355;

/** Makes what jobs need in the database (the schema `pgboss`), unless it is there already. */
export function installJobs(database: Database): Promise<void> {
  return database.exclusively(INSTALL_LOCK, async () => {
    const boss = new PgBoss({ db: sqlOf(database), supervise: false, schedule: false });
    await boss.start();
    await boss.createQueue(JOBS);
    await boss.createQueue(SWEEPS);
    await boss.stop({ graceful: false });
  });
}

/** Jobs by pg-boss in the app's own database, through its own connections. */
export function createJobs(
  database: Database,
  logger: Logger,
  given: Partial<JobTiming> = {},
): Jobs {
  const timing = { ...TIMING, ...given };
  // pg-boss keeps the queue; its own workers are not used, for they do not await that a job is
  // marked as done: a database away at that moment would be a rejection that nobody handles.
  const boss = new PgBoss({
    db: sqlOf(database),
    migrate: false,
    schedule: false,
    maintenanceIntervalSeconds: timing.maintenanceSeconds,
    ...CLEANING,
  });
  const loops: Loop[] = [];
  let stopping = false;
  boss.on('error', (error) => {
    if (!stopping) logger.error({ err: error }, 'jobs not maintained');
  });

  const runJob = async (handlers: Record<string, JobHandler>, job: PgBoss.Job<JobData>) => {
    const { name, data } = job.data;
    try {
      const handler = handlers[name];
      if (handler === undefined) throw new Error(`There is no handler of the job ${name}.`);
      await within(timing.expireSeconds * 1000, handler(data));
    } catch (error) {
      logger.error({ err: error, job: name, id: job.id }, 'job failed');
      return boss.fail(JOBS, job.id);
    }
    return boss.complete(JOBS, job.id);
  };

  const runDueJobs = async (handlers: Record<string, JobHandler>) => {
    let due: PgBoss.Job<JobData>[];
    do {
      due = stopping ? [] : await boss.fetch<JobData>(JOBS, { batchSize: BATCH });
      const ends = await Promise.allSettled(due.map((job) => runJob(handlers, job)));
      // What could not be marked stays active, expires, and is done again.
      for (const end of ends) {
        if (end.status === 'rejected')
          logger.error({ err: end.reason as unknown }, 'job not marked');
      }
    } while (due.length === BATCH);
  };

  /** Whoever comes first in this minute asks for the sweep; whoever fetches it does it. */
  const sweep = async (sweeps: Record<string, Sweep>) => {
    await boss.send(SWEEPS, {}, ONE_SWEEP);
    const asked = await boss.fetch(SWEEPS, { batchSize: BATCH });
    if (asked.length === 0) return;
    for (const [name, run] of Object.entries(sweeps)) {
      try {
        const count = await run();
        if (count > 0) logger.info({ count }, name);
      } catch (error) {
        logger.error({ err: error }, `not done: ${name}`);
      }
    }
    await boss.complete(
      SWEEPS,
      asked.map(({ id }) => id),
    );
  };

  return {
    queue: {
      async enqueue(tx, job, data, runAt) {
        const id = await boss.send(JOBS, { name: job, data } satisfies JobData, {
          startAfter: runAt,
          retryLimit: RETRIES,
          retryDelay: timing.retryDelaySeconds,
          retryBackoff: true,
          expireInSeconds: timing.expireSeconds,
          retentionDays: KEEP_DUE_DAYS,
          db: sqlInside(tx),
        });
        if (id === null) throw new Error(`The queue did not take the job ${job}.`);
      },
    },
    async start(handlers, sweeps) {
      await boss.start();
      const failed = (error: unknown) => {
        logger.error({ err: error }, 'no look for due work');
      };
      loops.push(
        repeat(() => runDueJobs(handlers), timing.pollMs, failed),
        repeat(() => sweep(sweeps), timing.sweepMs, failed),
      );
    },
    async stop() {
      stopping = true;
      await Promise.all(loops.map((loop) => loop.stop()));
      await boss.stop({ graceful: false });
    },
  };
}

/** What lies in the queue: one queue for all kinds of jobs, so one query looks for them all. */
interface JobData {
  name: string;
  data: object;
}

function sqlOf(database: Database): PgBoss.Db {
  return { executeSql: (sql, values?: unknown[]) => database.execute(sql, values) };
}

/** pg-boss leaves out values, and gives objects; Prisma takes null, and JSON as text. */
function sqlInside(tx: Tx): PgBoss.Db {
  const plain = (value: unknown) =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null);
  return {
    async executeSql(sql, values: unknown[]) {
      return { rows: await tx.$queryRawUnsafe<object[]>(sql, ...values.map(plain)) };
    },
  };
}
