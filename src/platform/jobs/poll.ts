import { setTimeout as pause } from 'node:timers/promises';

export interface Loop {
  /** Settles when the current turn has ended; no further one begins. */
  stop(): Promise<void>;
}

/** Pauses after each turn; errors are passed on. */
export function poll(
  work: () => Promise<void>,
  pauseMs: number,
  failed: (error: unknown) => void,
): Loop {
  const leaving = new AbortController();
  const run = async () => {
    while (!leaving.signal.aborted) {
      await work().catch(failed);
      await pause(pauseMs, undefined, { signal: leaving.signal }).catch(() => undefined);
    }
  };
  const ended = run();
  return {
    async stop() {
      leaving.abort();
      await ended;
    },
  };
}

/** @throws Error when the work takes longer; the work goes on */
export async function withTimeout(ms: number, work: Promise<unknown>): Promise<void> {
  const done = new AbortController();
  const late = pause(ms, undefined, { signal: done.signal }).then(() => {
    throw new Error(`It took longer than ${ms} ms.`);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}
