import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Ends the listening; settled when nothing more will be heard. */
export type StopListening = () => Promise<void>;

/**
 * Hears what is told on a channel (NOTIFY), from the moment its transaction commits.
 * @param onMessage is given what was told, word for word
 * @param onReconnect is called when the database was away: whatever was told meanwhile was missed
 */
export type Listen = (
  channel: string,
  onMessage: (payload: string) => void,
  onReconnect: () => void,
) => Promise<StopListening>;

/** How soon a lost connection is noticed and made again; tests are in a hurry. */
export interface ListenTiming {
  /** Pause between two questions whether the server still answers. */
  askMs: number;
  /** How long it may take to answer. */
  answerMs: number;
  /** Before the first try to connect again; it doubles with each, up to the longest. */
  retryMs: number;
  longestRetryMs: number;
}

const TIMING: ListenTiming = { askMs: 5000, answerMs: 3000, retryMs: 50, longestRetryMs: 2000 };
/** How long a goodbye may take to a server that may not be there. */
const GOODBYE_MS = 1000;

/**
 * Listening on a PostgreSQL server, by one connection of its own for each channel: a pooled one would
 * be lent to others, and LISTEN ends with its session. A connection that breaks is made again until
 * it stands; one that breaks without a word (a frozen server, a cut cable) is found out by asking.
 */
export function listeningOn(
  connection: pg.ClientConfig,
  given: Partial<ListenTiming> = {},
): { listen: Listen; close: () => Promise<void> } {
  const timing = { ...TIMING, ...given };
  const open = new Set<StopListening>();

  const listen: Listen = async (channel, onMessage, onReconnect) => {
    const leaving = new AbortController();
    const wait = (ms: number, signal: AbortSignal) =>
      pause(ms, undefined, { signal }).catch(() => undefined);

    /** @throws what PostgreSQL or the way to it refuses with */
    const connect = async () => {
      const client = new pg.Client({ ...connection, query_timeout: timing.answerMs });
      const broken = new AbortController();
      client.on('error', () => {
        broken.abort();
      });
      client.on('end', () => {
        broken.abort();
      });
      client.on('notification', ({ payload }) => {
        if (!leaving.signal.aborted) onMessage(payload ?? '');
      });
      try {
        await client.connect();
        await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      } catch (error) {
        await dismiss(client);
        throw error;
      }
      return { client, broken: broken.signal };
    };

    const connectAgain = async () => {
      for (let ms = timing.retryMs; ; ms = Math.min(ms * 2, timing.longestRetryMs)) {
        await wait(ms, leaving.signal);
        if (leaving.signal.aborted) return null;
        const connected = await connect().catch(() => null);
        if (connected !== null) return connected;
      }
    };

    /** Settled when the connection is of no more use, or nobody needs it any more. */
    const useUp = async ({ client, broken }: Awaited<ReturnType<typeof connect>>) => {
      const over = AbortSignal.any([broken, leaving.signal]);
      let answers = true;
      while (answers) {
        await wait(timing.askMs, over);
        answers = !over.aborted && (await isAnswering(client));
      }
      await dismiss(client);
    };

    const goOn = async (first: Awaited<ReturnType<typeof connect>>) => {
      let connected: typeof first | null = first;
      while (connected !== null) {
        await useUp(connected);
        connected = await connectAgain();
        // Not `leaving` while it connected, for then nobody wants to know.
        if (connected !== null && !leaving.signal.aborted) onReconnect();
      }
    };

    const ended = goOn(await connect());
    const stop = async () => {
      open.delete(stop);
      leaving.abort();
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

function isAnswering(client: pg.Client): Promise<boolean> {
  return client.query('SELECT 1').then(
    () => true,
    () => false,
  );
}

/** Ends a connection, whatever state it is in. */
async function dismiss(client: pg.Client): Promise<void> {
  const waited = new AbortController();
  await Promise.race([
    client.end().catch(() => undefined),
    pause(GOODBYE_MS, undefined, { signal: waited.signal, ref: false }).catch(() => undefined),
  ]);
  waited.abort();
}
