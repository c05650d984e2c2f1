import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiagnoseMigrationHistoryOutput, MigrationList } from '@prisma/schema-engine-wasm';
import type { Database, Db } from './db.js';
import { openEmbedded } from './embedded-database.js';
import { withEngine, type MigrationEngine } from './migration-engine.js';
import { packageRoot } from './paths.js';

/** What is wrong with the migration history, in words fit for an operator. */
export class MigrationError extends Error {}

const MIGRATIONS = join(packageRoot(), 'prisma', 'migrations');
const SCHEMA = join(packageRoot(), 'prisma', 'schema');
const NO_FILTERS = { externalTables: [], externalEnums: [] };
/** Any number that nothing else locks: one process at a time migrates a database. */
const MIGRATION_LOCK = 7_263_354;

/**
 * Applies the migrations that the database lacks and returns their names. Processes that migrate
 * the same database at once wait for each other.
 * @throws MigrationError when an applied migration was edited, has failed, or is not known here
 */
export function migrate(database: Database, folder = MIGRATIONS): Promise<string[]> {
  return database.exclusively(MIGRATION_LOCK, () =>
    withEngine(database.migrationAdapter, schemaFiles(SCHEMA), async (engine) => {
      const migrationsList = listMigrations(folder);
      refuseBadHistory(await diagnose(engine, migrationsList));
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList,
        filters: NO_FILTERS,
      });
      return appliedMigrationNames;
    }),
  );
}

export interface MigrationStatus {
  pending: string[];
  failed: string[];
  edited: string[];
}

/** How the database stands to the migrations of the folder. */
export function migrationStatus(database: Database, folder = MIGRATIONS): Promise<MigrationStatus> {
  return withEngine(database.migrationAdapter, schemaFiles(SCHEMA), async (engine) => {
    const found = await diagnose(engine, listMigrations(folder));
    const { history } = found;
    return {
      pending:
        history !== null && 'unappliedMigrationNames' in history
          ? history.unappliedMigrationNames
          : [],
      failed: found.failedMigrationNames,
      edited: found.editedMigrationNames,
    };
  });
}

/** Whether every migration of the folder is applied: one query, for probes. */
export async function isMigrated(db: Db): Promise<boolean> {
  const applied = await db.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const names = new Set(applied.map((row) => row.migration_name));
  return migrationNames(MIGRATIONS).every((name) => names.has(name));
}

/**
 * The SQL that takes the migration history to the schema, found out on a database in memory;
 * null when they agree.
 */
export async function schemaDifference(
  folder = MIGRATIONS,
  schemaFolder = SCHEMA,
): Promise<string | null> {
  const scratch = await openEmbedded(null);
  try {
    return await withEngine(scratch.adapter, schemaFiles(SCHEMA), async (engine) => {
      const { stdout, exitCode } = await engine.diff({
        from: { tag: 'migrations', ...listMigrations(folder) },
        to: { tag: 'schemaDatamodel', files: schemaFiles(schemaFolder) },
        script: true,
        exitCode: true,
        filters: NO_FILTERS,
      });
      return exitCode === 0 ? null : stdout;
    });
  } finally {
    await scratch.close();
  }
}

/** Empties the database: everything in it is lost, the jobs as well. */
export async function emptyDatabase(database: Database): Promise<void> {
  await database.exclusively(MIGRATION_LOCK, async () => {
    await database.prisma.$executeRaw`DROP SCHEMA public CASCADE`;
    await database.prisma.$executeRaw`CREATE SCHEMA public`;
    await database.prisma.$executeRaw`DROP SCHEMA IF EXISTS pgboss CASCADE`;
  });
}

function diagnose(engine: MigrationEngine, migrationsList: MigrationList) {
  return engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: NO_FILTERS,
  });
}

function refuseBadHistory(found: DiagnoseMigrationHistoryOutput): void {
  if (found.failedMigrationNames.length > 0) {
    throw new MigrationError(
      `Migration ${found.failedMigrationNames.join(', ')} failed half-way. Put the database right, ` +
        'or restore the backup, then remove its row from _prisma_migrations.',
    );
  }
  if (found.editedMigrationNames.length > 0) {
    throw new MigrationError(
      `Migration ${found.editedMigrationNames.join(', ')} was edited after it had been applied. ` +
        'Put the file back and write a new migration (npm run db:new).',
    );
  }
  if (found.history !== null && found.history.diagnostic !== 'databaseIsBehind') {
    throw new MigrationError(
      `The database has migrations that are not here: ${found.history.unpersistedMigrationNames.join(', ')}. ` +
        'It belongs to a newer version of CooCook.',
    );
  }
}

function listMigrations(folder: string): MigrationList {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: read('migration_lock.toml') },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(folder).map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: read(join(name, 'migration.sql')) },
      },
    })),
  };
}

function migrationNames(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function schemaFiles(folder: string) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(join(folder, name), 'utf8') }));
}
