import { Agent, request as send, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FuzzRequest } from './requests.js';

/** As `createContract` reads it. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** The media type without its parameters. */
  type: string;
  text: string;
}

const ANSWER_MS = 60_000;

/** Sends requests as they are given, which ready-made clients would mend. */
export function createClient(url: string) {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true });

  /** @throws when no answer comes */
  function ask(request: FuzzRequest, credentials: Record<string, string>): Promise<Answer> {
    const { method, target, body } = request;
    const bytes = body === null ? null : Buffer.from(body);
    const headers: Record<string, string | number> = { ...credentials, ...request.headers };
    if (bytes !== null) headers['Content-Length'] = bytes.length;
    return new Promise((resolve, reject) => {
      const options = { agent, hostname, port, method, path: target, headers, timeout: ANSWER_MS };
      const sending = send(options, (response) => {
        const { statusCode: status = 0, headers: had } = response;
        const type = (had['content-type'] ?? '').replace(/;.*/, '');
        const chunks: Buffer[] = [];
        const finish = () => {
          resolve({ status, headers: had, type, text: readable(had, Buffer.concat(chunks)) });
        };
        if (type === 'text/event-stream') {
          finish();
          sending.destroy();
          return;
        }
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('end', finish);
        response.once('error', reject);
      });
      sending.once('error', reject);
      sending.once('timeout', () => sending.destroy(new Error('no answer within a minute')));
      sending.end(bytes ?? undefined);
    });
  }

  return {
    ask,
    close: () => {
      agent.destroy();
    },
  };
}

function readable({ 'content-encoding': encoding }: IncomingHttpHeaders, body: Buffer): string {
  if (body.length === 0) return '';
  if (encoding === 'br') return brotliDecompressSync(body).toString();
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString();
}
