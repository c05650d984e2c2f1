import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { seedMany } from '../prisma/seed-many.js';
import { seed } from '../prisma/seed.js';
import { loadConfig } from '../src/config.js';
import { backUp, backupName, keepNewest, restore } from '../src/platform/backup/backup.js';
import { systemClock } from '../src/platform/clock.js';
import { openDatabase, type Database } from '../src/platform/database/client.js';
import { installJobs } from '../src/platform/jobs/install.js';
import { emptyDatabase, migrate, migrationStatus } from '../src/platform/database/migrate.js';
import { HOUR_MS } from '../src/platform/time/units.js';

const config = loadConfig();
const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    chefs: { type: 'string' },
    bookings: { type: 'string' },
    file: { type: 'string' },
    keep: { type: 'string' },
    from: { type: 'string' },
  },
});
/** Millions of rows take many minutes. */
const SEEDING_TIMEOUT_MS = 6 * HOUR_MS;
const say = (text: string) => process.stdout.write(`${text}\n`);

const commands: Record<string, () => Promise<void>> = {
  migrate: () => withDatabase(applyAll),
  status: () => withDatabase(status),
  backup: backUpHere,
  restore: restoreHere,
  copy: copyHere,
  async seed() {
    refuseInProduction('seed');
    await withDatabase(async (database) => {
      await applyAll(database);
      await seed(database.prisma, systemClock.now());
      say('The demo data is there.');
      if (given.chefs !== undefined) await addMany(database);
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
};

async function backUpHere(): Promise<void> {
  const now = systemClock.now();
  const file = given.file ?? join('backups', backupName('coocook', now));
  const keep = given.keep === undefined ? null : Math.max(1, wholeNumber('keep', given.keep));
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await withDatabase((database) => backUp(database, file, now));
  say(`Backed up to ${file}.`);
  for (const old of keep === null ? [] : await keepNewest(file, keep)) say(`Deleted ${old}.`);
}

async function restoreHere(): Promise<void> {
  const { file } = given;
  if (file === undefined) throw new Error('Say which backup: --file FILE.');
  await withDatabase((database) => restore(database, file));
  say('Restored.');
}

/** By way of a file, so that neither database waits for the other. */
async function copyHere(): Promise<void> {
  const { from } = given;
  if (from === undefined) throw new Error('Say which database: --from pglite:FOLDER.');
  const folder = await mkdtemp(join(tmpdir(), 'coocook-copy-'));
  const file = join(folder, 'all.backup.gz');
  try {
    const source = await openDatabase({
      ...config.database,
      url: from,
      directUrl: null,
      poolSize: 2,
    });
    await backUp(source, file, systemClock.now()).finally(() => source.close());
    await withDatabase((database) => restore(database, file));
    say('Copied.');
  } finally {
    await rm(folder, { recursive: true });
  }
}

const [command = ''] = positionals;
try {
  const run = commands[command];
  if (run === undefined) throw new Error(`Say one of: ${Object.keys(commands).join(', ')}.`);
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function applyAll(database: Database): Promise<void> {
  const applied = await migrate(database);
  await installJobs(database);
  say(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'Nothing to apply.');
}

async function addMany(database: Database): Promise<void> {
  const numbers = {
    chefs: wholeNumber('chefs', given.chefs),
    bookings: wholeNumber('bookings', given.bookings ?? '0'),
  };
  const added = await seedMany(database, numbers, systemClock.now());
  say(
    added ? 'Many chefs are there, too.' : 'Many chefs are there already: they stay as they are.',
  );
}

function wholeNumber(name: string, text = ''): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new RangeError(`--${name} must be a whole number, not ${text}.`);
}

async function status(database: Database): Promise<void> {
  const found = await migrationStatus(database);
  for (const [state, names] of Object.entries(found) as [string, string[]][]) {
    say(`${state}: ${names.join(', ') || 'none'}`);
  }
  if (Object.values(found).flat().length > 0) process.exitCode = 1;
}

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase({
    ...config.database,
    poolSize: 2,
    ...(given.chefs === undefined ? {} : { queryTimeoutMs: SEEDING_TIMEOUT_MS }),
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
