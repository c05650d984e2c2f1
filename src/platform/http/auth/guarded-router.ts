import compression from 'compression';
import express, { Router, type RequestHandler, type RouterOptions } from 'express';
import type { Guard, Guards } from './access.js';

interface Steps {
  /** Run before anybody is asked who they are. */
  before?: RequestHandler[];
  guards: Guards;
  after?: RequestHandler[];
  handle: RequestHandler;
}

/** Express's router without its verbs: a handler needs the guard that says who may call it. */
export interface GuardedRouter {
  add(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, steps: Steps): void;
  get(path: string, guard: Guard, handle: RequestHandler): void;
  /** For everyone. */
  files(path: string, folder: string): void;
  middleware: RequestHandler;
}

export function guardedRouter(options?: RouterOptions): GuardedRouter {
  const router = Router(options);
  return {
    add(method, path, { before = [], guards, after = [], handle }) {
      router[method](path, ...before, ...guards, ...after, handle);
    },
    get(path, guard, handle) {
      router.get(path, guard, handle);
    },
    files(path, folder) {
      router.use(path, compression(), express.static(folder, { index: false, maxAge: '1d' }));
    },
    middleware: router,
  };
}

/** Spares other addresses the search among routes that all begin alike. */
export function only(prefix: string, routes: RequestHandler): RequestHandler {
  const spared: RequestHandler = (req, res, next) => {
    if (req.path.startsWith(prefix)) return routes(req, res, next);
    next();
  };
  // A walk over the app's routers finds these, too.
  return Object.assign(spared, { stack: (routes as Router).stack });
}
