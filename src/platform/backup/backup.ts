import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Database } from '../database/client.js';
import type { SessionQuery } from '../database/handles.js';
import { emptyDatabase, migrate } from '../database/migrate.js';
import { installJobs } from '../jobs/install.js';
import { BackupError, readBackup, writeBackup, type Header, type Part } from './backup-file.js';
import { constraintsOf, isEmpty, schemaOf, sequencesOf, tablesOf } from './tables.js';

const BATCH = 1000;
const NAME = /^.+-\d{8}T\d{6}Z\.backup\.gz$/;
/** The same texts for the same values on every server. */
const PLAIN =
  "SET LOCAL TimeZone = 'UTC'; SET LOCAL extra_float_digits = 3; SET LOCAL bytea_output = 'hex'";

/** All rows and sequences as of one moment. @throws BackupError */
export async function backUp(database: Database, file: string, now: Date): Promise<void> {
  await database.inSession(async (query) => {
    await query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await query(PLAIN);
    await writeBackup(file, partsOf(query, now));
  });
}

async function* partsOf(query: SessionQuery, now: Date): AsyncGenerator<Part> {
  yield { format: 1, madeAt: now.toISOString(), schema: await schemaOf(query) };
  for (const { name, key } of await tablesOf(query)) {
    await query(
      `DECLARE all_rows CURSOR FOR SELECT t::text AS row FROM ${name} AS t ORDER BY ${key}`,
    );
    for (;;) {
      const found = await query<{ row: string }>(`FETCH ${BATCH} FROM all_rows`);
      if (found.length === 0) break;
      yield { table: name, rows: found.map(({ row }) => row) };
    }
    await query('CLOSE all_rows');
  }
  yield* await sequencesOf(query);
}

/** Into a database without tables; all of it, or nothing. @throws BackupError */
export async function restore(database: Database, file: string): Promise<void> {
  const header = await checked(file);
  await database.inSession(async (query) => {
    if (await isEmpty(query)) return;
    throw new BackupError('The database has tables already: restore into a new one.');
  });
  try {
    await migrate(database);
    await installJobs(database);
    await database.inSession((query) => fill(query, file, header));
  } catch (error) {
    await emptyDatabase(database);
    throw error;
  }
}

/** Reads all of it, before anything is written. */
async function checked(file: string): Promise<Header> {
  let header: Header | null = null;
  for await (const part of readBackup(file)) {
    if ('format' in part) header = part;
  }
  if (header?.format !== 1) throw new BackupError(`${file} is no backup that this version reads.`);
  return header;
}

async function fill(query: SessionQuery, file: string, header: Header): Promise<void> {
  const here = await schemaOf(query);
  if (here.join() !== header.schema.join()) {
    throw new BackupError(
      'The backup has another version of the tables: restore it with the app that made it, then migrate.',
    );
  }
  await query(PLAIN);
  const tables = await tablesOf(query);
  const foreignKeys = await constraintsOf(query);
  for (const { drop } of foreignKeys) await query(drop);
  for (const { name } of tables) await query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  await query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
  for await (const part of readBackup(file)) {
    if ('table' in part) await insertRows(query, part, tables);
    if ('sequence' in part) {
      await query('SELECT setval($1::regclass, $2::bigint)', [part.sequence, part.last]);
    }
  }
  for (const { name } of tables) await query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  for (const { add } of foreignKeys) await query(add);
}

async function insertRows(
  query: SessionQuery,
  { table, rows }: { table: string; rows: string[] },
  tables: { name: string; columns: string }[],
): Promise<void> {
  const known = tables.find(({ name }) => name === table);
  if (known === undefined) throw new BackupError(`The backup has an unknown table: ${table}.`);
  await query(
    `INSERT INTO ${table} (${known.columns})
      SELECT ${known.columns} FROM unnest($1::text[]::${table}[])`,
    [rows],
  );
}

/** Deletes all backups in the file's folder but the newest, by their names. */
export async function keepNewest(file: string, count: number): Promise<string[]> {
  const folder = dirname(file);
  const old = (await readdir(folder))
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
    .slice(count);
  for (const name of old) await rm(join(folder, name));
  return old;
}

/** Such as app-20261127T090000Z.backup.gz. */
export function backupName(prefix: string, now: Date): string {
  return `${prefix}-${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z.backup.gz`;
}
