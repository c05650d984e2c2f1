import { describe, expect, it } from 'vitest';
import {
  firstLimit,
  MIN_IN_WORK,
  nextLimit,
  recovered,
  USUAL_IN_WORK,
} from '../../../../src/platform/http/server/limit.rules.js';

const MAX_MS = 300;
/** Of a server that takes so many milliseconds for each of the requests that are in work. */
const saturated = (most: number, cost: number) => ({
  mostInWork: most,
  times: Array.from({ length: 9 }, () => most * cost),
  turns: [],
});

describe('the limit of requests in work', () => {
  it('is right at once, whatever it was before', () => {
    const limit = nextLimit(500, saturated(500, 2), MAX_MS);
    expect(limit).toBe(150);
    expect(nextLimit(limit, saturated(limit, 2), MAX_MS)).toBe(limit);
  });

  it('never swings: what it rises to is never too much', () => {
    let limit = USUAL_IN_WORK;
    const seen: number[] = [];
    for (let window = 0; window < 50; window += 1) {
      limit = nextLimit(limit, saturated(limit, 1), MAX_MS);
      seen.push(limit);
    }
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(limit).toBeGreaterThanOrEqual(MAX_MS / 2);
    expect(limit).toBeLessThan(MAX_MS);
  });

  it('holds for expensive answers', () => {
    expect(nextLimit(75, saturated(75, 15), MAX_MS)).toBe(20);
    expect(nextLimit(20, saturated(20, 15), MAX_MS)).toBe(20);
  });

  it('recovers in calm windows, up to what it began with', () => {
    expect(recovered(20, 1, MAX_MS)).toBe(25);
    expect(recovered(20, 50, MAX_MS)).toBe(firstLimit(MAX_MS));
    expect(recovered(150, 50, MAX_MS)).toBe(150);
  });

  it('never falls below what a few clients send', () => {
    expect(nextLimit(75, saturated(2, 2000), MAX_MS)).toBe(USUAL_IN_WORK);
    expect(firstLimit(1)).toBe(USUAL_IN_WORK);
    expect(nextLimit(75, saturated(75, 100), MAX_MS)).toBe(MIN_IN_WORK);
  });

  it('follows most answers, not the slowest', () => {
    const sample = { mostInWork: 64, times: [10, 20, 30, 8000, 9000], turns: [] };
    expect(nextLimit(75, sample, MAX_MS)).toBe(75);
  });

  it('falls when the event loop is slow, even if only what has a body is answered', () => {
    expect(nextLimit(500, { mostInWork: 400, times: [], turns: [200, 200, 5] }, MAX_MS)).toBe(200);
  });

  it('rises only where it was reached, and only by what was answered', () => {
    const quick = { times: [5], turns: [1] };
    expect(nextLimit(80, { ...quick, mostInWork: 80 }, MAX_MS)).toBe(100);
    expect(nextLimit(80, { ...quick, mostInWork: 79 }, MAX_MS)).toBe(80);
    expect(nextLimit(80, { times: [], turns: [1], mostInWork: 80 }, MAX_MS)).toBe(80);
  });
});
