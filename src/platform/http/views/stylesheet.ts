import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';

/** On disk a list of `@import` lines. */
export const STYLESHEET = '/css/main.css';

export function readStylesheet(publicFolder: string): string {
  const read = (path: string) => readFileSync(join(publicFolder, path), 'utf8');
  return read(STYLESHEET).replace(/^@import '\.\/(.+)';$/gm, (_line, path: string) =>
    read(join('css', path)),
  );
}

export type Stylesheet = ReturnType<typeof createStylesheet>;

/** Views link to its address, with a hash. Without `cache` it is read anew. */
export function createStylesheet(publicFolder: string, options: { cache: boolean }) {
  const read = () => {
    const text = readStylesheet(publicFolder);
    return { text, version: createHash('sha256').update(text).digest('base64url').slice(0, 10) };
  };
  const cached = read();
  const current = () => (options.cache ? cached : read());
  const serve: RequestHandler = (req, res) => {
    const { text, version } = current();
    const caching = req.query.v === version ? 'max-age=31536000, immutable' : 'no-cache';
    res.type('css').set('Cache-Control', `public, ${caching}`).send(text);
  };
  return { address: () => `${STYLESHEET}?v=${current().version}`, serve };
}
