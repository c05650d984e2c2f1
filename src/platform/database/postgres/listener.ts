import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { closeQuietly, connectTo, isAnswering, type Connection } from './listening-connection.js';

/** Settled when nothing more will be received. */
export type StopListening = () => Promise<void>;

/** Receives a channel's messages (NOTIFY). @param onReconnect called when some may be lost */
export type Listen = (
  channel: string,
  onMessage: (payload: string) => void,
  onReconnect: () => void,
) => Promise<StopListening>;

export interface ListenTiming {
  heartbeatMs: number;
  heartbeatTimeoutMs: number;
  /** Doubles with each try, up to the longest. */
  retryMs: number;
  longestRetryMs: number;
}

const TIMING: ListenTiming = {
  heartbeatMs: 5000,
  heartbeatTimeoutMs: 3000,
  retryMs: 50,
  longestRetryMs: 2000,
};

/**
 * One connection for each channel, as LISTEN belongs to a session and pooled ones are shared.
 * A broken connection is replaced; the heartbeat finds one that broke silently.
 */
export function listeningOn(
  config: pg.ClientConfig,
  given: Partial<ListenTiming> = {},
): { listen: Listen; close: () => Promise<void> } {
  const timing = { ...TIMING, ...given };
  const open = new Set<StopListening>();

  const listen: Listen = async (channel, onMessage, onReconnect) => {
    const stopping = new AbortController();
    const connect = () =>
      connectTo({ ...config, query_timeout: timing.heartbeatTimeoutMs }, channel, (payload) => {
        if (!stopping.signal.aborted) onMessage(payload);
      });
    const keepListening = async (first: Connection) => {
      let connection: Connection | null = first;
      while (connection !== null) {
        await untilBroken(connection, timing.heartbeatMs, stopping.signal);
        connection = await reconnect(connect, timing, stopping.signal);
        if (connection !== null && !stopping.signal.aborted) onReconnect();
      }
    };
    const ended = keepListening(await connect());
    const stop = async () => {
      open.delete(stop);
      stopping.abort();
      await ended;
    };
    open.add(stop);
    return stop;
  };

  return {
    listen,
    async close() {
      await Promise.all([...open].map((stop) => stop()));
    },
  };
}

/** Closes the connection when it broke or `stopped` was aborted. */
async function untilBroken(
  { client, broken }: Connection,
  heartbeatMs: number,
  stopped: AbortSignal,
): Promise<void> {
  const over = AbortSignal.any([broken, stopped]);
  let answers = true;
  while (answers) {
    await wait(heartbeatMs, over);
    answers = !over.aborted && (await isAnswering(client));
  }
  await closeQuietly(client);
}

/** Null when `stopped` was aborted. */
async function reconnect(
  connect: () => Promise<Connection>,
  { retryMs, longestRetryMs }: ListenTiming,
  stopped: AbortSignal,
): Promise<Connection | null> {
  for (let ms = retryMs; ; ms = Math.min(ms * 2, longestRetryMs)) {
    await wait(ms, stopped);
    if (stopped.aborted) return null;
    const connection = await connect().catch(() => null);
    if (connection !== null) return connection;
  }
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return pause(ms, undefined, { signal }).catch(() => undefined);
}
