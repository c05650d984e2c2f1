import type { RequestHandler, Response } from 'express';
import { beforeHead } from '../server/before-head.js';

const FOR_NOBODY = 'private, no-store';

/**
 * Whoever stores an answer hands it out with its cookies (RFC 9111, section 7.3): one that sets a
 * cookie is stored by nobody, nor is one that does not say who may.
 */
export const limitStorage: RequestHandler = (_req, res, next) => {
  beforeHead(res, () => {
    if (!res.hasHeader('Cache-Control') || (res.hasHeader('Set-Cookie') && isStorable(res))) {
      res.setHeader('Cache-Control', FOR_NOBODY);
    }
  });
  next();
};

function isStorable(res: Response): boolean {
  return !String(res.getHeader('Cache-Control')).startsWith(FOR_NOBODY);
}
