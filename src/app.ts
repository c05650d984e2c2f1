import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import cookieParser from 'cookie-parser';
import { apiDocument, NAME, PROBLEM_TYPE } from './api-document.js';
import type { Config } from './config.js';
import { createModules, type DueWork, type Modules, type ModulesDeps } from './modules.js';
import type { Database } from './platform/database/client.js';
import { isDatabaseUnavailable } from './platform/database/errors.js';
import type { Replica } from './platform/database/postgres/replica.js';
import { openToEveryone, type AccessControl } from './platform/http/auth/access.js';
import { createAuthenticate } from './platform/http/auth/authenticate.js';
import { createCookies, type Cookies } from './platform/http/auth/cookies.js';
import { guardedRouter, only } from './platform/http/auth/guarded-router.js';
import { limitPerMinute } from './platform/http/auth/rate-limit.js';
import { compressReplies } from './platform/http/middleware/compression.js';
import { refuseCrossOrigin } from './platform/http/middleware/cross-origin.js';
import { answerFailures, unknownAddress } from './platform/http/middleware/failures.js';
import { requestLogging, type Logger } from './platform/http/middleware/logging.js';
import { allowOrigins, securityHeaders } from './platform/http/middleware/security.js';
import { limitStorage } from './platform/http/middleware/storage.js';
import { docsRouter } from './platform/http/openapi/docs.js';
import { createListener } from './platform/http/response-cache/listener.js';
import { createSharedAnswers } from './platform/http/response-cache/shared-answers.js';
import { apiRouter } from './platform/http/routes/api-router.js';
import { createFormKeeper } from './platform/http/routes/form-keeper.js';
import { pageRouter } from './platform/http/routes/page-router.js';
import { healthRouter, type Readiness } from './platform/http/server/health.js';
import { createHttpApp, type HttpApp } from './platform/http/server/http-app.js';
import { securityText } from './platform/http/server/security-text.js';
import { streamRouter } from './platform/http/sse/stream-route.js';
import { createStreams, type StreamLimits } from './platform/http/sse/streams.js';
import { serviceWorker } from './platform/http/views/offline.js';
import { languagePage, themePage } from './platform/http/views/preferences.pages.js';
import { staticFiles } from './platform/http/views/static-files.js';
import { styleguidePage } from './platform/http/views/styleguide.js';
import { createStylesheet, STYLESHEET, type Stylesheet } from './platform/http/views/stylesheet.js';
import { createRenderer } from './platform/http/views/views.js';
import { createKeptForms } from './platform/kept-forms/kept-forms.service.js';
import { createIdempotency } from './platform/idempotency/idempotency.service.js';
import { createLimits } from './platform/limits/limits.service.js';
import { packageRoot } from './platform/paths.js';

export interface AppDeps extends Omit<ModulesDeps, 'limits'> {
  config: Config;
  logger: Logger;
  readiness: Readiness;
  streamLimits?: Partial<StreamLimits>;
  replica?: Replica | null;
  /** Milliseconds of a clock that never goes back; the process's own by default. */
  monotonicNow?: () => number;
}

/** Sends changes to open pages. */
export interface Live {
  /** @throws when the database does not answer */
  start(database: Pick<Database, 'listen'>): Promise<void>;
  /** Ends the open streams and refuses new ones. */
  end(): void;
}

const PUBLIC_FOLDER = join(packageRoot(), 'public');

interface App {
  app: HttpApp;
  /** The app behind its kept answers, while it is not overloaded. */
  listener: RequestListener;
  dueWork: DueWork;
  live: Live;
}

