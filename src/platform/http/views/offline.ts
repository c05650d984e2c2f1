import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { readStylesheet, STYLESHEET } from './stylesheet.js';

/** Cached by browsers for when the server cannot be reached. */
const KEPT = ['/offline.html', STYLESHEET, '/images/favicon.svg'];

/** The script gets the list of files, and a version that changes with any of them. */
export function serviceWorker(publicFolder: string): RequestHandler {
  const read = (path: string) => readFileSync(join(publicFolder, path));
  const hash = createHash('sha256');
  for (const path of KEPT)
    hash.update(path === STYLESHEET ? readStylesheet(publicFolder) : read(path));
  const version = hash.digest('base64url').slice(0, 10);
  const script = `const KEPT = ${JSON.stringify(KEPT)};
const VERSION = '${version}';
${read('/js/service-worker.js').toString()}`;
  return (_req, res) => {
    res.type('text/javascript').set('Cache-Control', 'public, no-cache').send(script);
  };
}
