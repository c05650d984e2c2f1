import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
  appendFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/platform/database/client.js';
import {
  emptyDatabase,
  isMigrated,
  migrate,
  MigrationError,
  migrationStatus,
  schemaDifference,
} from '../../../src/platform/database/migrate.js';
import { packageRoot } from '../../../src/platform/paths.js';
import { createPostgresDatabase, openTestDatabase } from '../../support/database/database.js';

const scratch = mkdtempSync(join(tmpdir(), 'coocook-migrate-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});
const MIGRATIONS = join(packageRoot(), 'prisma', 'migrations');
const NAMES = readdirSync(MIGRATIONS).filter((name) => /^\d/.test(name));

function copyOfMigrations(name: string): string {
  const folder = join(scratch, name);
  cpSync(MIGRATIONS, folder, { recursive: true });
  return folder;
}
function add(folder: string, name: string, sql: string): string {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'migration.sql'), sql);
  return folder;
}
async function openPostgres() {
  const { url, drop } = await createPostgresDatabase();
  const open = () =>
    openDatabase({ url, poolSize: 2, connectTimeoutMs: 60_000, queryTimeoutMs: 60_000 });
  return { open, drop };
}

describe('the migration history', () => {
  it('says what the schema says', async () => {
    expect(await schemaDifference()).toBeNull();
  });

  it('is told from a schema that has gone on', async () => {
    const schema = join(scratch, 'schema');
    cpSync(join(packageRoot(), 'prisma', 'schema'), schema, { recursive: true });
    appendFileSync(join(schema, 'chefs.prisma'), '\nmodel Planted {\n  id Int @id\n}\n');
    expect(await schemaDifference(undefined, schema)).toContain('CREATE TABLE "Planted"');
  });
});

describe('migrating', () => {
  it('is done once, when two processes start at once on PostgreSQL', async () => {
    const { open, drop } = await openPostgres();
    const [a, b] = await Promise.all([open(), open()]);
    const applied = await Promise.all([migrate(a), migrate(b)]);
    expect(applied.flat()).toEqual(NAMES);
    expect(await isMigrated(a.prisma)).toBe(true);
    expect(await migrate(a)).toEqual([]);
    await Promise.all([a.close(), b.close()]);
    await drop();
  });

  it('applies what is new, on either database', async () => {
    const { open, drop } = await openPostgres();
    for (const database of [await open(), await openTestDatabase()]) {
      await migrate(database);
      const folder = copyOfMigrations(`new-${database.kind}-${Math.random()}`);
      add(folder, '29990101000000_more', 'CREATE TABLE more (id int);');
      expect(await migrationStatus(database, folder)).toEqual({
        pending: ['29990101000000_more'],
        failed: [],
        edited: [],
      });
      expect(await migrate(database, folder)).toEqual(['29990101000000_more']);
      await emptyDatabase(database);
      expect((await migrationStatus(database)).pending).toEqual(NAMES);
      await database.close();
    }
    await drop();
  });

  it('refuses a history that was edited, and one that is newer than the code', async () => {
    const database = await openTestDatabase();
    const edited = copyOfMigrations('edited');
    appendFileSync(join(edited, '20261121000000_initial', 'migration.sql'), '\n-- changed\n');
    await expect(migrate(database, edited)).rejects.toThrow(/was edited/);
    const newer = add(copyOfMigrations('newer'), '29990101000000_more', 'SELECT 1;');
    await migrate(database, newer);
    await expect(migrate(database)).rejects.toThrow(MigrationError);
    await expect(migrate(database)).rejects.toThrow(/newer version/);
    await database.close();
  });

  it('leaves nothing half done, says what failed and refuses to go on', async () => {
    const { open, drop } = await openPostgres();
    for (const database of [await open(), await openTestDatabase()]) {
      await migrate(database);
      const folder = copyOfMigrations(`failing-${database.kind}-${Math.random()}`);
      add(
        folder,
        '29990101000000_bad',
        'CREATE TABLE half (id int);\nSELECT nothing_of_the_kind();',
      );
      await expect(migrate(database, folder)).rejects.toThrow(/nothing_of_the_kind/);
      await expect(migrate(database, folder)).rejects.toThrow(/failed half-way/);
      const [table] = await database.prisma.$queryRaw<{ found: string | null }[]>`
        SELECT to_regclass('half')::text AS found`;
      expect(table?.found).toBeNull();
      await database.close();
    }
    await drop();
  });
});
