import type { Request, RequestHandler, Response } from 'express';
import { guardsFor, currentViewer, type AccessControl, type signedIn } from '../auth/access.js';
import { guardedRouter } from '../auth/guarded-router.js';
import type { Source } from './stream.js';
import type { Streams } from './streams.js';
import { isDate } from '../../time/instants.js';
import type { Viewer } from '../../viewer.js';

export interface StreamRoute {
  path: string;
  access: typeof signedIn;
  follow(viewer: Viewer): Source;
}

export function streamRoute(route: StreamRoute): StreamRoute {
  return route;
}

export function streamRouter(
  routes: StreamRoute[],
  accessControl: AccessControl,
  streams: Streams,
): RequestHandler {
  const router = guardedRouter({ caseSensitive: true });
  for (const route of routes) {
    const prepare: RequestHandler = async (req, res, next) => {
      res.locals.route = route.path;
      // Scripts read streams: an error is a problem document, not a redirect to the sign-in page.
      res.locals.forProgram = true;
      await currentViewer(accessControl, req, res);
      next();
    };
    router.add('get', route.path, {
      before: [prepare],
      guards: guardsFor(route, accessControl),
      async handle(req: Request, res: Response) {
        if (req.method === 'HEAD') {
          res.type('text/event-stream').end();
          return;
        }
        const viewer = res.locals.viewer as Viewer;
        await streams.open(res, viewer, route.follow(viewer), sinceOf(req));
      },
    });
  }
  return router.middleware;
}

/** The last event's time, from the browser or the address; null for none. */
function sinceOf(req: Request): Date | null {
  const since = req.get('Last-Event-ID') ?? req.query.since;
  const [date = '', time = ''] = typeof since === 'string' ? since.split('T') : [];
  const isInstant = isDate(date) && /^\d\d:\d\d:\d\d\.\d{3}Z$/.test(time);
  const instant = new Date(`${date}T${time}`);
  return isInstant && !Number.isNaN(instant.getTime()) ? instant : null;
}
