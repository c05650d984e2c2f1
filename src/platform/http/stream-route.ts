import { Router, type Request, type RequestHandler, type Response } from 'express';
import { guardsFor, viewerOf, type Gatekeeper, type signedIn } from './access.js';
import type { Source, Streams } from './streams.js';
import type { Viewer } from './viewer.js';

/** A route that answers with server-sent events; only for who is signed in, as each sees their own. */
export interface StreamRoute {
  path: string;
  access: typeof signedIn;
  /** What this viewer can follow. */
  follow(viewer: Viewer): Promise<Source> | Source;
}

/** Declares a stream. */
export function streamRoute(route: StreamRoute): StreamRoute {
  return route;
}

/** The Express router of some streams. */
export function streamRouter(
  routes: StreamRoute[],
  gatekeeper: Gatekeeper,
  streams: Streams,
): Router {
  const router = Router({ caseSensitive: true });
  for (const route of routes) {
    const prepare: RequestHandler = async (req, res, next) => {
      res.locals.route = route.path;
      // No person reads a stream: a refusal is a problem, never a way to the sign-in page.
      res.locals.forProgram = true;
      await viewerOf(gatekeeper, req, res);
      next();
    };
    router.get(
      route.path,
      prepare,
      ...guardsFor(route, gatekeeper),
      async (req: Request, res: Response) => {
        if (req.method === 'HEAD') {
          res.type('text/event-stream').set('Cache-Control', 'no-store').end();
          return;
        }
        const viewer = res.locals.viewer as Viewer;
        await streams.open(res, viewer, await route.follow(viewer), sinceOf(req));
      },
    );
  }
  return router;
}

/**
 * From when on the reader has to be told: the id of the last event that it had, which a browser sends
 * by itself when it comes back, else what the address says. Null for neither, or nonsense.
 */
function sinceOf(req: Request): Date | null {
  const told = req.get('Last-Event-ID') ?? req.query.since;
  const isInstant =
    typeof told === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(told);
  return isInstant && !Number.isNaN(Date.parse(told)) ? new Date(told) : null;
}
