import type { IncomingMessage, ServerResponse } from 'node:http';

const CHECK_MS = 11_000;
/** More than forms and JSON may have; an upload over a slow line brings as much. */
const MIN_BYTES = 160 * 1024;

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Ends a request whose body has not come in 11 s, unless much of it has (408). */
export function refuseSlowBody(req: IncomingMessage, res: ServerResponse): void {
  if (!hasBody(req)) return;
  const { socket } = req;
  let seen = socket.bytesRead;
  const check = setInterval(() => {
    if (req.complete) {
      clearInterval(check);
    } else if (socket.bytesRead - seen < MIN_BYTES) {
      if (!res.headersSent)
        socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
      socket.destroy();
    } else {
      seen = socket.bytesRead;
    }
  }, CHECK_MS);
  req.once('close', () => {
    clearInterval(check);
  });
}
