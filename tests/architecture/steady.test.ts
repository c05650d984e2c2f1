import { describe, expect, it } from 'vitest';
import { files, read } from './support/files.js';

/** Programs that measure, or that attack for so long: no part of the suite. */
const PROGRAMS = /^tests\/(chaos|fuzz\/(fuzz|run)\.ts|mutants|proof|screenshots)/;

/** Where something sleeps, and why no slow machine can make it wrong. */
const SLEEPS: Record<string, string> = {
  'tests/e2e/live.test.ts': 'sees that a hidden page stays as it is',
  'tests/operations/durability.test.ts': 'the pace of clients',
  'tests/operations/pooler-and-proxy.test.ts': 'the pace of clients',
  'tests/operations/subscriber-process.ts': 'waits to be killed, and between two looks',
  'tests/platform/http/response-cache/replica-reads.rules.test.ts': 'between two looks',
  'tests/platform/http/response-cache/replica-reads.test.ts': 'the pace of a client',
  'tests/platform/http/server/slow-clients.test.ts': 'the pace of clients',
  'tests/platform/jobs/setup.ts': 'sees that nothing is done any more',
  'tests/support/browser/keyboard.ts': 'between two looks',
  'tests/support/database/postgres.ts': 'between two looks',
  'tests/support/processes/debian.ts': 'between two looks',
  'tests/support/processes/server.ts': 'between two looks',
};

/** Where a clock is read, and why nobody compares with it how long something took. */
const CLOCKS: Record<string, string> = {
  'tests/operations/pooler-and-proxy.test.ts': 'which requests were under way at a kill',
  'tests/platform/database/folder-lock.test.ts': 'the moment at which processes begin at once',
  'tests/platform/database/lock-process.ts': 'the same moment',
  'tests/platform/jobs/setup.ts': 'which minute it is',
  'tests/support/database/postgres.ts': 'when a server that does not start is given up',
  'tests/support/processes/debian.ts': 'when a program that does not start is given up',
};

const sleeps = (text: string) =>
  /\bsetTimeout\b[^;]* from 'node:timers\/promises'|\bsetTimeout\(|\bwaitForTimeout\(/.test(text);
/** A day from today is no measure. */
const readsClock = (text: string) =>
  /\b(Date|performance)\.now\(\)/.test(text.replace(/new Date\(\s*Date\.now\(\)/g, ''));

const own = 'tests/architecture/steady.test.ts';
const suite = files('tests').filter(
  (path) => path.endsWith('.ts') && !PROGRAMS.test(path) && path !== own,
);
const found = (is: (text: string) => boolean) => suite.filter((path) => is(read(path))).sort();

describe('tests wait for what they want to see', () => {
  it('and sleep only where a slow machine changes nothing', () => {
    expect(suite.length).toBeGreaterThan(150);
    expect(found(sleeps)).toEqual(Object.keys(SLEEPS));
  });

  it('and measure no time', () => {
    // What the linter refuses is a text there.
    const planted = 'tests/architecture/linter.test.ts';
    expect(found(readsClock).filter((path) => path !== planted)).toEqual(Object.keys(CLOCKS));
  });

  it.each([
    ["import { setTimeout as pause } from 'node:timers/promises';", true],
    ['await new Promise((resolve) => setTimeout(resolve, 1000));', true],
    ['await page.waitForTimeout(500);', true],
    ["import { setImmediate as turn } from 'node:timers/promises';", false],
    ['await vi.waitUntil(() => done, { timeout: 90_000 });', false],
  ])('%s', (text, isCaught) => {
    expect(sleeps(text)).toBe(isCaught);
  });

  it.each([
    ['expect(performance.now() - began).toBeLessThan(2000);', true],
    ['const began = Date.now();', true],
    ['const day = new Date(Date.now() + 86_400_000);', false],
  ])('%s', (text, isCaught) => {
    expect(readsClock(text)).toBe(isCaught);
  });
});
