import pg from 'pg';
import { DEMO_PASSWORD } from '../../prisma/seed.js';
import { startPostgres, type Postgres } from '../../tests/support/database/postgres.js';
import { imageCommand } from '../../tests/support/processes/image.js';
import { seedDemoData, SERVER, startServer } from '../../tests/support/processes/server.js';
import { signInManyDiners } from './many-diners.js';

const DATABASE = 'bench';
const image = imageCommand();
const SECRET = 'of-a-bench-that-nobody-else-can-reach';
const STATEMENTS = `SELECT coalesce(sum(calls), 0)::int AS count FROM pg_stat_statements
  WHERE dbid = (SELECT oid FROM pg_database WHERE datname = '${DATABASE}')`;

export type Site = Awaited<ReturnType<typeof startSite>>;

/** CooCook as in production, with these settings besides, on a PostgreSQL of its own with the demo data. */
export async function startSite(settings: Record<string, string> = {}) {
  const postgres = await startPostgres({ preload: 'pg_stat_statements' });
  const client = new pg.Client(postgres.url('postgres'));
  try {
    await postgres.run(`CREATE DATABASE ${DATABASE}`);
    await postgres.run('CREATE EXTENSION pg_stat_statements');
    await client.connect();
    const databaseUrl = postgres.url(DATABASE);
    await seedDemoData(databaseUrl);
    const env = {
      ...image.env,
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      JWT_SECRET: SECRET,
      AUTH_ATTEMPTS_PER_MINUTE: '1000000',
      ...settings,
    };
    const args = [...image.options, SERVER];
    const server = await startServer(env, args);
    const forgetful = await startServer({ ...env, RESPONSE_CACHE_MB: '0' }, args);
    return {
      server,
      /** Another process on the same database, which makes every answer anew. */
      forgetful,
      databaseUrl,
      databasePid: postgres.pid(),
      token: await signIn(server.url),
      /** Of diners who book at the same time. */
      bearers: await manyDiners(databaseUrl),
      /** How many statements were run on the database so far. */
      statements: async () => {
        const { rows } = await client.query<{ count: number }>(STATEMENTS);
        return rows[0]?.count ?? 0;
      },
      async end() {
        await Promise.all([server.end('SIGTERM'), forgetful.end('SIGTERM')]);
        await stop(client, postgres);
      },
    };
  } catch (error) {
    await stop(client, postgres);
    throw error;
  }
}

async function manyDiners(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return await signInManyDiners(client, SECRET);
  } finally {
    await client.end();
  }
}

async function stop(client: pg.Client, postgres: Postgres): Promise<void> {
  await client.end();
  await postgres.remove();
}

/** The demo diner's access token: in production, by address and password alone. */
async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'demo@coocook.test', password: DEMO_PASSWORD }),
  });
  const { access_token } = (await response.json()) as { access_token?: string };
  if (access_token === undefined) throw new Error(`Signing in was answered ${response.status}.`);
  return access_token;
}
