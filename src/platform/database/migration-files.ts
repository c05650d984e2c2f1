import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';

export function listMigrations(folder: string): MigrationList {
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

export function migrationNames(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** As Prisma's engine stores them. */
export function migrationChecksums(folder: string): { name: string; checksum: string }[] {
  return migrationNames(folder).map((name) => {
    const script = readFileSync(join(folder, name, 'migration.sql'));
    return { name, checksum: createHash('sha256').update(script).digest('hex') };
  });
}

export function schemaFiles(folder: string) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(join(folder, name), 'utf8') }));
}
