import express, { type Request, type RequestHandler } from 'express';
import { unsupportedMediaType } from '../../errors.js';

const LIMIT = '100kb';
const readJson: RequestHandler = express.json({ limit: LIMIT });
const readFields: RequestHandler = express.urlencoded({ extended: false, limit: LIMIT });

export const jsonBody: RequestHandler[] = [
  readJson,
  (req, _res, next) => {
    if (isUnread(req)) throw unsupportedMediaType();
    next();
  },
];

/** @param withFile leaves multipart/form-data to the route that takes the file */
export function formBody({ withFile }: { withFile: boolean }): RequestHandler[] {
  return [
    readFields,
    (req, _res, next) => {
      const isLeft = withFile && Boolean(req.is('multipart/form-data'));
      if (isUnread(req) && !isLeft) throw unsupportedMediaType('Send the fields of a form.');
      next();
    },
  ];
}

function isUnread(req: Request): boolean {
  const hasBody =
    Number(req.headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in req.headers;
  return hasBody && req.body === undefined;
}
