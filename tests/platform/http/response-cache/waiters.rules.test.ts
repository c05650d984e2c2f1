import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWaiters } from '../../../../src/platform/http/response-cache/waiters.js';

const MAX_MS = 250;
let waiters: ReturnType<typeof createWaiters>;
let told: string[] = [];
let isMet = false;
const wait = (name: string) => {
  waiters.wait(
    () => isMet,
    (met) => told.push(`${name} ${met}`),
  );
};

beforeEach(() => {
  vi.useFakeTimers();
  waiters = createWaiters(MAX_MS);
  told = [];
  isMet = false;
});

afterEach(() => {
  vi.useRealTimers();
});

describe('who waits', () => {
  it('is told at once what is known, and else when it is heard', () => {
    wait('early');
    expect(told).toEqual([]);
    isMet = true;
    wait('late');
    waiters.hear();
    expect(told).toEqual(['late true', 'early true']);
  });

  it('gives up when nothing is heard, and so does whoever comes later, until something is', async () => {
    wait('first');
    await vi.advanceTimersByTimeAsync(MAX_MS + 1);
    wait('second');
    expect(told).toEqual(['first false', 'second false']);
    waiters.hear();
    wait('third');
    expect(told).toHaveLength(2);
  });

  it('goes on waiting while others are heard', async () => {
    wait('patient');
    await vi.advanceTimersByTimeAsync(MAX_MS - 1);
    waiters.hear();
    await vi.advanceTimersByTimeAsync(MAX_MS - 1);
    expect(told).toEqual([]);
    isMet = true;
    waiters.hear();
    expect(told).toEqual(['patient true']);
  });
});
