import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { startPostgres, type Postgres } from '../support/database/postgres.js';
import { seedDemoData, startServer, type ServerProcess } from '../support/processes/server.js';

export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
  ms: number;
}

export interface Site {
  postgres: Postgres;
  databaseUrl: string;
  server: ServerProcess;
  /** Ends the server, if it still runs, and starts another on the same database. */
  restart(signal: NodeJS.Signals): Promise<void>;
  ask(path: string, given?: Asked): Promise<Answer>;
  end(): Promise<void>;
}

export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** The limits that the app has by itself, which other tests raise. */
const LIMITS = {
  DATABASE_CONNECT_TIMEOUT_MS: '2000',
  DATABASE_QUERY_TIMEOUT_MS: '2500',
  OVERLOAD_ANSWER_MS: '300',
};

/** The built server with the demo data, on a PostgreSQL of its own that keeps what it acknowledges. */
export async function startSite(settings: Record<string, string> = {}): Promise<Site> {
  const postgres = await startPostgres();
  const databaseUrl = postgres.url('proof');
  const env = { DATABASE_URL: databaseUrl, ...LIMITS, ...settings };
  try {
    await postgres.run('CREATE DATABASE proof');
    await seedDemoData(databaseUrl);
    const site: Site = {
      postgres,
      databaseUrl,
      server: await startServer(env),
      async restart(signal) {
        await site.server.end(signal);
        site.server = await startServer(env);
      },
      ask: (path, given) => ask(site.server.url + path, given),
      async end() {
        await site.server.end('SIGKILL');
        await postgres.remove();
      },
    };
    return site;
  } catch (error) {
    await postgres.remove();
    throw error;
  }
}

/** On a connection of its own. @throws when no answer comes */
async function ask(url: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  const began = performance.now();
  const req = request(url, { method, headers, agent: false });
  // What is refused early may be closed before all of it was sent.
  const answered = once(req, 'response') as Promise<[IncomingMessage]>;
  req.end(body);
  const [res] = await answered;
  req.on('error', () => undefined);
  const chunks: Buffer[] = [];
  for await (const chunk of res) chunks.push(chunk as Buffer);
  const { statusCode: status = 0 } = res;
  const text = Buffer.concat(chunks).toString();
  return { status, headers: res.headers, body: text, ms: performance.now() - began };
}
