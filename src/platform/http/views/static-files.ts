import { readdirSync } from 'node:fs';
import compression from 'compression';
import express, { type RequestHandler } from 'express';

/**
 * Cached for a year when the address has a hash, else revalidated. The names of the files are read
 * at the start: what is no file costs no look at the disk.
 */
export function staticFiles(folder: string): RequestHandler {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const addresses = new Set(names.map((name) => `/${name}`));
  const compress = compression();
  const serve = express.static(folder, {
    index: false,
    cacheControl: false,
    setHeaders(res) {
      const { query } = res.req;
      const caching = query.v === undefined ? 'no-cache' : 'max-age=31536000, immutable';
      res.setHeader('Cache-Control', `public, ${caching}`);
    },
  });
  return (req, res, next) => {
    if (!addresses.has(req.path)) {
      next();
      return;
    }
    compress(req, res, () => {
      serve(req, res, next);
    });
  };
}
