import type { RequestHandler } from 'express';
import type { Clock } from '../../clock.js';
import { addMs } from '../../time/instants.js';
import { openToEveryone } from '../auth/access.js';
import { guardedRouter } from '../auth/guarded-router.js';

const PATH = '/.well-known/security.txt';
/** Kept by a day at the most, so that no copy is out of date. */
const VALID_MS = 30 * 24 * 60 * 60 * 1000;

/** Where to report a vulnerability (RFC 9116); nothing without a contact. */
export function securityText(
  { securityContact, publicUrl }: { securityContact: string | null; publicUrl: string | null },
  clock: Clock,
): RequestHandler {
  const router = guardedRouter();
  if (securityContact === null) return router.middleware;
  router.get(PATH, openToEveryone, (_req, res) => {
    const fields = [
      `Contact: ${securityContact}`,
      `Expires: ${addMs(clock.now(), VALID_MS).toISOString()}`,
      'Preferred-Languages: en, ko',
      ...(publicUrl === null ? [] : [`Canonical: ${publicUrl}${PATH}`]),
    ];
    res
      .type('text')
      .set('Cache-Control', 'public, max-age=86400')
      .send(`${fields.join('\n')}\n`);
  });
  return router.middleware;
}
