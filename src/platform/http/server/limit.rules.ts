/** As many as may race for one time: fewer are a crowd only once it is known how slowly they are answered. */
export const USUAL_IN_WORK = 64;
/** What a person's browser asks for at once. */
export const MIN_IN_WORK = 8;
const EXPECTED_MS = 4;
const RISE = 1.25;
const TURNS_OF_A_REQUEST = 3;

/** Milliseconds that answers to requests without a body, and turns of the event loop, took. */
export interface Sample {
  mostInWork: number;
  times: number[];
  turns: number[];
}

export function answerTime({ times, turns }: Sample): number {
  return Math.max(median(times), TURNS_OF_A_REQUEST * median(turns));
}

export function firstLimit(maxMs: number): number {
  return Math.max(USUAL_IN_WORK, Math.floor(maxMs / EXPECTED_MS));
}

/** While all of a server's time is taken, it grows with the number of requests (Little's law). */
export function nextLimit(limit: number, sample: Sample, maxMs: number): number {
  const time = answerTime(sample);
  const isReached = sample.mostInWork >= limit;
  if (time > maxMs) {
    const right = Math.floor((sample.mostInWork * maxMs) / time);
    // A few slow answers, such as a cold process gives, are no crowd.
    const least = isReached ? MIN_IN_WORK : USUAL_IN_WORK;
    return Math.min(limit, Math.max(least, right));
  }
  const isTooLow = isReached && sample.times.length > 0 && time < maxMs / 2;
  return isTooLow ? Math.ceil(limit * RISE) : limit;
}

/** After some windows in which at most half of the limit was in work: as at the start, step by step. */
export function recovered(limit: number, calmWindows: number, maxMs: number): number {
  const first = firstLimit(maxMs);
  return limit >= first ? limit : Math.min(first, Math.ceil(limit * RISE ** calmWindows));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
