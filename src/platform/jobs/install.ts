import PgBoss from 'pg-boss';
import type { Database } from '../database/client.js';
import { sqlOf } from './sql.js';

/** One queue for all jobs, and one that selects the process to sweep. */
export const JOBS = 'jobs';
export const SWEEPS = 'sweeps';
/** Any number that nothing else locks: one process at a time installs. */
const INSTALL_LOCK = 7_263_355;

/** Creates the schema `pgboss`, unless it exists, one process at a time. */
export function installJobs(database: Database): Promise<void> {
  return database.withAdvisoryLock(INSTALL_LOCK, async () => {
    const boss = new PgBoss({ db: sqlOf(database), supervise: false, schedule: false });
    await boss.start();
    await boss.createQueue(JOBS);
    await boss.createQueue(SWEEPS);
    await boss.stop({ graceful: false });
  });
}
