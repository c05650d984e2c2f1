import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { encoded, encodingFor, type Encoding } from '../server/encodings.js';
import type { Moment } from './freshness.js';

/** A finished answer. */
export interface KeptResponse {
  headers: [string, string][];
  /** Of a resource whose changes name it in If-Match; else each encoding has its own. */
  versionTag: string | null;
  hash: string;
  bodies: { identity: Buffer } & Partial<Record<Encoding, Buffer>>;
  route: string;
  topics: string[];
  moment: Moment;
  /** Milliseconds since 1970. */
  until: number;
}

/** Made for each response. */
const OWN_HEADERS = new Set([
  'content-length',
  'content-encoding',
  'date',
  'etag',
  'x-request-id',
  'vary',
]);

/** @param headers as the handler has set them */
export function keepResponse(
  body: Buffer,
  headers: OutgoingHttpHeaders,
  rest: Pick<KeptResponse, 'route' | 'topics' | 'moment' | 'until'>,
): KeptResponse {
  const kept = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    OWN_HEADERS.has(name) || value === undefined ? [] : [[name, String(value)]],
  );
  const vary = new Set((headers.vary ?? '').split(/, */));
  vary.delete('');
  vary.add('Accept-Encoding');
  const tag = headers.etag ?? '';
  return {
    headers: [...kept, ['Vary', [...vary].join(', ')]],
    versionTag: tag.startsWith('"') ? tag : null,
    hash: createHash('sha256').update(body).digest('base64url').slice(0, 22),
    bodies: { identity: body },
    ...rest,
  };
}

/** Sends it as a whole, or as 304 (RFC 9110, section 13.1.2). Gives the status. */
export function sendKept(
  req: IncomingMessage,
  res: ServerResponse,
  kept: KeptResponse,
  requestId: string,
): number {
  const encoding = encodingFor(req.headers['accept-encoding'], kept.bodies.identity.length);
  const tag = tagOf(kept, encoding);
  for (const [name, value] of kept.headers) res.setHeader(name, value);
  res.setHeader('X-Request-Id', requestId);
  res.setHeader('ETag', tag);
  if (isNamedIn(req.headers['if-none-match'], tag)) {
    res.removeHeader('Content-Length');
    res.statusCode = 304;
    res.end();
    return 304;
  }
  const body = bodyIn(kept, encoding);
  if (encoding !== 'identity') res.setHeader('Content-Encoding', encoding);
  res.setHeader('Content-Length', body.length);
  res.statusCode = 200;
  res.end(body);
  return 200;
}

function tagOf({ versionTag, hash }: KeptResponse, encoding: Encoding): string {
  if (versionTag !== null) return versionTag;
  return encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`;
}

function isNamedIn(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return (
    header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
  );
}

function bodyIn({ bodies }: KeptResponse, encoding: Encoding): Buffer {
  return (bodies[encoding] ??= encoded(bodies.identity, encoding, { thoroughly: true }));
}
