import type { IncomingMessage } from 'node:http';

/** Short ones, since nothing starts meanwhile. */
const MOST_TURNS = 500;

/**
 * Holds requests while new connections come. Each turn of the event loop accepts one (libuv 1.45 and later):
 * between turns that take long a crowd would wait unseen, and could not be refused, for seconds.
 */
export function createStarter() {
  const known = new WeakSet();
  let held: (() => void)[] = [];
  let turns = 0;
  let hasNew = false;

  function release(): void {
    if (hasNew && turns < MOST_TURNS) {
      hasNew = false;
      turns += 1;
      setImmediate(release);
      return;
    }
    const released = held;
    held = [];
    turns = 0;
    hasNew = false;
    for (const start of released) start();
  }

  return (req: IncomingMessage, start: () => void): void => {
    const isNew = !known.has(req.socket);
    known.add(req.socket);
    hasNew ||= isNew;
    if (held.length === 0) {
      if (!isNew) {
        start();
        return;
      }
      setImmediate(release);
    }
    held.push(start);
  };
}
