import { tooManyRequests } from '../errors.js';
import type { Limits } from './limits.service.js';
import { networksOf } from './networks.js';

export type Attempts = ReturnType<typeof createAttempts>;

const QUARTER_SECONDS = 15 * 60;

/**
 * Bounds the failures of an account in a quarter of an hour. All addresses that it was never signed in
 * to from have one budget together, so that many guessers have no more guesses than one; each of the
 * others has its own, so that guessers cannot lock the owner out there.
 */
export function createAttempts(limits: Limits, failuresPerAccount: number) {
  const size = { points: failuresPerAccount, seconds: QUARTER_SECONDS, isFinal: false };
  const ofStrangers = limits.budget({ ...size, name: 'failures of strangers' });
  const ofKnown = limits.budget({ ...size, name: 'failures at a known place' });

  return {
    /** Counts a null as a failure, and beforehand, for those at once. @throws tooManyRequests */
    async count<T>(account: string, address: string, check: () => Promise<T | null>) {
      const place = placeOf(account, address);
      const [budget, key] = (await limits.isKnown(place))
        ? [ofKnown, place]
        : [ofStrangers, account];
      const { isExceeded, seconds } = await budget.consume(key);
      if (isExceeded) throw tooManyRequests(undefined, [], seconds);
      const found = await check().catch(async (error: unknown) => {
        await budget.giveBack(key);
        throw error;
      });
      if (found === null) return null;
      await budget.giveBack(key);
      await limits.keep(place);
      return found;
    },
    remember: (account: string, address: string) => limits.keep(placeOf(account, address)),
  };
}

function placeOf(account: string, address: string): string {
  return `${account} ${networksOf(address).address}`;
}
