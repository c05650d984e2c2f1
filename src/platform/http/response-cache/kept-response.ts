import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { encoded, encodingFor, type Encoding } from '../server/encodings.js';
import type { Moment } from './freshness.js';

/** A finished answer. */
export interface KeptResponse {
  /** Names and values in turn. */
  headers: string[];
  /** Of a resource whose changes name it in If-Match; else each encoding has its own. */
  versionTag: string | null;
  hash: string;
  body: Buffer;
  forms: Partial<Record<Encoding, Form>>;
  route: string;
  topics: string[];
  moment: Moment;
  /** Milliseconds since 1970. */
  until: number;
}

/** The answer in one encoding. */
interface Form {
  tag: string;
  unchangedHead: string[];
  head: string[];
  /** A character a byte: Node writes such a text in one piece with its head. */
  bytes: string;
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
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    OWN_HEADERS.has(name) || value === undefined ? [] : [name, String(value)],
  );
  const vary = new Set((headers.vary ?? '').split(/, */));
  vary.delete('');
  vary.add('Accept-Encoding');
  const tag = headers.etag ?? '';
  return {
    headers: [...kept, 'Vary', [...vary].join(', ')],
    versionTag: tag.startsWith('"') ? tag : null,
    hash: createHash('sha256').update(body).digest('base64url').slice(0, 22),
    body,
    forms: {},
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
  const encoding = encodingFor(req.headers['accept-encoding'], kept.body.length);
  const form = (kept.forms[encoding] ??= formOf(kept, encoding));
  if (isNamedIn(req.headers['if-none-match'], form.tag)) {
    res.removeHeader('Content-Length');
    res.writeHead(304, [...form.unchangedHead, 'X-Request-Id', requestId]);
    res.end();
    return 304;
  }
  res.writeHead(200, [...form.head, 'X-Request-Id', requestId]);
  res.end(form.bytes, 'latin1');
  return 200;
}

function formOf(kept: KeptResponse, encoding: Encoding): Form {
  const tag = tagOf(kept, encoding);
  const body = encoded(kept.body, encoding, { thoroughly: true });
  const unchangedHead = [...kept.headers, 'ETag', tag];
  const length = ['Content-Length', String(body.length)];
  const named = encoding === 'identity' ? [] : ['Content-Encoding', encoding];
  const head = [...unchangedHead, ...named, ...length];
  return { tag, unchangedHead, head, bytes: body.toString('latin1') };
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
