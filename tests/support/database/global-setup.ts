import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { embeddedDatabase, openDatabase } from '../../../src/platform/database/client.js';
import { openEmbedded } from '../../../src/platform/database/embedded.js';
import { migrate } from '../../../src/platform/database/migrate.js';
import { installJobs } from '../../../src/platform/jobs/install.js';
import { query, startPostgres } from './postgres.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Which database the suite runs on; races always run on PostgreSQL. */
    suiteDatabase: 'embedded' | 'postgresql';
    /** A file with the migrated embedded database, to be cloned; empty when the suite needs none. */
    embeddedTemplate: string;
    /** The maintenance database of a real PostgreSQL. */
    postgresUrl: string;
  }
}

/** The migrated database that every test database on PostgreSQL is cloned from. */
export const POSTGRES_TEMPLATE = 'coocook_test_template';

interface Templates {
  embeddedTemplate: string;
  postgresUrl: string;
  remove: () => Promise<void>;
}

/**
 * Each project that needs databases runs this setup, with a module instance of its own. The first
 * one creates them and the last one removes them, so the state is kept on the process.
 */
const shared = process as unknown as {
  coocookTemplates?: { created: Promise<Templates>; users: number } | undefined;
};

/** Creates the databases that test files clone their own from, once for all projects of a run. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const templates = (shared.coocookTemplates ??= { created: createTemplates(), users: 0 });
  templates.users += 1;
  const { embeddedTemplate, postgresUrl, remove } = await templates.created;
  provide('suiteDatabase', embeddedTemplate === '' ? 'postgresql' : 'embedded');
  provide('embeddedTemplate', embeddedTemplate);
  provide('postgresUrl', postgresUrl);
  return async () => {
    templates.users -= 1;
    if (templates.users > 0) return;
    shared.coocookTemplates = undefined;
    await remove();
  };
}

async function createTemplates(): Promise<Templates> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined) {
    await createPostgresTemplate(given);
    const remove = () => query(given, `DROP DATABASE ${POSTGRES_TEMPLATE}`);
    return { embeddedTemplate: '', postgresUrl: given, remove };
  }
  const folder = mkdtempSync(join(tmpdir(), 'coocook-test-'));
  const postgres = await startPostgres({ fsync: 'off' });
  const remove = async () => {
    rmSync(folder, { recursive: true, force: true });
    await postgres.remove();
  };
  try {
    const postgresUrl = postgres.url('postgres');
    const embeddedTemplate = join(folder, 'template.tar');
    // One after the other: the embedded database keeps this thread busy, and the lock of the
    // migrations on PostgreSQL is waited for by the clock.
    await createPostgresTemplate(postgresUrl);
    await createEmbeddedTemplate(embeddedTemplate);
    return { embeddedTemplate, postgresUrl, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function createEmbeddedTemplate(file: string): Promise<void> {
  const embedded = await openEmbedded(null);
  await migrate(embeddedDatabase(embedded));
  await installJobs(embeddedDatabase(embedded));
  const dump = await embedded.pglite.dumpDataDir('none');
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
  await embedded.close();
}

async function createPostgresTemplate(postgresUrl: string): Promise<void> {
  await query(postgresUrl, `DROP DATABASE IF EXISTS ${POSTGRES_TEMPLATE}`);
  await query(postgresUrl, `CREATE DATABASE ${POSTGRES_TEMPLATE}`);
  const url = new URL(postgresUrl);
  url.pathname = POSTGRES_TEMPLATE;
  const database = await openDatabase({
    url: url.href,
    poolSize: 1,
    connectTimeoutMs: 60_000,
    queryTimeoutMs: 120_000,
  });
  await migrate(database);
  await installJobs(database);
  await database.close();
}
