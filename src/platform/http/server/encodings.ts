import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoding = 'identity' | 'br' | 'gzip';

/** Smaller ones grow by being compressed. */
const MIN_COMPRESSED_BYTES = 1024;
/** For what is sent once: a page costs a third of what it costs with the other, and is a fifth larger. */
const QUICK = { br: 1, gzip: 1 };
const THOROUGH = { br: 5, gzip: 6 };

/** @param accepted the header Accept-Encoding */
export function encodingFor(accepted: string | undefined, bytes: number): Encoding {
  if (accepted === undefined || bytes < MIN_COMPRESSED_BYTES) return 'identity';
  const names = accepted
    .split(',')
    .map((one) => one.replace(/\s/g, '').toLowerCase())
    .filter((one) => !/;q=0(?:\.0*)?$/.test(one))
    .map((one) => one.replace(/;.*$/, ''));
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : 'identity';
}

/** At once: a stream would cost several times as much, and send the body in parts. */
export function encoded(
  body: Buffer,
  encoding: Encoding,
  { thoroughly }: { thoroughly: boolean },
): Buffer {
  const { br, gzip } = thoroughly ? THOROUGH : QUICK;
  switch (encoding) {
    case 'identity':
      return body;
    case 'br':
      return brotliCompressSync(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: br,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      });
    case 'gzip':
      return gzipSync(body, { level: gzip });
  }
}
