import type { Freshness, Moment } from './freshness.js';
import type { KeptResponse } from './kept-response.js';

export interface Flight {
  topics: string[];
  /** Taken before anything was read. */
  moment: Moment;
  landed: Promise<KeptResponse | null>;
}

/** Begins to make an answer, or refuses to, and says so. */
export type Make = (onBegun: () => void) => void;

/** An answer that has been in the making for longer is too old for a new request. */
const MAX_AGE_MS = 500;

/** Answers in the making, shared by whoever asks for the same meanwhile. */
export function createFlights(freshness: Freshness) {
  const flights = new Map<string, Flight & { began: number }>();
  const waiting = new Map<string, (() => void)[]>();

  /** Undefined when there is none, or when it may miss what the new request must see. */
  function find(key: string): Promise<KeptResponse | null> | undefined {
    const flight = flights.get(key);
    if (flight === undefined || performance.now() - flight.began > MAX_AGE_MS) return undefined;
    const { moment, topics, landed } = flight;
    const sees = freshness.isLatest(moment) && freshness.isUnchanged(moment, topics);
    return sees ? landed : undefined;
  }

  return {
    find,
    /** Gives what is in the making. Without it, one request makes it; others wait until that has begun. */
    join(key: string, give: (kept: KeptResponse | null) => void, make: Make): void {
      const found = find(key);
      const others = waiting.get(key);
      if (found !== undefined) {
        void found.then(give);
      } else if (others !== undefined) {
        others.push(() => {
          void (find(key) ?? Promise.resolve(null)).then(give);
        });
      } else {
        const behind: (() => void)[] = [];
        waiting.set(key, behind);
        make(() => {
          waiting.delete(key);
          for (const goOn of behind) goOn();
        });
      }
    },
    add(key: string, flight: Flight): void {
      const added = { ...flight, began: performance.now() };
      flights.set(key, added);
      void flight.landed.finally(() => {
        if (flights.get(key) === added) flights.delete(key);
      });
    },
  };
}
