import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

export interface Supervision {
  program: string;
  count: number;
  logger: Logger;
  /** For a worker to end by itself, before it is killed. */
  stopMs: number;
}

/** A place where no worker ever listened is given up after so many. */
const MAX_FAILED_STARTS = 3;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Runs workers until SIGTERM or SIGINT, a new one in the place of each that ends; gives the exit code.
 * A place where none ever came to listen ends everything: the fault is in the settings.
 */
export async function superviseWorkers(supervision: Supervision): Promise<0 | 1> {
  const { program, count, logger, stopMs } = supervision;
  const workers = new Set<Worker>();
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  // Node's own choice hands connections over, and loses those on their way to a worker that dies:
  // their clients would wait for ever. Here each worker accepts its own.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({ exec: program });

  function stop(): void {
    if (isStopping()) return;
    stopping.abort();
    logger.info('stopping all workers');
    signalAll('SIGTERM');
    setTimeout(signalAll, stopMs, 'SIGKILL').unref();
  }

  function signalAll(signal: NodeJS.Signals): void {
    for (const worker of workers) worker.process.kill(signal);
  }

  async function keepOneRunning(): Promise<boolean> {
    const place = { hasListened: false };
    for (let failures = 1; ; failures += 1) {
      const worker = cluster.fork();
      workers.add(worker);
      worker.once('listening', () => {
        place.hasListened = true;
        failures = 0;
      });
      const [code, signal] = (await once(worker, 'exit')) as [number | null, string | null];
      workers.delete(worker);
      if (isStopping()) return code === 0 || signal === 'SIGTERM';
      logger.error({ worker: worker.id, code, signal }, 'worker ended');
      if (!place.hasListened && failures === MAX_FAILED_STARTS) {
        logger.fatal('workers do not start');
        stop();
        return false;
      }
      const ms = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
      await pause(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (isStopping()) return true;
    }
  }

  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  const ends = await Promise.all(Array.from({ length: count }, keepOneRunning));
  return ends.every(Boolean) ? 0 : 1;
}
