import cors from 'cors';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Security headers: nothing inline, nothing from elsewhere; HSTS only where HTTPS is certain. */
export function securityHeaders(production: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: production && { maxAge: 31_536_000, includeSubDomains: true },
    referrerPolicy: { policy: 'same-origin' },
  });
}

/** Answers other origins' scripts only when the origin is listed; they send bearer tokens, never cookies. */
export function allowOrigins(origins: string[]): RequestHandler {
  return cors({
    origin: origins,
    credentials: false,
    exposedHeaders: [
      ...['Link', 'Location', 'X-Request-Id', 'Retry-After', 'RateLimit'],
      ...['ETag', 'Idempotency-Replayed'],
    ],
  });
}
