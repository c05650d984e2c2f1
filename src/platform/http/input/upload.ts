import { once } from 'node:events';
import type { RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { boundedWork } from '../../bounded-work.js';
import { malformed, tooLarge } from '../../errors.js';

/** In memory at once, from the first byte to the answer. */
export const MAX_UPLOADS = 8;
const held = boundedWork({ concurrency: MAX_UPLOADS, maxWaiting: 0, retryAfterSeconds: 10 });

/** Reads a form with a file into memory. @throws tooLarge, malformed, unavailable */
export function takeUpload({
  field,
  maxBytes,
}: {
  field: string;
  maxBytes: number;
}): RequestHandler {
  const read = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: maxBytes, files: 1, fields: 10, fieldSize: 10_000 },
  }).single(field);
  return (req, res, next) =>
    held(async () => {
      const answered = once(res, 'close');
      void read(req, res, (error: unknown) => {
        if (error instanceof MulterError) {
          next(error.code === 'LIMIT_FILE_SIZE' ? tooLarge() : malformed());
        } else if (error) next(malformed());
        else next();
      });
      await answered;
    });
}
