import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Position, Replica } from '../../../../src/platform/database/postgres/replica.js';
import { createFreshness } from '../../../../src/platform/http/response-cache/freshness.js';
import { createReplicaReads } from '../../../../src/platform/http/response-cache/replica-reads.js';

const logger = pino({ level: 'silent' });
let now = 0;
let freshness: ReturnType<typeof createFreshness>;
let reads: ReturnType<typeof createReplicaReads>;
/** Settles the proof that has been asked for, if any. */
let hasReplayed: ((replayed: boolean) => void) | null = null;

beforeEach(() => {
  now = 0;
  hasReplayed = null;
  freshness = createFreshness(
    () => Promise.resolve(),
    () => now,
  );
  const replica: Replica = {
    primaryPosition: () => Promise.resolve({} as Position),
    hasReplayed: () => new Promise((resolve) => (hasReplayed = resolve)),
    prefer: (_reads, work) => work(),
    close: () => Promise.resolve(),
  };
  reads = createReplicaReads(replica, freshness, logger, () => now);
});

const turn = () => pause(0);
async function prove(): Promise<void> {
  reads.begin();
  await turn();
  hasReplayed?.(true);
  hasReplayed = null;
  await turn();
}

describe('the replica', () => {
  it('is read once it is proven to have what was committed, and for half a second', async () => {
    expect(reads.begin()).toBeNull();
    await prove();
    expect(reads.begin()?.moment).toEqual(freshness.moment());
    now = 501;
    expect(reads.begin()).toBeNull();
  });

  it('is not read after a write of this process, unless the proof was begun later', async () => {
    await prove();
    freshness.noteOwnWrite();
    expect(reads.begin()).toBeNull();
    await turn();
    freshness.noteOwnWrite();
    hasReplayed?.(true);
    await turn();
    expect(reads.begin()).toBeNull();
    await prove();
    expect(reads.begin()).not.toBeNull();
  });

  it('is true as of the beginning of the proof: a change heard since ends what was read', async () => {
    reads.begin();
    await turn();
    freshness.onMessage('chef 1');
    hasReplayed?.(true);
    await turn();
    const moment = reads.begin()?.moment;
    expect(moment && freshness.isUnchanged(moment, ['chef 1'])).toBe(false);
    expect(moment && freshness.isUnchanged(moment, ['chef 2'])).toBe(true);
  });

  it('is not read while it is behind', async () => {
    reads.begin();
    await turn();
    hasReplayed?.(false);
    await turn();
    expect(reads.begin()).toBeNull();
  });
});
