import type { RequestHandler, Response } from 'express';
import { encoded, encodingFor } from '../server/encodings.js';

const COMPRESSIBLE = /^text\/|[/+](?:json|javascript|xml|yaml)\b/;

/** Compresses what is sent in one piece, as Express sends; streams and encoded bodies stay as they are. */
export const compressReplies: RequestHandler = (req, res, next) => {
  const end = res.end.bind(res);
  res.end = ((chunk?: string | Buffer, encoding?: BufferEncoding) => {
    res.end = end;
    const isBody = typeof chunk === 'string' || Buffer.isBuffer(chunk);
    if (!isBody || !isCompressible(res)) return end(chunk, encoding as BufferEncoding);
    res.vary('Accept-Encoding');
    const body = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;
    const chosen = encodingFor(req.headers['accept-encoding'], body.length);
    if (chosen === 'identity') return end(body);
    const compressed = encoded(body, chosen, { thoroughly: false });
    res.setHeader('Content-Encoding', chosen);
    res.setHeader('Content-Length', compressed.length);
    return end(compressed);
  }) as typeof end;
  next();
};

function isCompressible(res: Response): boolean {
  return (
    !res.headersSent &&
    !res.hasHeader('Content-Encoding') &&
    COMPRESSIBLE.test(String(res.getHeader('Content-Type'))) &&
    !String(res.getHeader('Cache-Control')).includes('no-transform')
  );
}
