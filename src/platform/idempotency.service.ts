import { createHash } from 'node:crypto';
import type { Clock } from './clock.js';
import { inTransaction, type Db } from './db.js';
import { failureKind } from './errors.js';
import * as data from './idempotency.data.js';
import type { RequestKey } from './idempotency.data.js';
import { DAY_MS, later } from './time.js';

export type { RequestKey };

export const keyInProgress = failureKind(
  'idempotency-in-progress',
  409,
  'Still at work',
  'A request with this Idempotency-Key is being worked on. Ask again in a moment.',
);
export const keyReused = failureKind(
  'idempotency-key-reused',
  422,
  'Key used for another request',
  'This Idempotency-Key was sent with another request. Use a new key for each request.',
);

/** A request that must have its effect once, however often it is sent. */
export interface OnceOnly<T> extends RequestKey {
  /** What the request asks for: repetitions have the same. */
  content: string;
  /** Whether a repetition waits for the one at work, rather than being refused. */
  wait: boolean;
  /** Whether an answer stands for an effect; any other is not kept. */
  isEffect: (answer: T) => boolean;
}

export type Once = ReturnType<typeof createIdempotency>['once'];

const KEPT_MS = DAY_MS;

/**
 * Requests that take effect once: the answer is stored in the transaction of its effect, so both
 * are there after a crash, or neither. What fails changes nothing, is not kept, and can be tried
 * again under the same key.
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export function createIdempotency({ db, clock }: { db: Db; clock: Clock }) {
  /**
   * Does the work, or gives the answer that it gave the first time.
   * @throws keyInProgress, keyReused, and whatever the work throws
   */
  function once<T>(
    { content, wait, isEffect, ...key }: OnceOnly<T>,
    work: () => Promise<T>,
  ): Promise<{ answer: T; replayed: boolean }> {
    const fingerprint = createHash('sha256').update(content).digest('hex');
    return inTransaction(db, async (tx) => {
      if (!(await data.holdKey(tx, key, wait))) throw keyInProgress(undefined, [], 1);
      const now = clock.now();
      const kept = await data.answerUnder(tx, key, later(now, -KEPT_MS));
      if (kept !== null) {
        if (kept.fingerprint !== fingerprint) throw keyReused();
        return { answer: kept.answer as T, replayed: true };
      }
      const answer = await work();
      if (isEffect(answer)) {
        await data.keepAnswer(tx, key, { fingerprint, answer, createdAt: now });
      }
      return { answer, replayed: false };
    });
  }

  return {
    once,
    /** Forgets the answers that are no longer kept; gives how many. */
    forgetOld: () => data.forgetAnswers(db, later(clock.now(), -KEPT_MS)),
  };
}
