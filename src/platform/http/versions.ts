import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { preconditionFailed } from '../errors.js';

/**
 * The entity tag of a resource's version: strong, for the body is part of it (RFC 9110, section 8.8.3).
 * @param version counts the changes of what is stored
 */
export function etagOf(version: number, body: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
  return `"${version}-${hash.slice(0, 16)}"`;
}

/** The versions that a client is prepared to change; undefined for any. */
export type ExpectedVersions = number[] | undefined;

/** The versions of the request's If-Match; tags that are none of ours match nothing. */
export function expectedVersions(req: Request): ExpectedVersions {
  const header = req.get('If-Match');
  if (header === undefined || header.trim() === '*') return undefined;
  return [...header.matchAll(/(?<!W\/)"(\d+)-[\w-]+"/g)].map(([, version]) => Number(version));
}

/** @throws preconditionFailed (412) when what is stored has another version */
export function refuseStale(stored: { version: number }, expected: ExpectedVersions): void {
  if (expected !== undefined && !expected.includes(stored.version)) throw preconditionFailed();
}
