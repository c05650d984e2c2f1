import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** How long closing may take when the server may be gone. */
const CLOSE_MS = 1000;

export interface Connection {
  client: pg.Client;
  broken: AbortSignal;
}

/** A connection that listens on a channel. @throws the error of PostgreSQL or of the network */
export async function connectTo(
  config: pg.ClientConfig,
  channel: string,
  onMessage: (payload: string) => void,
): Promise<Connection> {
  const client = new pg.Client(config);
  const broken = new AbortController();
  client.on('error', () => {
    broken.abort();
  });
  client.on('end', () => {
    broken.abort();
  });
  client.on('notification', ({ payload }) => {
    onMessage(payload ?? '');
  });
  try {
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
  } catch (error) {
    await closeQuietly(client);
    throw error;
  }
  return { client, broken: broken.signal };
}

export function isAnswering(client: pg.Client): Promise<boolean> {
  return client.query('SELECT 1').then(
    () => true,
    () => false,
  );
}

export async function closeQuietly(client: pg.Client): Promise<void> {
  const waited = new AbortController();
  await Promise.race([
    client.end().catch(() => undefined),
    pause(CLOSE_MS, undefined, { signal: waited.signal, ref: false }).catch(() => undefined),
  ]);
  waited.abort();
}
