import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { ExpectedVersions } from '../../versions.js';

/** A strong entity tag (RFC 9110, section 8.8.3). */
export function etagOf(version: number, body: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
  return `"${version}-${hash.slice(0, 16)}"`;
}

/** The versions in If-Match; foreign tags match nothing. */
export function expectedVersions(req: Request): ExpectedVersions {
  const header = req.get('If-Match');
  if (header === undefined || header.trim() === '*') return undefined;
  return [...header.matchAll(/(?<!W\/)"(\d+)-[\w-]+"/g)].map(([, version]) => Number(version));
}
