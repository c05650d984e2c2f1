import type { RequestHandler } from 'express';
import type { Access, Guard } from '../../../src/platform/http/auth/access.js';
import type { HttpApp } from '../../../src/platform/http/server/http-app.js';

export interface Route {
  method: string;
  /** Parameters as :name. */
  path: string;
  /** Who its guard lets pass; null if it has none. */
  access: Access | null;
}

interface Layer {
  route?: { path: string; methods: Record<string, boolean>; stack: { handle: Partial<Guard> }[] };
  handle: { stack?: Layer[] };
}

/** Every route of the app or of a router, as Express holds them. */
export function routesOf(app: HttpApp | RequestHandler): Route[] {
  const { stack } = ('router' in app ? app.router : app) as { stack: Layer[] };
  return routesIn(stack);
}

function routesIn(stack: Layer[]): Route[] {
  return stack.flatMap(({ route, handle }) =>
    route
      ? Object.keys(route.methods).map((method) => ({
          method,
          path: route.path,
          access: route.stack.find((one) => one.handle.access)?.handle.access ?? null,
        }))
      : routesIn(handle.stack ?? []),
  );
}
