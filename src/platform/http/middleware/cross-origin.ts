import type { RequestHandler } from 'express';
import { crossOrigin } from '../../errors.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * By Sec-Fetch-Site, else Origin and Host (https://pkg.go.dev/net/http#CrossOriginProtection). Scripts
 * of the listed origins may call the API, with bearer tokens: what a browser adds by itself is refused.
 */
export function refuseCrossOrigin(apiOrigins: string[]): RequestHandler {
  const listed = new Set(apiOrigins);
  return (req, _res, next) => {
    const origin = req.headers.origin;
    const isApiCall =
      req.path.startsWith('/api/') && req.headers.cookie === undefined && listed.has(origin ?? '');
    if (SAFE_METHODS.has(req.method) || isApiCall) {
      next();
      return;
    }
    const site = req.headers['sec-fetch-site'];
    const fine =
      site !== undefined
        ? site === 'same-origin' || site === 'none'
        : origin === undefined || hostOf(origin) === req.headers.host;
    if (!fine) throw crossOrigin();
    next();
  };
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
