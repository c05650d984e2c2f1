import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import {
  embeddedDatabase,
  openDatabase,
  type Database,
} from '../../../src/platform/database/client.js';
import { borrowEmbedded } from './embedded-pool.js';
import { POSTGRES_TEMPLATE } from './global-setup.js';
import { query } from './postgres.js';

/** A migrated, empty database of the test file's own, on whichever database the suite runs. */
export async function openTestDatabase(): Promise<Database> {
  if (inject('suiteDatabase') !== 'embedded') return clonePostgres();
  return embeddedDatabase(await borrowEmbedded());
}

/** The same on a real PostgreSQL, whatever the suite runs on: for races, which one session hides. */
export async function clonePostgres(poolSize = 10): Promise<Database & { url: string }> {
  const { url, drop } = await createPostgresDatabase(POSTGRES_TEMPLATE);
  const database = await openDatabase({
    url,
    poolSize,
    connectTimeoutMs: 60_000,
    queryTimeoutMs: 60_000,
  });
  const close = async () => {
    await database.close();
    await drop();
  };
  return { ...database, url, close };
}

/** A new database on the tests' PostgreSQL. */
export async function createPostgresDatabase(template = 'template0') {
  const server = inject('postgresUrl');
  const name = `coocook_test_${randomUUID().replaceAll('-', '')}`;
  await query(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(server);
  url.pathname = name;
  return {
    url: url.href,
    drop: () => query(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}
