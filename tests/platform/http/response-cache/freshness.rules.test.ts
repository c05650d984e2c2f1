import { beforeEach, describe, expect, it } from 'vitest';
import { createFreshness } from '../../../../src/platform/http/response-cache/freshness.js';

let now = 0;
let sent: string[] = [];
let freshness: ReturnType<typeof createFreshness>;

/** Hears all that was sent, as PostgreSQL would deliver it. */
const hear = () => {
  for (const message of sent.splice(0)) freshness.onMessage(message);
};

beforeEach(() => {
  now = 0;
  sent = [];
  freshness = createFreshness(
    (message) => {
      sent.push(message);
      return Promise.resolve();
    },
    () => now,
  );
});

describe('what was read', () => {
  it('is unchanged until one of its topics is heard', () => {
    const moment = freshness.moment();
    freshness.onMessage('chef 2');
    expect(freshness.isUnchanged(moment, ['chef 1', 'chefs'])).toBe(true);
    freshness.onMessage('chef 1');
    expect(freshness.isUnchanged(moment, ['chef 1', 'chefs'])).toBe(false);
    expect(freshness.isUnchanged(freshness.moment(), ['chef 1'])).toBe(true);
  });

  it.each([
    [
      'everything has changed',
      () => {
        freshness.onMessage('*');
      },
    ],
    [
      'messages may have been lost',
      () => {
        freshness.onReconnect();
      },
    ],
  ])('is old when %s', (_why, happen) => {
    const moment = freshness.moment();
    happen();
    expect(freshness.isUnchanged(moment, [])).toBe(false);
    expect(freshness.isUnchanged(freshness.moment(), ['chefs'])).toBe(true);
  });

  it('stays bounded, however many topics there are', () => {
    const moment = freshness.moment();
    for (let chef = 0; chef <= 100_000; chef += 1) freshness.onMessage(`chef ${chef}`);
    expect(freshness.isUnchanged(moment, ['chefs'])).toBe(false);
  });
});

describe('everything is heard', () => {
  it('once an echo has come back, for a second at most', () => {
    expect(freshness.hearsEverything()).toBe(false);
    hear();
    expect(freshness.hearsEverything()).toBe(true);
    now = 1001;
    expect(freshness.hearsEverything()).toBe(false);
    hear();
    expect(freshness.hearsEverything()).toBe(true);
  });

  it('as of when the echo was sent, however late it comes', () => {
    expect(freshness.hearsEverything()).toBe(false);
    now = 900;
    hear();
    expect(freshness.hearsEverything()).toBe(true);
    now = 1001;
    expect(freshness.hearsEverything()).toBe(false);
  });

  it('goes on being proven while it is asked for', () => {
    freshness.hearsEverything();
    for (now = 0; now < 10_000; now += 100) {
      hear();
      expect(freshness.hearsEverything()).toBe(true);
    }
  });

  it('not before an own write has been heard of', () => {
    freshness.hearsEverything();
    hear();
    const moment = freshness.moment();
    freshness.noteOwnWrite();
    expect(freshness.isLatest(moment)).toBe(false);
    expect(freshness.hearsEverything()).toBe(false);
    // A second write while the first one's echo is on its way needs one of its own.
    freshness.noteOwnWrite();
    const [first = ''] = sent.splice(0);
    freshness.onMessage(first);
    expect(freshness.hearsEverything()).toBe(false);
    hear();
    expect(freshness.hearsEverything()).toBe(true);
  });

  it('not by the echo of another process, nor by one that was lost', () => {
    freshness.hearsEverything();
    freshness.onMessage('echo another 1');
    expect(freshness.hearsEverything()).toBe(false);
    sent = [];
    now = 999;
    freshness.hearsEverything();
    expect(sent).toEqual([]);
    now = 1000;
    freshness.hearsEverything();
    hear();
    expect(freshness.hearsEverything()).toBe(true);
  });
});
