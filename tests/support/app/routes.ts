import type { Express } from 'express';

export interface Route {
  method: string;
  /** Parameters as :name. */
  path: string;
}

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

/** Every route of the app, as its routers hold them. */
export function routesOf(app: Express): Route[] {
  const { router } = app as unknown as { router: { stack: Layer[] } };
  return routesIn(router.stack);
}

function routesIn(stack: Layer[]): Route[] {
  return stack.flatMap(({ route, handle }) =>
    route
      ? Object.keys(route.methods).map((method) => ({ method, path: route.path }))
      : routesIn(handle.stack ?? []),
  );
}
