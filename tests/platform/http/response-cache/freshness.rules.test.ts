import { beforeEach, describe, expect, it } from 'vitest';
import { createFreshness } from '../../../../src/platform/http/response-cache/freshness.js';

let now = 0;
let sent: string[] = [];
let freshness: ReturnType<typeof createFreshness>;

/** Hears all that was sent, as PostgreSQL would deliver it. */
const hear = () => {
  for (const message of sent.splice(0)) freshness.onMessage(message);
};

/** Whether a read that begins now need not wait. */
function isHeard(): boolean {
  let known = false;
  freshness.whenHeard((heard) => (known = heard));
  return known;
}

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
    expect(isHeard()).toBe(false);
    hear();
    expect(isHeard()).toBe(true);
    now = 1001;
    expect(isHeard()).toBe(false);
    hear();
    expect(isHeard()).toBe(true);
  });

  it('as of when the echo was sent, however late it comes', () => {
    expect(isHeard()).toBe(false);
    now = 900;
    hear();
    expect(isHeard()).toBe(true);
    now = 1001;
    expect(isHeard()).toBe(false);
  });

  it('goes on being proven while it is asked for', () => {
    isHeard();
    for (now = 0; now < 10_000; now += 100) {
      hear();
      expect(isHeard()).toBe(true);
    }
  });

  it('not before an own write has been heard of', () => {
    isHeard();
    hear();
    const moment = freshness.moment();
    freshness.noteOwnWrite();
    expect(freshness.isLatest(moment)).toBe(false);
    expect(isHeard()).toBe(false);
    // A second write while the first one's echo is on its way needs one of its own.
    freshness.noteOwnWrite();
    const [first = ''] = sent.splice(0);
    freshness.onMessage(first);
    expect(isHeard()).toBe(false);
    hear();
    expect(isHeard()).toBe(true);
  });

  it('not by the echo of another process, nor by one that was lost', () => {
    isHeard();
    freshness.onMessage('echo another 1');
    expect(isHeard()).toBe(false);
    sent = [];
    now = 999;
    isHeard();
    expect(sent).toEqual([]);
    now = 1000;
    isHeard();
    hear();
    expect(isHeard()).toBe(true);
  });

  it('soon: a read waits for the echo of its own moment, and none that is too old', () => {
    const heard: string[] = [];
    freshness.whenHeard((is) => heard.push(`first ${is}`));
    now = 1001;
    freshness.whenHeard((is) => heard.push(`second ${is}`));
    const [first = '', second = ''] = sent.splice(0);
    freshness.onMessage(first);
    expect(heard).toEqual(['first true']);
    freshness.onMessage(second);
    expect(heard).toEqual(['first true', 'second true']);
  });

  it('of own writes that were acknowledged before the read began, not of later ones', () => {
    let known = false;
    freshness.noteOwnWrite();
    const [own = ''] = sent.splice(0);
    freshness.whenHeard((is) => (known = is));
    freshness.noteOwnWrite();
    freshness.onMessage(own);
    expect(known).toBe(true);
    expect(isHeard()).toBe(false);
  });
});
