import { setImmediate } from 'node:timers/promises';

/** After so long other requests get their turn. */
const TURN_MS = 10;

/** As `filter`, for checks that together may take long. */
export async function filterInTurns<T>(items: T[], check: (item: T) => boolean): Promise<T[]> {
  const passed: T[] = [];
  let began = performance.now();
  for (const item of items) {
    if (check(item)) passed.push(item);
    if (performance.now() - began > TURN_MS) {
      await setImmediate();
      began = performance.now();
    }
  }
  return passed;
}
