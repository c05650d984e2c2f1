import { createHash } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { Db } from '../database/client.js';
import { addMs } from '../time/instants.js';
import * as data from './limits.data.js';
import type { BudgetSize, Usage } from './limits.data.js';

export type { Usage };

export interface Budget extends BudgetSize {
  consume(key: string): Promise<Usage>;
  giveBack(key: string): Promise<void>;
}

export type Limits = ReturnType<typeof createLimits>;

const KNOWN_MS = 90 * 24 * 60 * 60 * 1000;

/** What all processes count together; keys are stored as hashes. */
export function createLimits({ db, clock }: { db: Db; clock: Clock }) {
  const knownSince = () => addMs(clock.now(), -KNOWN_MS);
  return {
    budget(size: BudgetSize): Budget {
      const store = data.budgetStore(db, size);
      return {
        ...size,
        consume: (key) => store.consume(hashOf(key)),
        giveBack: (key) => store.giveBack(hashOf(key)),
      };
    },
    isKnown: (place: string) => data.isKnownPlace(db, hashOf(place), knownSince()),
    keep: (place: string) => data.keepPlace(db, hashOf(place), clock.now()),
    forgetOld: async () =>
      (await data.deleteOld(db, clock.now())) + (await data.deletePlaces(db, knownSince())),
  };
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
