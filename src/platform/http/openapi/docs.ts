import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { RequestHandler } from 'express';
import { openToEveryone } from '../auth/access.js';
import { guardedRouter } from '../auth/guarded-router.js';

const UNCHANGING = 'public, no-cache';

/** Swagger UI on our own page: its inline start script violates our CSP. */
export function docsRouter(document: object, title: string): RequestHandler {
  const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const router = guardedRouter();
  router.get('/openapi.json', openToEveryone, (_req, res) => {
    res.set('Cache-Control', UNCHANGING).json(document);
  });
  router.get('/docs', openToEveryone, (_req, res) => {
    res.type('html').set('Cache-Control', UNCHANGING).send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} API</title>
<link rel="icon" href="/images/favicon.svg">
<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
</head>
<body>
<main id="docs"><h1>${title} API</h1><p>The document itself is at <a href="/openapi.json">/openapi.json</a>.</p></main>
<script src="/docs/assets/swagger-ui-bundle.js"></script>
<script src="/js/docs.js"></script>
</body>
</html>
`);
  });
  router.files('/docs/assets', assets);
  return router.middleware;
}
