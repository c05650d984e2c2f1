import type { ServerResponse } from 'node:http';

export interface TakenBody {
  body: Buffer;
  /** Sends it as it was. */
  release(): void;
}

/**
 * Takes the body that is to be sent in one piece, as Express sends. Null when there is none, when it
 * is written in parts, or when the client has gone.
 */
export function takeBody(res: ServerResponse): Promise<TakenBody | null> {
  const end = res.end.bind(res);
  const write = res.write.bind(res);
  const restore = () => {
    Object.assign(res, { end, write });
  };
  return new Promise((resolve) => {
    res.write = ((...args: Parameters<typeof write>) => {
      restore();
      resolve(null);
      return write(...args);
    }) as typeof write;
    res.end = ((chunk?: string | Buffer, encoding?: BufferEncoding) => {
      restore();
      if (chunk === undefined) {
        resolve(null);
        return end();
      }
      const body = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;
      const release = () => {
        end(body);
      };
      resolve({ body, release });
      return res;
    }) as typeof end;
    res.once('close', () => {
      resolve(null);
    });
  });
}
