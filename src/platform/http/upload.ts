import type { RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { malformed, tooLarge } from '../errors.js';

/** Reads a form that carries a file into memory. @throws tooLarge, malformed */
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
  return (req, res, next) => {
    void read(req, res, (error: unknown) => {
      if (error instanceof MulterError) {
        next(error.code === 'LIMIT_FILE_SIZE' ? tooLarge() : malformed());
      } else if (error) next(malformed());
      else next();
    });
  };
}
