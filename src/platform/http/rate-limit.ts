import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { tooManyRequests } from '../errors.js';

/** Lets so many requests a minute through from one address and refuses the rest (429). */
export function limitPerMinute(limit: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler(_req, res) {
      const seconds = Number(res.getHeader('Retry-After') ?? 60);
      throw tooManyRequests(undefined, [], seconds);
    },
  });
}
