import pLimit from 'p-limit';
import { unavailable } from './errors.js';

/** Runs so many at once and lets so many wait. @throws unavailable beyond */
export function boundedWork(limits: {
  concurrency: number;
  maxWaiting: number;
  retryAfterSeconds: number;
}) {
  const { concurrency, maxWaiting, retryAfterSeconds } = limits;
  const limit = pLimit(concurrency);
  let accepted = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (accepted >= concurrency + maxWaiting) throw unavailable(undefined, [], retryAfterSeconds);
    accepted += 1;
    try {
      return await limit(work);
    } finally {
      accepted -= 1;
    }
  };
}
