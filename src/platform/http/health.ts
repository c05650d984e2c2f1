import { Router } from 'express';

export interface Readiness {
  /** True once the process was told to stop. */
  draining(): boolean;
  /** True when the database answers and every migration is applied; asks the database. */
  databaseReady(): Promise<boolean>;
}

/** `/health`: the process answers (no I/O). `/ready`: it can serve. */
export function healthRouter(readiness: Readiness): Router {
  const router = Router();
  router.get('/health', (_req, res) => {
    res.locals.route = '/health';
    res.json({ status: 'ok' });
  });
  router.get('/ready', async (_req, res) => {
    res.locals.route = '/ready';
    const status = readiness.draining()
      ? 'draining'
      : (await readiness.databaseReady().catch(() => false))
        ? 'ready'
        : 'database unavailable';
    if (status !== 'ready') res.status(503).set('Retry-After', '2');
    res.set('Cache-Control', 'no-store').json({ status });
  });
  return router;
}
