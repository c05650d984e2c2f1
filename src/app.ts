import { join } from 'node:path';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import express, { type Express } from 'express';
import type { Config } from './config.js';
import { createAuth } from './modules/auth/index.js';
import { createBookedTimes, createBookings } from './modules/bookings/index.js';
import { createChefs } from './modules/chefs/index.js';
import { createSubscriptions, type Payments } from './modules/subscriptions/index.js';
import type { Clock } from './platform/clock.js';
import type { Database, Db } from './platform/db.js';
import { isDatabaseUnavailable } from './platform/db-errors.js';
import type { Gatekeeper } from './platform/http/access.js';
import { apiRouter } from './platform/http/api-route.js';
import { createCookies } from './platform/http/cookies.js';
import { refuseCrossOrigin } from './platform/http/cross-origin.js';
import { docsRouter } from './platform/http/docs.js';
import { answerFailures, unknownAddress } from './platform/http/failures.js';
import { healthRouter, type Readiness } from './platform/http/health.js';
import { createIdentify } from './platform/http/identify.js';
import { languagePage } from './platform/http/language.js';
import { requestLogging, type Logger } from './platform/http/logging.js';
import { openApiDocument } from './platform/http/openapi.js';
import { serviceWorker } from './platform/http/offline.js';
import { pageRouter } from './platform/http/page-route.js';
import { limitPerMinute } from './platform/http/rate-limit.js';
import { streamRouter } from './platform/http/stream-route.js';
import { createStreams, type StreamLimits } from './platform/http/streams.js';
import { allowOrigins, securityHeaders } from './platform/http/security.js';
import { styleguidePage } from './platform/http/styleguide.js';
import { themePage } from './platform/http/theme.js';
import { staticFiles, useViews } from './platform/http/views.js';
import { createIdempotency } from './platform/idempotency.service.js';
import type { JobHandler, JobQueue, Sweep } from './platform/jobs.js';
import { packageRoot } from './platform/paths.js';

export interface AppDeps {
  config: Config;
  db: Db;
  clock: Clock;
  jobs: JobQueue;
  logger: Logger;
  payments: Payments;
  readiness: Readiness;
  /** Other limits of the streams than the usual ones. */
  streamLimits?: Partial<StreamLimits>;
}

/** Work that is due by the clock, not by a request; safe to run in several processes at once. */
export interface DueWork {
  /** What is done at the time it was asked for. */
  handlers: Record<string, JobHandler>;
  /** What looks once a minute for anything due. */
  sweeps: Record<string, Sweep>;
}

/** The streams by which open pages learn of changes. */
export interface Live {
  /** Begins to hear of changes, in whichever process they are made. @throws when the database is away */
  start(database: Pick<Database, 'listen'>): Promise<void>;
  /** Ends the open streams, and opens no others. */
  end(): void;
}

const BODY_LIMIT = '100kb';

/** Puts the house together: modules in the order of their dependencies, middleware in order, errors last. */
export function createApp(deps: AppDeps): { app: Express; dueWork: DueWork; live: Live } {
  const { config, db, clock, jobs, logger, payments, readiness } = deps;
  const { jwtSecret, demoMode } = config;
  const auth = createAuth({ db, clock, jwtSecret, demoMode });
  const subscriptions = createSubscriptions({ db, clock, payments });
  const chefs = createChefs({ db, clock, bookedTimes: createBookedTimes(db) });
  const bookings = createBookings({
    db,
    clock,
    jobs,
    auth: auth.service,
    chefs: chefs.service,
    availability: chefs.availability,
    schedules: chefs.schedules,
    subscriptions: subscriptions.service,
  });
  const idempotency = createIdempotency({ db, clock });
  const modules = [auth, chefs, bookings, subscriptions];

  const cookies = createCookies(config.production);
  const gatekeeper: Gatekeeper = {
    limitAttempts: limitPerMinute(config.authAttemptsPerMinute),
    identify: createIdentify(auth.service, cookies),
    isSignedIn: auth.service.isSignedIn,
    requireSubscription: subscriptions.service.requireActive,
  };
  const streams = createStreams(clock, gatekeeper.isSignedIn, deps.streamLimits);
  const apiRoutes = modules.flatMap((module) => module.api);
  const document = openApiDocument(apiRoutes, { title: 'CooCook', version: '1.0.0' });
  const publicFolder = join(packageRoot(), 'public');

  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxyHops);
  app.use(requestLogging(logger));
  app.use(securityHeaders(config.production));
  app.use(healthRouter(readiness));
  app.use(compression());
  app.use(
    useViews(app, {
      viewsFolder: join(packageRoot(), 'views'),
      publicFolder,
      localesFolder: join(packageRoot(), 'locales'),
      cookies,
      cache: config.production,
      pageLocals: async (viewer, path) => {
        const chefId = viewer && (await chefs.service.idOfUser(viewer.id));
        const isWorkplace = chefId !== null && path.startsWith('/chef/');
        return {
          viewer: viewer && { ...viewer, chef_id: chefId },
          waitingRequests: isWorkplace ? await bookings.service.waitingOf(chefId) : 0,
          demoMode,
        };
      },
    }),
  );
  app.get('/sw.js', serviceWorker(publicFolder));
  app.use(staticFiles(publicFolder));
  app.use(docsRouter(document, 'CooCook'));
  app.use('/api', allowOrigins(config.corsOrigins));
  app.use(cookieParser());
  app.use(refuseCrossOrigin(config.corsOrigins));
  app.use('/api', express.json({ limit: BODY_LIMIT }));
  app.use(express.urlencoded({ extended: false, limit: BODY_LIMIT }));
  app.use(apiRouter(apiRoutes, gatekeeper, idempotency.once));
  app.use(streamRouter(bookings.streams.routes, gatekeeper, streams));
  app.use(
    pageRouter(
      [
        ...modules.flatMap((module) => module.pages),
        themePage,
        languagePage,
        ...(config.development ? [styleguidePage] : []),
      ],
      gatekeeper,
      cookies,
      idempotency.once,
    ),
  );
  app.use(unknownAddress);
  app.use(
    answerFailures({
      logger,
      signInPath: '/sign-in',
      redirects: { 'subscription-required': '/subscribe' },
      gatekeeper,
      isUnavailable: isDatabaseUnavailable,
    }),
  );

  return {
    app,
    live: {
      async start(database) {
        await database.listen(bookings.streams.channel, streams.tell, streams.lookAgain);
      },
      end: streams.close,
    },
    dueWork: {
      handlers: bookings.jobs,
      sweeps: {
        'requests expired': bookings.service.expireOverdue,
        'meals completed': bookings.service.completeFinished,
        'subscriptions settled': subscriptions.service.settleDue,
        'idempotent answers forgotten': idempotency.forgetOld,
      },
    },
  };
}
