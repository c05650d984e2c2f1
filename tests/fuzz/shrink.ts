import fc from 'fast-check';
import type { FuzzRequest, Fuzzed } from './requests.js';
import type { Finding, Trial, Verdict } from './run.js';

/** Enough for hundreds of requests; then the smallest so far is told. */
const LONGEST_MS = 60_000;

/** What is left of a finding when all is taken away that it does not need. */
export interface Smallest extends Verdict {
  request: FuzzRequest;
  /** Makes this one request, with the seed of the finding. */
  path: string;
}

/** Null when the request is not answered so again: it needed what others had done before. */
export async function shrink(
  { drawn, restore, attempt }: Pick<Trial, 'drawn' | 'restore' | 'attempt'>,
  { seed, place, what }: Pick<Finding, 'seed' | 'place' | 'what'>,
): Promise<Smallest | null> {
  const verdicts = new Map<Fuzzed, Verdict>();
  const isOtherwise = fc.asyncProperty(drawn, async (fuzzed) => {
    await restore();
    const verdict = await attempt(fuzzed);
    verdicts.set(fuzzed, verdict);
    return verdict.what === null || withoutNumbers(verdict.what) !== withoutNumbers(what);
  });
  const { counterexample, counterexamplePath } = await fc.check(isOtherwise, {
    ...{ seed, path: String(place), numRuns: 1, interruptAfterTimeLimit: LONGEST_MS },
  });
  if (counterexample === null) return null;
  const [smallest] = counterexample;
  const verdict = verdicts.get(smallest);
  if (verdict === undefined) throw new Error('The smallest request was not sent.');
  return { ...verdict, request: smallest.request, path: counterexamplePath };
}

/** The request of a path that `shrink` told. */
export function replayed(drawn: Trial['drawn'], seed: number, path: string): Fuzzed {
  const [fuzzed] = fc.sample(drawn, { seed, path, numRuns: 1 });
  if (fuzzed === undefined) throw new Error(`Nothing is at ${path} of seed ${seed}.`);
  return fuzzed;
}

/** The same fault of an address and of the next one. */
export function withoutNumbers(what: string): string {
  return what.replace(/\d+/g, '0');
}
