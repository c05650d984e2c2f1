import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';

/** All that a browser keeps for when the server cannot be reached: one page and its looks. */
const KEPT = [
  '/offline.html',
  '/css/tokens.css',
  '/css/base.css',
  '/css/frame.css',
  '/css/components.css',
  '/images/favicon.svg',
];

/**
 * The service worker of the site: public/js/service-worker.js after two lines that tell it what to
 * keep, and in which version, so that browsers take a new one whenever one of these files changes.
 */
export function serviceWorker(publicFolder: string): RequestHandler {
  const read = (path: string) => readFileSync(join(publicFolder, path));
  const hash = createHash('sha256');
  for (const path of KEPT) hash.update(read(path));
  const version = hash.digest('base64url').slice(0, 10);
  const script = `const KEPT = ${JSON.stringify(KEPT)};
const VERSION = '${version}';
${read('/js/service-worker.js').toString()}`;
  return (_req, res) => {
    res.type('text/javascript').set('Cache-Control', 'public, no-cache').send(script);
  };
}
