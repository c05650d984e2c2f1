import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../src/platform/clock.js';
import { schemaDifference } from '../src/platform/database/migrate.js';
import { packageRoot } from '../src/platform/paths.js';

// Writes a migration from the difference between the history and prisma/schema. It runs from the
// sources, without the generated client: a new column is needed before the code that uses it compiles.
const [name = ''] = process.argv.slice(2);
try {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error('Name the migration in snake_case: npm run db:new add_menus');
  }
  const sql = await schemaDifference();
  process.stdout.write(sql === null ? 'Nothing to write: no difference.\n' : written(sql));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function written(sql: string): string {
  const stamp = systemClock.now().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(packageRoot(), 'prisma', 'migrations', `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), sql);
  return `Written: ${folder}/migration.sql. Read it before you apply it.\n`;
}
