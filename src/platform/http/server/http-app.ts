import type { RequestListener } from 'node:http';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { Prototypes } from './listen.js';

/** Express without its verbs: what answers requests is made of routes that say who may call them. */
export interface HttpApp extends RequestListener, Prototypes {
  use(...middleware: (RequestHandler | ErrorRequestHandler)[]): void;
  use(path: string, ...middleware: RequestHandler[]): void;
}

/** @param trustProxyHops how many proxies stand before the app */
export function createHttpApp(trustProxyHops: number): HttpApp {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', trustProxyHops);
  return app;
}
