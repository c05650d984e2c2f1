import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Replica } from '../../database/postgres/replica.js';
import type { Freshness, Moment } from './freshness.js';

/** How to read, and the moment as of which that is true. */
export interface Reading {
  moment: Moment;
  run: (read: () => void) => void;
}

export type ReplicaReads = ReturnType<typeof createReplicaReads>;

/** With the longest time that others share an answer in the making, this stays within a second. */
const MAX_AGE_MS = 500;
const PROVE_EVERY_MS = 200;
const LONGEST_LAG_MS = 1000;
const LOOK_AGAIN_MS = 50;
const RETRY_MS = 500;
const TELL_AGAIN_MS = 60_000;

/**
 * Reads from the replica while it is proven to have all that was committed half a second ago, and all that
 * this process acknowledged (ADR 34). @param now milliseconds of a clock that never goes back
 */
export function createReplicaReads(
  replica: Replica,
  freshness: Freshness,
  logger: Logger,
  now: () => number = () => performance.now(),
) {
  let proof: { at: number; moment: Moment } | null = null;
  let isProving = false;
  let notBefore = -Infinity;
  let failing: { toldAt: number } | null = null;
  let readsOnPrimary = 0;

  async function prove(): Promise<void> {
    const begun = { at: now(), moment: freshness.moment() };
    const position = await replica.primaryPosition();
    for (let ms = 2; !(await replica.hasReplayed(position)); ms = Math.min(2 * ms, LOOK_AGAIN_MS)) {
      if (now() - begun.at > LONGEST_LAG_MS) throw new Error('The replica is a second behind.');
      await pause(ms);
    }
    proof = begun;
    if (failing === null) return;
    failing = null;
    logger.info({ reads_on_primary: readsOnPrimary }, 'the replica is read again');
    readsOnPrimary = 0;
  }

  function onFailure(error: unknown): void {
    proof = null;
    notBefore = now() + RETRY_MS;
    if (failing !== null && now() - failing.toldAt < TELL_AGAIN_MS) return;
    failing = { toldAt: now() };
    logger.warn({ err: error, reads_on_primary: readsOnPrimary }, 'the replica is not read');
  }

  function renew(): void {
    if (isProving || now() < notBefore) return;
    isProving = true;
    prove()
      .catch(onFailure)
      .finally(() => (isProving = false));
  }

  /** Null while the replica may miss something. */
  function provenMoment(): Moment | null {
    const age = proof === null ? Infinity : now() - proof.at;
    const seesOwnWrites = proof !== null && freshness.isLatest(proof.moment);
    if (!seesOwnWrites || age > PROVE_EVERY_MS) renew();
    return proof !== null && seesOwnWrites && age <= MAX_AGE_MS ? proof.moment : null;
  }

  const reads = { isUsable: () => proof !== null, onFailure };

  return {
    /** Whether it is read, as far as is known; looks anew if that was long ago. */
    isInUse: (): boolean => provenMoment() !== null,
    /** Null when the primary has to be read. */
    begin(): Reading | null {
      const moment = provenMoment();
      if (moment === null) {
        if (failing !== null) readsOnPrimary += 1;
        return null;
      }
      return {
        moment,
        run: (read) => {
          replica.prefer(reads, read);
        },
      };
    },
  };
}
