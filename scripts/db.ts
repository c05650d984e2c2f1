import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seed } from '../prisma/seed.js';
import { loadConfig } from '../src/config.js';
import { systemClock } from '../src/platform/clock.js';
import { openDatabase, type Database } from '../src/platform/db.js';
import { installJobs } from '../src/platform/jobs.js';
import {
  emptyDatabase,
  migrate,
  migrationStatus,
  schemaDifference,
} from '../src/platform/migrate.js';
import { packageRoot } from '../src/platform/paths.js';

const config = loadConfig();
const say = (text: string) => process.stdout.write(`${text}\n`);

const commands: Record<string, (name?: string) => Promise<void>> = {
  migrate: () => withDatabase(applyAll),
  status: () => withDatabase(status),
  async seed() {
    refuseInProduction('seed');
    await withDatabase(async (database) => {
      await applyAll(database);
      await seed(database.prisma, systemClock.now());
      say('The demo data is there.');
    });
  },
  async reset() {
    refuseInProduction('reset');
    await withDatabase(async (database) => {
      await emptyDatabase(database);
      await applyAll(database);
      await seed(database.prisma, systemClock.now());
      say('The database is as new, with the demo data.');
    });
  },
  new: writeMigration,
};

const [command = '', name] = process.argv.slice(2);
try {
  const run = commands[command];
  if (run === undefined) throw new Error(`Say one of: ${Object.keys(commands).join(', ')}.`);
  await run(name);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function applyAll(database: Database): Promise<void> {
  const applied = await migrate(database);
  await installJobs(database);
  say(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'Nothing to apply.');
}

async function status(database: Database): Promise<void> {
  const found = await migrationStatus(database);
  for (const [state, names] of Object.entries(found) as [string, string[]][]) {
    say(`${state}: ${names.join(', ') || 'none'}`);
  }
  if (Object.values(found).flat().length > 0) process.exitCode = 1;
}

/** Writes a migration from the difference between the history and prisma/schema. */
async function writeMigration(wanted?: string): Promise<void> {
  if (wanted === undefined || !/^[a-z][a-z0-9_]*$/.test(wanted)) {
    throw new Error('Name the migration in snake_case: npm run db:new add_menus');
  }
  const sql = await schemaDifference();
  if (sql === null) {
    say('The history and the schema agree: nothing to write.');
    return;
  }
  const stamp = systemClock.now().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(packageRoot(), 'prisma', 'migrations', `${stamp}_${wanted}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), sql);
  say(`Written: ${folder}/migration.sql. Read it before you apply it.`);
}

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase({
    url: config.databaseUrl,
    poolSize: 2,
    connectTimeoutMs: config.databaseConnectTimeoutMs,
    queryTimeoutMs: config.databaseQueryTimeoutMs,
  });
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

function refuseInProduction(what: string): void {
  if (config.production) throw new Error(`In production there is no ${what}: it would lose data.`);
}
