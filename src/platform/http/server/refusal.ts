import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { unavailable } from '../../errors.js';
import { requestIdOf } from '../input/request-id.js';

const SPREAD_S = 4;

interface Options {
  problemType: string;
  pageFile: string;
}

/** Answers 503 without any work: the problem of the API, or a page that needs nothing else. */
export function createRefusal({ problemType, pageFile }: Options) {
  const page = readFileSync(pageFile);
  const { id, status, title } = unavailable.kind;
  const problem = { type: problemType + id, title, status, detail: unavailable().message };
  let count = 0;

  return function refuse(req: IncomingMessage, res: ServerResponse): void {
    count += 1;
    const [path = ''] = (req.url ?? '').split('?');
    const isForPerson =
      !path.startsWith('/api/') && (req.headers.accept ?? '').includes('text/html');
    const requestId = requestIdOf(req);
    const body = isForPerson
      ? page
      : JSON.stringify({ ...problem, instance: path, request_id: requestId });
    res.writeHead(status, {
      'Content-Type': isForPerson ? 'text/html; charset=utf-8' : 'application/problem+json',
      'Content-Length': Buffer.byteLength(body),
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      'Retry-After': 1 + (count % SPREAD_S),
      'X-Request-Id': requestId,
    });
    res.end(body);
  };
}
