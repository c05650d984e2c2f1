import { setImmediate } from 'node:timers/promises';

/** After so long other requests get their turn. */
const TURN_MS = 10;

/** As `map`, for work that may take long together. */
export async function mapInTurns<T, U>(items: T[], work: (item: T) => U): Promise<U[]> {
  const results: U[] = [];
  let began = performance.now();
  for (const item of items) {
    results.push(work(item));
    if (performance.now() - began > TURN_MS) {
      await setImmediate();
      began = performance.now();
    }
  }
  return results;
}
