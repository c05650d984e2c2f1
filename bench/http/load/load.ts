import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { endWithThisProcess } from '../../../tests/support/processes/child-processes.js';
import type { Job, Outcome } from './job.js';

export interface Load {
  /** @throws Error when an answer has another status than the expected one */
  send(job: Job, status: number): Promise<Outcome>;
  end(): void;
}

/** Starts the process that sends the requests. */
export function startLoad(): Load {
  const program = join(import.meta.dirname, 'load-process.ts');
  const child = endWithThisProcess(fork(program, { execArgv: ['--import', 'tsx'] }));
  const ended = once(child, 'exit').then(() => []);
  return {
    async send(job, status) {
      child.send(job);
      const [outcome] = (await Promise.race([once(child, 'message'), ended])) as [Outcome?];
      if (outcome === undefined) throw new Error('The process that sends requests has ended.');
      const { [status]: expected = 0, ...others } = outcome.statuses;
      if (expected === 0 || Object.keys(others).length > 0) {
        const found = JSON.stringify(outcome.statuses);
        throw new Error(`${job.method} ${job.url} did not always answer ${status}: ${found}`);
      }
      return outcome;
    },
    end: () => child.kill(),
  };
}
