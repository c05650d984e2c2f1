import { setTimeout as pause } from 'node:timers/promises';

/** Work that goes on until it is stopped. */
export interface Loop {
  /** Settled when the turn under way has ended; there is no further one. */
  stop(): Promise<void>;
}

/** Does the work again and again, with a pause after it; what it throws is passed on. */
export function repeat(
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

/** @throws Error when the work takes longer; it goes on, but nobody waits for it */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
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
