import { once } from 'node:events';
import { pino } from 'pino';
import { createApp } from '../../src/app.js';
import type { DueWork } from '../../src/modules.js';
import { loadConfig } from '../../src/config.js';
import { embeddedDatabase } from '../../src/platform/database/client.js';
import { openEmbedded } from '../../src/platform/database/embedded.js';
import { listen } from '../../src/platform/http/server/listen.js';
import { installJobs } from '../../src/platform/jobs/install.js';
import { createJobs } from '../../src/platform/jobs/jobs.js';
import { isMigrated, migrate } from '../../src/platform/database/migrate.js';
import { FixedClock } from '../support/app/clock.js';
import { signInAs, type World } from '../support/app/factories.js';

/** When every picture is taken, so that two runs can be compared: a Monday noon in Seoul. */
export const NOW = '2026-11-23T03:00:00.000Z';

/** A site with data of its own, at a time that stands still. */
export interface Stage extends World {
  url: string;
  dueWork: DueWork;
  /** Sends JSON as that user. @throws when it is refused */
  call: (userId: number, method: string, path: string, body?: object) => Promise<unknown>;
  /** The cookie of a signed-in user. */
  accessTokenOf(userId: number): Promise<string>;
  close(): Promise<void>;
}

/** Serves the app over an embedded database in memory, migrated and empty. Its payments always fail. */
export async function openStage(): Promise<Stage> {
  const database = embeddedDatabase(await openEmbedded(null));
  await migrate(database);
  await installJobs(database);
  const clock = new FixedClock(new Date(NOW));
  const config = {
    ...loadConfig({ LOG_LEVEL: 'silent', AUTH_ATTEMPTS_PER_MINUTE: '100000' }),
    port: 0,
  };
  const logger = pino({ level: 'silent' });
  const { app, dueWork, live } = createApp({
    config,
    db: database.prisma,
    clock,
    jobs: createJobs(database, logger).queue,
    logger,
    // How the page of a fault of ours can be seen.
    payments: { charge: () => Promise.reject(new Error('The bank is closed.')) },
    readiness: { draining: () => false, databaseReady: () => isMigrated(database.prisma) },
  });
  await live.start(database);
  const { server, url } = await listen(app, config);
  const world: World = { db: database.prisma, clock, config };
  return {
    ...world,
    url,
    dueWork,
    async accessTokenOf(userId) {
      return (await signInAs(world, userId)).replace('Bearer ', '');
    },
    async call(userId, method, path, body) {
      const response = await fetch(url + path, {
        method,
        headers: {
          Authorization: await signInAs(world, userId),
          'Content-Type': 'application/json',
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
      return response.status === 204 ? null : response.json();
    },
    async close() {
      live.end();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await database.close();
    },
  };
}
