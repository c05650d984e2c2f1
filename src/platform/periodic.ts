import type { Logger } from 'pino';

/**
 * Runs each piece of work again and again, with a pause after it, until stopped. A failure is
 * logged and the work tried again at its next turn.
 * @returns the function that stops it; its promise is settled when nothing runs any more
 */
export function runPeriodically(
  work: Record<string, () => Promise<number>>,
  pauseMs: number,
  logger: Logger,
): () => Promise<void> {
  const stops = Object.entries(work).map(([name, task]) => {
    let stopped = false;
    let timer: NodeJS.Timeout | undefined;
    const turn = async (): Promise<void> => {
      try {
        const done = await task();
        if (done > 0) logger.info({ count: done }, name);
      } catch (error) {
        logger.error({ err: error }, `not done: ${name}`);
      }
      if (!stopped) timer = setTimeout(next, pauseMs);
    };
    let running = turn();
    const next = () => {
      running = turn();
    };
    return async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    };
  });
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}
