import type { RequestHandler } from 'express';
import { openToEveryone } from '../auth/access.js';
import { guardedRouter } from '../auth/guarded-router.js';

export interface Readiness {
  draining(): boolean;
  databaseReady(): Promise<boolean>;
}

export const PROBES: ReadonlySet<string> = new Set(['/health', '/ready']);

/** `/health`: the process answers. `/ready`: it can serve. @param isReplicaInUse null without a replica */
export function healthRouter(
  readiness: Readiness,
  isReplicaInUse: () => boolean | null,
): RequestHandler {
  const router = guardedRouter();
  router.get('/health', openToEveryone, (_req, res) => {
    res.locals.route = '/health';
    res.json({ status: 'ok' });
  });
  router.get('/ready', openToEveryone, async (_req, res) => {
    res.locals.route = '/ready';
    const status = readiness.draining()
      ? 'draining'
      : (await readiness.databaseReady().catch(() => false))
        ? 'ready'
        : 'database unavailable';
    if (status !== 'ready') res.status(503).set('Retry-After', '2');
    const isInUse = isReplicaInUse();
    res.json({ status, ...(isInUse !== null && { replica: isInUse ? 'in use' : 'not in use' }) });
  });
  return router.middleware;
}
