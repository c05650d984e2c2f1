import type { Request, RequestHandler, Response } from 'express';
import { malformed } from '../../errors.js';
import type { Viewer } from '../../viewer.js';
import { currentViewer, guardsFor } from '../auth/access.js';
import type { Cookies } from '../auth/cookies.js';
import { guardedRouter } from '../auth/guarded-router.js';
import { formBody } from '../input/body.js';
import { takeUpload } from '../input/upload.js';
import { isIdempotent } from './api-route.js';
import type { ApiRouterDeps } from './api-router.js';
import type { FormKeeper } from './form-keeper.js';
import { formRequest } from './form-key.js';
import type { PageInput, PageRoute } from './page-route.js';
import { sendReply, type Renderer } from './send-reply.js';

export interface PageRouterDeps extends ApiRouterDeps {
  cookies: Cookies;
  renderer: Renderer;
  formKeeper: FormKeeper;
  /** Where people reach the app; null for whatever the request names. */
  publicUrl: string | null;
}

export function pageRouter(routes: PageRoute[], deps: PageRouterDeps): RequestHandler {
  const { accessControl, cookies, formKeeper, idempotent, renderer, sharedAnswers, publicUrl } =
    deps;
  const router = guardedRouter({ caseSensitive: true });
  const shownAt = nearestPage(routes);
  for (const route of routes) {
    const isPost = route.method === 'post';
    const nameRoute: RequestHandler = (req, res, next) => {
      res.locals.route = route.path;
      if (isPost) res.locals.shownAt = shownAt(req.path);
      res.locals.keepsForm = isPost && route.keepsForm === true;
      next();
    };
    const lookUpViewer: RequestHandler = async (req, res, next) => {
      if (route.isPublicFile) res.locals.viewer = null;
      else await currentViewer(accessControl, req, res);
      next();
    };
    router.add(route.method, route.path, {
      before: [
        nameRoute,
        ...(route.cacheTopics ? [sharedAnswers.handler(route.cacheTopics)] : []),
        ...(isPost ? formBody({ withFile: route.upload !== undefined }) : []),
        lookUpViewer,
      ],
      guards: guardsFor(route, accessControl),
      after: route.upload ? [takeUpload(route.upload)] : [],
      async handle(req: Request, res: Response) {
        const kept = route.keepsForm ? await formKeeper.find(req, res) : null;
        const input = { ...inputOf(req, res, { cookies, publicUrl }), kept };
        const takesKey = isIdempotent(route) && route.upload === undefined;
        const request = takesKey ? formRequest(req, input) : null;
        const reply = request
          ? (await idempotent(request, async () => route.handle(input))).answer
          : await route.handle(input);
        if ('location' in reply && reply.carriesForm) {
          reply.location = (await formKeeper.keep(req, res, reply.location)) ?? reply.location;
        }
        sendReply(res, reply, { cookies, renderer, isPublic: route.isPublicFile === true });
      },
    });
  }
  return router.middleware;
}

function inputOf(
  req: Request,
  res: Response,
  { cookies, publicUrl }: Pick<PageRouterDeps, 'cookies' | 'publicUrl'>,
): Omit<PageInput, 'kept'> {
  return {
    viewer: res.locals.viewer as Viewer,
    params: req.params as Record<string, string>,
    query: req.query,
    body: req.body as unknown,
    refreshToken: cookies.refreshToken(req),
    upload: req.file && req.file.size > 0 ? req.file.buffer : null,
    address: req.ip ?? '',
    get origin() {
      return publicUrl ?? requestedOrigin(req);
    },
  };
}

/** @throws malformed for what is no origin */
function requestedOrigin(req: Request): string {
  const origin = `${req.protocol}://${req.host}`;
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) throw malformed();
  return origin;
}

/** The page of a form: the longest prefix of its path that has a GET. */
function nearestPage(routes: PageRoute[]): (path: string) => string {
  const shown = routes
    .filter(({ method }) => method === 'get')
    .map(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`));
  return (path) => {
    let here = path;
    while (here !== '' && !shown.some((page) => page.test(here))) {
      here = here.slice(0, here.lastIndexOf('/'));
    }
    return here === '' ? '/' : here;
  };
}
