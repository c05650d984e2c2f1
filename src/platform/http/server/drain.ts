import type { RequestListener, Server, ServerResponse } from 'node:http';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';

/** For probes to notice, and for clients to send the next request on a connection that they keep. */
const LEAVING_MS = 2000;
const GRACE_MS = 6000;
export const LONGEST_DRAIN_MS = LEAVING_MS + GRACE_MS;
const SWEEP_MS = 100;
const MOST_WAITING = 1000;

/** Lets the listener answer. The result drains: answers say `Connection: close` (RFC 9112, section 9.6). */
export function answerUntilDrained(server: Server, listener: RequestListener): () => Promise<void> {
  const unanswered = new Set<ServerResponse>();
  let isLeaving = false;
  server.on('request', (req, res) => {
    if (isLeaving) res.shouldKeepAlive = false;
    listener(req, res);
    if (isLeaving || res.writableEnded) return;
    unanswered.add(res);
    res.once('close', () => unanswered.delete(res));
  });

  return async () => {
    isLeaving = true;
    for (const res of unanswered) res.shouldKeepAlive = false;
    await pause(LEAVING_MS);
    await acceptWaiting(server);
    const closed = new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
    const sweep = setInterval(() => {
      server.closeIdleConnections();
    }, SWEEP_MS);
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, GRACE_MS);
    await closed;
    clearInterval(sweep);
    clearTimeout(cut);
  };
}

/** Connections that the system holds for us would be reset; each turn of the event loop accepts one. */
async function acceptWaiting(server: Server): Promise<void> {
  let hasAccepted = true;
  const note = () => {
    hasAccepted = true;
  };
  server.on('connection', note);
  for (let turns = 0; hasAccepted && turns < MOST_WAITING; turns += 1) {
    hasAccepted = false;
    await turn();
  }
  server.off('connection', note);
}
