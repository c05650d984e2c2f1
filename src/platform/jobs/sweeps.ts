import type PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import { SWEEPS } from './install.js';

/** Does whatever is due; returns the count. */
export type Sweep = () => Promise<number>;

/** Not retried: the next minute brings another. */
const ONE_SWEEP = { singletonSeconds: 60, expireInSeconds: 60, retryLimit: 0, retentionHours: 1 };
/** More than can be waiting. */
const BATCH = 5;

/** Runs all sweeps, unless a process has done so within this minute. */
export async function runSweeps(
  boss: PgBoss,
  logger: Logger,
  sweeps: Record<string, Sweep>,
): Promise<void> {
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
}
