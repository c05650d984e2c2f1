import { setTimeout as pause } from 'node:timers/promises';
import { seed } from '../prisma/seed.js';
import { createApp } from './app.js';
import { ConfigError, loadConfig, type Config } from './config.js';
import { acceptWithoutCharging } from './modules/subscriptions/index.js';
import { systemClock } from './platform/clock.js';
import { openDatabase, type Database } from './platform/db.js';
import { isDatabaseUnavailable } from './platform/db-errors.js';
import { FolderInUseError } from './platform/folder-lock.js';
import { drain, listen } from './platform/http/listen.js';
import { createLogger, type Logger } from './platform/http/logging.js';
import { createJobs, installJobs } from './platform/jobs.js';
import { isMigrated, migrate, MigrationError } from './platform/migrate.js';

/** How long accepted requests may take to finish after SIGTERM. */
const DRAIN_MS = 8000;
/** How long probes can see that this process is leaving before it stops listening. */
const LEAVING_MS = 500;

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config.logLevel);
  const database = await openDatabase({
    url: config.databaseUrl,
    poolSize: config.databasePoolSize,
    connectTimeoutMs: config.databaseConnectTimeoutMs,
    queryTimeoutMs: config.databaseQueryTimeoutMs,
  });
  await prepare(database, config, logger);

  const jobs = createJobs(database, logger);
  let draining = false;
  const { app, dueWork, live } = createApp({
    config,
    db: database.prisma,
    clock: systemClock,
    jobs: jobs.queue,
    logger,
    payments: acceptWithoutCharging,
    readiness: {
      draining: () => draining,
      databaseReady: () => isMigrated(database.prisma),
    },
  });
  await live.start(database);
  const { server, url } = await listen(app, config);
  await jobs.start(dueWork.handlers, dueWork.sweeps);

  const stop = async (): Promise<void> => {
    if (draining) return;
    draining = true;
    logger.info('draining');
    live.end();
    await pause(LEAVING_MS);
    await Promise.all([drain(server, DRAIN_MS), jobs.stop()]);
    await database.close();
    logger.info('stopped');
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());

  logger.info({ url }, 'listening');
  if (config.demoMode) {
    process.stdout.write(
      `\nCooCook is ready: ${url}\nSign in at ${url}/sign-in with the demo passkey demo2026.\n\n`,
    );
  }
}

/** Brings the schema up to date; a new embedded database is given the demo data. */
async function prepare(database: Database, config: Config, logger: Logger): Promise<void> {
  const applied = await migrate(database);
  if (applied.length > 0) logger.info({ migrations: applied }, 'migrated');
  await installJobs(database);
  if (database.kind !== 'embedded' || !config.demoMode) return;
  if ((await database.prisma.user.count()) > 0) return;
  await seed(database.prisma, systemClock.now());
  logger.info('demo data seeded');
}

/** A fault that nobody expected: better a fresh process than one in an unknown state. */
function die(error: unknown): never {
  if (isDatabaseUnavailable(error)) {
    console.error('CooCook cannot run: the database of DATABASE_URL does not answer.');
    process.exit(1);
  }
  const told =
    error instanceof ConfigError ||
    error instanceof FolderInUseError ||
    error instanceof MigrationError ||
    (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      ? error.message
      : error;
  console.error('CooCook cannot run.', told);
  process.exit(1);
}

process.on('uncaughtException', die);
process.on('unhandledRejection', die);
await main().catch(die);
