/** Fewer are never refused: neither one busy client nor code that is still to be compiled is a crowd. */
export const MIN_IN_WORK = 64;
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
  return Math.max(MIN_IN_WORK, Math.floor(maxMs / EXPECTED_MS));
}

/** While all of a server's time is taken, it grows with the number of requests (Little's law). */
export function nextLimit(limit: number, sample: Sample, maxMs: number): number {
  const time = answerTime(sample);
  if (time > maxMs) {
    const right = Math.floor((sample.mostInWork * maxMs) / time);
    return Math.max(MIN_IN_WORK, Math.min(limit, right));
  }
  const isTooLow = sample.mostInWork >= limit && sample.times.length > 0 && time < maxMs / 2;
  return isTooLow ? Math.ceil(limit * RISE) : limit;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
