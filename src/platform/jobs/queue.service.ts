import type { Tx } from '../database/client.js';
import { insertion, jsonb, ONCE, type NewJob, type Statement } from './queue.data.js';
import type { JobTiming } from './timing.js';

export { jsonb, type NewJob, type QueuedJob, type Statement } from './queue.data.js';

export interface JobQueue {
  /** The job exists if and only if the transaction commits. @param job the name of its handler */
  enqueue(tx: Tx, job: string, data: object, runAt?: Date): Promise<void>;
  /** The same as a part of a statement: the INSERT of these jobs for each row of a relation. */
  insertion(jobs: NewJob[], from: Statement): Statement;
}

export function createQueue(timing: JobTiming): JobQueue {
  return {
    async enqueue(tx, job, data, runAt) {
      await tx.rows(insertion([{ job, data: jsonb(data), runAt }], ONCE, timing));
    },
    insertion: (jobs, from) => insertion(jobs, from, timing),
  };
}
