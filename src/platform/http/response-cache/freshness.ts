import { randomUUID } from 'node:crypto';

export interface Moment {
  sequence: number;
  ownWrites: number;
}

export type Freshness = ReturnType<typeof createFreshness>;

/** Sent by triggers for any change, in place of too many topics. */
const EVERYTHING = '*';
/** What is kept was true at most so long ago. */
const MAX_AGE_MS = 1000;
const ECHO_EVERY_MS = 400;
const MAX_TOPICS = 100_000;

/**
 * Whether what was read is still true: changes are heard by LISTEN. PostgreSQL delivers notices in the
 * order of commits, so an echo of our own proves that every change committed before it was heard.
 * @param notify sends a message to the channel that `onMessage` hears
 * @param now milliseconds of a clock that never goes back
 */
export function createFreshness(
  notify: (message: string) => Promise<unknown>,
  now: () => number = () => performance.now(),
) {
  const process = randomUUID();
  const changedAt = new Map<string, number>();
  let sequence = 0;
  let everythingChangedAt = 0;
  let ownWrites = 0;
  let proven = { at: -Infinity, ownWrites: -1 };
  let echo: { message: string; at: number; ownWrites: number } | null = null;

  function requestEcho(): void {
    if (echo !== null && now() - echo.at < MAX_AGE_MS) return;
    echo = { message: `echo ${process} ${randomUUID()}`, at: now(), ownWrites };
    notify(echo.message).catch(() => undefined);
  }

  function forgetEverything(): void {
    sequence += 1;
    everythingChangedAt = sequence;
    changedAt.clear();
  }

  return {
    onMessage: (message: string): void => {
      if (message.startsWith('echo ')) {
        if (message !== echo?.message) return;
        proven = { at: echo.at, ownWrites: echo.ownWrites };
        echo = null;
        if (ownWrites !== proven.ownWrites) requestEcho();
      } else if (message === EVERYTHING || changedAt.size >= MAX_TOPICS) {
        forgetEverything();
      } else {
        sequence += 1;
        changedAt.set(message, sequence);
      }
    },
    onReconnect: (): void => {
      forgetEverything();
      echo = null;
    },
    /** To be called before a write of this process is acknowledged. */
    noteOwnWrite: (): void => {
      ownWrites += 1;
      requestEcho();
    },
    /** To be taken before anything is read. */
    moment: (): Moment => ({ sequence, ownWrites }),
    /** Whether none of the topics has changed since, as far as was heard. */
    isUnchanged: (since: Moment, topics: string[]): boolean =>
      since.sequence >= everythingChangedAt &&
      topics.every((topic) => (changedAt.get(topic) ?? 0) <= since.sequence),
    isLatest: (since: Moment): boolean => since.ownWrites === ownWrites,
    /** Whether all was heard: own writes, and whatever others have committed until a second ago. */
    hearsEverything: (): boolean => {
      const age = now() - proven.at;
      const isCaughtUp = proven.ownWrites === ownWrites;
      if (!isCaughtUp || age > ECHO_EVERY_MS) requestEcho();
      return isCaughtUp && age <= MAX_AGE_MS;
    },
  };
}