export function createApp(deps: AppDeps): App {
  const { config, db, clock } = deps;
  const limits = createLimits({ db, clock });
  const modules = createModules({ ...deps, limits });
  const idempotency = createIdempotency({ db, clock });
  const cookies = createCookies(config.production);
  const accessControl: AccessControl = {
    limitAttempts: limitPerMinute(limits, config.authAttemptsPerMinute),
    authenticate: createAuthenticate(modules.auth, cookies),
    isSignedIn: modules.auth.isSignedIn,
  };
  const streams = createStreams(clock, accessControl.isSignedIn, deps.streamLimits);
  const maxBytes = config.responseCacheBytes;
  const sharedAnswers = createSharedAnswers({ ...deps, maxBytes });

  const app = createHttpApp(config.trustProxyHops);
  const stylesheet = createStylesheet(PUBLIC_FOLDER, { cache: !config.development });
  const renderer = createAppRenderer(config, modules, cookies, stylesheet.address);
  const styleguide = config.development ? [styleguidePage] : [];
  const pages = [...modules.pages, themePage, languagePage, ...styleguide];
  const keptForms = createKeptForms({ db, clock });
  const formKeeper = createFormKeeper(pages, { keptForms, cookies, limits });
  const routing = {
    accessControl,
    cookies,
    idempotent: idempotency.idempotent,
    renderer,
    formKeeper,
    sharedAnswers,
    publicUrl: config.publicUrl,
  };

  app.use(requestLogging(deps.logger), securityHeaders(config.production), limitStorage);
  app.use(healthRouter(deps.readiness, sharedAnswers.isReplicaInUse));
  app.use(compressReplies);
  app.use('/api', allowOrigins(config.corsOrigins));
  app.use(cookieParser(), refuseCrossOrigin(config.corsOrigins));
  app.use(only('/api/', apiRouter(modules.api, routing)));
  app.use('/api', unknownAddress);
  app.use(streamRouter(modules.streams.routes, accessControl, streams));
  // After the API, so that its requests search for no file.
  app.use(securityText(config, clock));
  useFiles(app, apiDocument(modules.api, config.publicUrl), stylesheet);
  app.use(pageRouter(pages, routing));
  app.use(unknownAddress);
  app.use(
    answerFailures({
      ...routing,
      logger: deps.logger,
      problemType: PROBLEM_TYPE,
      signInPath: '/sign-in',
      redirects: modules.redirects,
      isUnavailable: isDatabaseUnavailable,
    }),
  );

  const sweeps = {
    ...modules.dueWork.sweeps,
    'idempotent answers forgotten': idempotency.forgetOld,
    'kept forms forgotten': keptForms.forgetOld,
    'limits and known places forgotten': limits.forgetOld,
  };
  return {
    app,
    listener: createListener(app, sharedAnswers, {
      logger: deps.logger,
      answerMs: config.overloadAnswerMs,
      problemType: PROBLEM_TYPE,
      busyPage: join(PUBLIC_FOLDER, 'busy.html'),
    }),
    live: {
      async start(database) {
        await database.listen(modules.streams.channel, streams.onNotify, streams.refreshAll);
        await sharedAnswers.hear(database);
      },
      end: streams.close,
    },
    dueWork: { ...modules.dueWork, sweeps },
  };
}

function createAppRenderer(
  config: Config,
  modules: Modules,
  cookies: Cookies,
  stylesheet: () => string,
) {
  return createRenderer({
    viewsFolder: join(packageRoot(), 'views'),
    publicFolder: PUBLIC_FOLDER,
    stylesheet,
    localesFolder: join(packageRoot(), 'locales'),
    cookies,
    cache: !config.development,
    moduleHelpers: modules.viewHelpers,
    pageLocals: modules.pageLocals,
  });
}

function useFiles(app: HttpApp, openApi: object, stylesheet: Stylesheet): void {
  const made = guardedRouter();
  made.get('/sw.js', openToEveryone, serviceWorker(PUBLIC_FOLDER));
  made.get(STYLESHEET, openToEveryone, stylesheet.serve);
  app.use(made.middleware, staticFiles(PUBLIC_FOLDER), docsRouter(openApi, NAME));
}
