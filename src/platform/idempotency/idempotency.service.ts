import { createHash } from 'node:crypto';
import type { Clock } from '../clock.js';
import { type Db } from '../database/client.js';
import { inTransaction } from '../database/transactions.js';
import { defineError } from '../errors.js';
import * as data from './idempotency.data.js';
import type { RequestKey } from './idempotency.data.js';
import { addMs } from '../time/instants.js';
import { DAY_MS } from '../time/units.js';

export type { RequestKey };

export const keyInProgress = defineError({
  id: 'idempotency-in-progress',
  status: 409,
  title: 'Still at work',
  detail: 'A request with this Idempotency-Key is being worked on. Ask again in a moment.',
});
export const keyReused = defineError({
  id: 'idempotency-key-reused',
  status: 422,
  title: 'Key used for another request',
  detail: 'This Idempotency-Key was sent with another request. Use a new key for each request.',
});

export interface IdempotentRequest<T> extends RequestKey {
  /** The same in all repetitions. */
  content: string;
  /** Whether a repetition waits for the first or is refused. */
  wait: boolean;
  isEffect: (answer: T) => boolean;
}

export type Idempotent = ReturnType<typeof createIdempotency>['idempotent'];

const KEPT_MS = DAY_MS;

/** Stored in the transaction of the effect (draft-ietf-httpapi-idempotency-key-header). */
export function createIdempotency({ db, clock }: { db: Db; clock: Clock }) {
  /** Does the work, or returns its first answer. @throws keyInProgress, keyReused */
  function idempotent<T>(
    { content, wait, isEffect, ...key }: IdempotentRequest<T>,
    work: () => Promise<T>,
  ): Promise<{ answer: T; replayed: boolean }> {
    const fingerprint = createHash('sha256').update(content).digest('hex');
    return inTransaction(db, async (tx) => {
      if (!(await data.lockKey(tx, key, wait))) throw keyInProgress(undefined, [], 1);
      const now = clock.now();
      const kept = await data.answerUnder(tx, key, addMs(now, -KEPT_MS));
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
    idempotent,
    /** Returns the count. */
    forgetOld: () => data.forgetAnswers(db, addMs(clock.now(), -KEPT_MS)),
  };
}
