import type { Freshness, Moment } from './freshness.js';
import type { KeptResponse } from './kept-response.js';

export interface Flight {
  topics: string[];
  /** Taken before anything was read. */
  moment: Moment;
  landed: Promise<KeptResponse | null>;
}

/** An answer that has been in the making for longer is too old for a new request. */
const MAX_AGE_MS = 500;

/** Answers in the making, shared by whoever asks for the same meanwhile. */
export function createFlights(freshness: Freshness) {
  const flights = new Map<string, Flight & { began: number }>();

  return {
    /** Undefined when there is none, or when it may miss what the new request must see. */
    find(key: string): Promise<KeptResponse | null> | undefined {
      const flight = flights.get(key);
      if (flight === undefined || performance.now() - flight.began > MAX_AGE_MS) return undefined;
      const { moment, topics, landed } = flight;
      const sees = freshness.isLatest(moment) && freshness.isUnchanged(moment, topics);
      return sees ? landed : undefined;
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
