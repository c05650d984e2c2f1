import type { RequestListener } from 'node:http';
import { pino } from 'pino';
import request, { type Response, type Test } from 'supertest';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { createApp, type AppDeps, type Live } from '../../../src/app.js';
import type { DueWork } from '../../../src/modules.js';
import { loadConfig, type Config } from '../../../src/config.js';
import { acceptWithoutCharging } from '../../../src/modules/subscriptions/index.js';
import type { Database, Db } from '../../../src/platform/database/client.js';
import type { StreamLimits } from '../../../src/platform/http/sse/streams.js';
import type { HttpApp } from '../../../src/platform/http/server/http-app.js';
import type { Logger } from '../../../src/platform/http/middleware/logging.js';
import { createJobs } from '../../../src/platform/jobs/jobs.js';
import { isMigrated } from '../../../src/platform/database/migrate.js';
import { FixedClock } from './clock.js';
import { createContract, type OpenApiDocument } from './contract.js';
import { openTestDatabase } from '../database/database.js';

/** Where every test's time begins: a Monday noon in Seoul. */
export const NOW = '2026-11-23T03:00:00.000Z';

export interface TestApp {
  app: HttpApp;
  /** The app behind its kept answers. */
  listener: RequestListener;
  db: Db;
  database: Database;
  clock: FixedClock;
  config: Config;
  dueWork: DueWork;
  /** Started: changes reach the open streams. */
  live: Live;
  /** How many answers were checked against the OpenAPI document. */
  checked(): number;
  /** Sends a request; the answer is checked against the OpenAPI document. */
  send(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string): Test;
}

interface Options {
  open?: () => Promise<Database>;
  config?: Partial<Config>;
  logger?: Logger;
  draining?: () => boolean;
  streamLimits?: Partial<StreamLimits>;
  subscribers?: AppDeps['subscribers'];
  monotonicNow?: () => number;
}

/** Builds an app over a fresh database and takes both away. */
export async function buildTestApp(options: Options = {}): Promise<TestApp> {
  const database = await (options.open ?? openTestDatabase)();
  const clock = new FixedClock(new Date(NOW));
  const config: Config = {
    ...loadConfig({
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      AUTH_ATTEMPTS_PER_MINUTE: '100000',
      OVERLOAD_ANSWER_MS: '60000',
      AUTH_FAILURES_PER_ACCOUNT: '100000',
      OPEN_REQUESTS_PER_DINER: '1000',
      OPEN_REQUESTS_AT_ONE_TIME: '1000',
      // Tests write to the database past the app.
      RESPONSE_CACHE_MB: '0',
    }),
    ...options.config,
  };
  const logger = options.logger ?? pino({ level: 'silent' });
  const { app, listener, dueWork, live } = createApp({
    config,
    db: database.prisma,
    clock,
    jobs: createJobs(database, logger).queue,
    logger,
    payments: acceptWithoutCharging,
    replica: database.replica,
    readiness: {
      draining: options.draining ?? (() => false),
      databaseReady: () => isMigrated(database.prisma),
    },
    ...(options.streamLimits ? { streamLimits: options.streamLimits } : {}),
    ...(options.subscribers ? { subscribers: options.subscribers } : {}),
    ...(options.monotonicNow ? { monotonicNow: options.monotonicNow } : {}),
  });
  await live.start(database);
  const send: TestApp['send'] = (method, path) => request(app)[method](path);
  return {
    app,
    listener,
    db: database.prisma,
    database,
    clock,
    config,
    dueWork,
    live,
    send,
    checked: () => 0,
  };
}

/** An app for a whole test file, at `NOW` again before each test; empty unless a test fills it. */
export function useTestApp(options: Options = {}): TestApp {
  const shared = {} as TestApp;
  const violations: string[] = [];
  beforeAll(async () => {
    const built = await buildTestApp(options);
    const document = (await request(built.app).get('/openapi.json')).body as OpenApiDocument;
    const violationOf = createContract(document);
    let checked = 0;
    const check = (response: Response) => {
      checked += 1;
      const { method, url } = response.request as unknown as { method: string; url: string };
      const found = violationOf(method, new URL(url).pathname, response);
      if (found !== null) violations.push(found);
    };
    Object.assign(shared, built, {
      checked: () => checked,
      send: (method: 'get', path: string) => built.send(method, path).on('response', check),
    });
  });
  afterEach(() => {
    const found = violations.splice(0);
    shared.clock.set(NOW);
    expect(found).toEqual([]);
  });
  afterAll(() => (shared as Partial<TestApp>).database?.close());
  return shared;
}
