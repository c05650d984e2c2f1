import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { DiagnoseMigrationHistoryOutput, MigrationList } from '@prisma/schema-engine-wasm';
import type { Database, Db } from './client.js';
import {
  listMigrations,
  migrationChecksums,
  migrationNames,
  schemaFiles,
} from './migration-files.js';
import { withEngine, type MigrationEngine } from './migration-engine.js';
import { packageRoot } from '../paths.js';

/** The message is fit to be shown to an operator. */
export class MigrationError extends Error {}

const MIGRATIONS = join(packageRoot(), 'prisma', 'migrations');
const SCHEMA = join(packageRoot(), 'prisma', 'schema');
const NO_FILTERS = { externalTables: [], externalEnums: [] };
const MIGRATION_LOCK = 7_263_354;

/** Applies missing migrations in one process at a time; returns names. @throws MigrationError */
export async function migrate(database: Database, folder = MIGRATIONS): Promise<string[]> {
  // The engine takes half a second and 40 MB.
  if (await isAsInFolder(database, folder)) return [];
  return database.withAdvisoryLock(MIGRATION_LOCK, () =>
    withEngine(database.migrationAdapter, schemaFiles(SCHEMA), async (engine) => {
      const migrationsList = listMigrations(folder);
      assertGoodHistory(await diagnose(engine, migrationsList));
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

export async function isMigrated(db: Db): Promise<boolean> {
  const applied = await db.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const names = new Set(applied.map((row) => row.migration_name));
  return migrationNames(MIGRATIONS).every((name) => names.has(name));
}

/** Whether every migration of the folder is applied as it is there, and no other. */
async function isAsInFolder(database: Database, folder: string): Promise<boolean> {
  const [found] = (
    await database.execute(`SELECT to_regclass('_prisma_migrations') AS history`, [])
  ).rows as [{ history: string | null }];
  if (found.history === null) return false;
  const { rows } = await database.execute(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AND rolled_back_at IS NULL AS done
     FROM _prisma_migrations ORDER BY migration_name COLLATE "C"`,
    [],
  );
  const wanted = migrationChecksums(folder).map((one) => ({ ...one, done: true }));
  return isDeepStrictEqual(
    rows.map((row) => ({ ...row })),
    wanted,
  );
}

/** The SQL from the migrations to the schema; null for none. */
export async function schemaDifference(
  folder = MIGRATIONS,
  schemaFolder = SCHEMA,
): Promise<string | null> {
  const { openEmbedded } = await import('./embedded.js');
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

export async function emptyDatabase(database: Database): Promise<void> {
  await database.withAdvisoryLock(MIGRATION_LOCK, async () => {
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

function assertGoodHistory(found: DiagnoseMigrationHistoryOutput): void {
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
        'It belongs to a newer version of the app.',
    );
  }
}
