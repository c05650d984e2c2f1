import type { RequestHandler } from 'express';
import { crossOrigin } from '../errors.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses unsafe requests that a browser sends from another site. The algorithm of Go's
 * net/http CrossOriginProtection (https://pkg.go.dev/net/http#CrossOriginProtection): trust
 * Sec-Fetch-Site where the browser sends it, else compare Origin with Host; a request with
 * neither does not come from a browser.
 * @param trustedOrigins origins (scheme://host[:port]) that may call from elsewhere
 */
export function refuseCrossOrigin(trustedOrigins: string[]): RequestHandler {
  const trusted = new Set(trustedOrigins.map((origin) => new URL(origin).origin));
  return (req, _res, next) => {
    const origin = req.headers.origin;
    if (SAFE_METHODS.has(req.method) || (origin !== undefined && trusted.has(origin))) {
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
