import cluster from 'node:cluster';
import { fileURLToPath } from 'node:url';
import { seed } from '../prisma/seed.js';
import { createApp } from './app.js';
import { ConfigError, loadConfig, type Config } from './config.js';
import { acceptWithoutCharging } from './modules/subscriptions/index.js';
import { systemClock } from './platform/clock.js';
import { openDatabase, type Database } from './platform/database/client.js';
import { isDatabaseUnavailable } from './platform/database/errors.js';
import { FolderInUseError } from './platform/database/folder-lock.js';
import { LONGEST_DRAIN_MS } from './platform/http/server/drain.js';
import { listen } from './platform/http/server/listen.js';
import { createLogger, logFatal, redact, type Logger } from './platform/http/middleware/logging.js';
import { installJobs } from './platform/jobs/install.js';
import { createJobs } from './platform/jobs/jobs.js';
import { isMigrated, migrate, MigrationError } from './platform/database/migrate.js';
import { superviseWorkers } from './platform/processes/supervise.js';

const STOP_MS = LONGEST_DRAIN_MS + 1000;

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config.logLevel);
  const database = await openDatabase(config.database);
  if (cluster.isWorker) {
    await serve(database, config, logger.child({ worker: cluster.worker?.id }));
    return;
  }
  await prepare(database, config, logger);
  if (config.webConcurrency === 1) {
    await serve(database, config, logger);
    return;
  }
  await database.close();
  const program = fileURLToPath(import.meta.url);
  const count = config.webConcurrency;
  process.exit(await superviseWorkers({ program, count, logger, stopMs: STOP_MS }));
}

async function serve(database: Database, config: Config, logger: Logger): Promise<void> {
  const jobs = createJobs(database, logger);
  let draining = false;
  const { app, listener, dueWork, live } = createApp({
    config,
    db: database.prisma,
    clock: systemClock,
    jobs: jobs.queue,
    logger,
    payments: acceptWithoutCharging,
    replica: database.replica,
    readiness: {
      draining: () => draining,
      databaseReady: () => isMigrated(database.prisma),
    },
  });
  await live.start(database);
  await jobs.start(dueWork.handlers, dueWork.sweeps);
  const { url, drain } = await listen(listener, config, app);

  const stop = async (): Promise<void> => {
    if (draining) return;
    draining = true;
    logger.info('draining');
    live.end();
    await Promise.all([drain(), jobs.stop()]);
    await database.close();
    logger.info('stopped');
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());

  logger.info({ url }, 'listening');
  if (config.demoMode && (cluster.worker?.id ?? 1) === 1) {
    process.stdout.write(
      `\nCooCook is ready: ${url}\nSign in at ${url}/sign-in with the demo passkey demo2026.\n\n`,
    );
  }
}

/** Migrates; a new embedded database gets the demo data. */
async function prepare(database: Database, config: Config, logger: Logger): Promise<void> {
  const applied = await migrate(database);
  if (applied.length > 0) logger.info({ migrations: applied }, 'migrated');
  await installJobs(database);
  if (database.kind !== 'embedded' || !config.demoMode) return;
  if ((await database.prisma.user.count()) > 0) return;
  await seed(database.prisma, systemClock.now());
  logger.info('demo data seeded');
}

/** A fresh process is better than one in an unknown state. */
function die(error: unknown): never {
  const cause = sayable(error);
  if (cause === null) logFatal(error, 'uncaught');
  else console.error(`CooCook cannot run${cause}`);
  process.exit(1);
}

/** What an operator can mend; null for a fault of ours. */
function sayable(error: unknown): string | null {
  if (isDatabaseUnavailable(error)) return ': the database of DATABASE_URL does not answer.';
  const isKnown =
    error instanceof ConfigError ||
    error instanceof FolderInUseError ||
    error instanceof MigrationError ||
    (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE');
  return isKnown ? `. ${redact(error.message)}` : null;
}

process.on('uncaughtException', die);
process.on('unhandledRejection', die);
await main().catch(die);
