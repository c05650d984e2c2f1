import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { embeddedDatabase, openDatabase } from '../../src/platform/db.js';
import { openEmbedded } from '../../src/platform/embedded-database.js';
import { installJobs } from '../../src/platform/jobs.js';
import { migrate } from '../../src/platform/migrate.js';
import { query, startPostgres } from './postgres.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Which database the suite runs on; races always run on PostgreSQL. */
    suiteDatabase: 'embedded' | 'postgresql';
    /** A file with the migrated embedded database, to be cloned. */
    embeddedTemplate: string;
    /** The maintenance database of a real PostgreSQL. */
    postgresUrl: string;
  }
}

/** The migrated database that every test database on PostgreSQL is cloned from. */
export const POSTGRES_TEMPLATE = 'coocook_test_template';

/** Makes the databases that every test file clones its own from; returns what takes them away. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const postgres = given === undefined ? await startPostgres() : null;
  const postgresUrl = given ?? postgres?.url('postgres') ?? '';
  await migrateTemplate(postgresUrl);

  const folder = mkdtempSync(join(tmpdir(), 'coocook-test-'));
  const embeddedTemplate = join(folder, 'template.tar');
  const embedded = await openEmbedded(null);
  await migrate(embeddedDatabase(embedded));
  await installJobs(embeddedDatabase(embedded));
  const dump = await embedded.pglite.dumpDataDir('none');
  writeFileSync(embeddedTemplate, Buffer.from(await dump.arrayBuffer()));
  await embedded.close();

  provide('suiteDatabase', given === undefined ? 'embedded' : 'postgresql');
  provide('embeddedTemplate', embeddedTemplate);
  provide('postgresUrl', postgresUrl);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    if (postgres === null) await query(postgresUrl, `DROP DATABASE ${POSTGRES_TEMPLATE}`);
    else await postgres.remove();
  };
}

async function migrateTemplate(postgresUrl: string): Promise<void> {
  await query(postgresUrl, `DROP DATABASE IF EXISTS ${POSTGRES_TEMPLATE}`);
  await query(postgresUrl, `CREATE DATABASE ${POSTGRES_TEMPLATE}`);
  const url = new URL(postgresUrl);
  url.pathname = POSTGRES_TEMPLATE;
  const database = await openDatabase({
    url: url.href,
    poolSize: 1,
    connectTimeoutMs: 5000,
    queryTimeoutMs: 60_000,
  });
  await migrate(database);
  await installJobs(database);
  await database.close();
}
