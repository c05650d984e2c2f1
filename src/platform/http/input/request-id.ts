import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The sender's own X-Request-Id if it is short and plain, else a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const sent = headers['x-request-id'];
  return typeof sent === 'string' && /^[\w.-]{1,100}$/.test(sent) ? sent : randomUUID();
}
