import { randomUUID } from 'node:crypto';
import { createWaiters } from './waiters.js';

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
const LONGEST_WAIT_MS = 250;
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
  /** On their way, the newest last. */
  let echoes: { message: string; at: number; ownWrites: number }[] = [];
  const waiters = createWaiters(LONGEST_WAIT_MS);

  function requestEcho(): void {
    const newest = echoes.at(-1);
    if (newest !== undefined && now() - newest.at < MAX_AGE_MS) return;
    const message = `echo ${process} ${randomUUID()}`;
    echoes = [...echoes.slice(-1), { message, at: now(), ownWrites }];
    notify(message).catch(() => undefined);
  }

  function hearEcho(message: string): void {
    const place = echoes.findIndex((echo) => echo.message === message);
    const echo = echoes[place];
    if (echo === undefined) return;
    proven = { at: echo.at, ownWrites: echo.ownWrites };
    echoes = echoes.slice(place + 1);
    waiters.hear();
    if (ownWrites !== proven.ownWrites || !waiters.isEmpty()) requestEcho();
  }

  function forgetEverything(): void {
    sequence += 1;
    everythingChangedAt = sequence;
    changedAt.clear();
  }

  return {
    onMessage: (message: string): void => {
      if (message.startsWith('echo ')) {
        hearEcho(message);
      } else if (message === EVERYTHING || changedAt.size >= MAX_TOPICS) {
        forgetEverything();
      } else {
        sequence += 1;
        changedAt.set(message, sequence);
      }
    },
    onReconnect: (): void => {
      forgetEverything();
      echoes = [];
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
    /**
     * Whether all was heard that a read must see which begins now: own writes, and whatever others have
     * committed until a second before. Waits for the echo that proves it.
     */
    whenHeard: (act: (isHeard: boolean) => void): void => {
      const began = { at: now(), ownWrites };
      if (proven.ownWrites !== ownWrites || began.at - proven.at > ECHO_EVERY_MS) requestEcho();
      waiters.wait(
        () => proven.ownWrites >= began.ownWrites && began.at - proven.at <= MAX_AGE_MS,
        act,
      );
    },
  };
}
