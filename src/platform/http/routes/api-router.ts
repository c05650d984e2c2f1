import type { Request, RequestHandler, Response } from 'express';
import { malformed, notFound } from '../../errors.js';
import type { Idempotent } from '../../idempotency/idempotency.service.js';
import type { Viewer } from '../../viewer.js';
import { guardsFor, type AccessControl } from '../auth/access.js';
import { guardedRouter } from '../auth/guarded-router.js';
import { jsonBody } from '../input/body.js';
import { etagOf, expectedVersions } from '../input/etag.js';
import { readBody, readText } from '../input/json.js';
import type { Shape } from '../input/schema-input.js';
import type { SharedAnswers } from '../response-cache/shared-answers.js';
import { isIdempotent, type ApiRoute, type Reply } from './api-route.js';

export interface ApiRouterDeps {
  accessControl: AccessControl;
  idempotent: Idempotent;
  sharedAnswers: SharedAnswers;
}

export function apiRouter(
  routes: ApiRoute[],
  { accessControl, idempotent, sharedAnswers }: ApiRouterDeps,
): RequestHandler {
  const router = guardedRouter({ caseSensitive: true, strict: true });
  for (const route of routes) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    const nameRoute: RequestHandler = (_req, res, next) => {
      res.locals.route = route.path;
      next();
    };
    router.add(route.method, path, {
      before: [
        nameRoute,
        ...(route.cacheTopics ? [sharedAnswers.handler(route.cacheTopics)] : []),
        ...(route.method === 'get' ? [] : jsonBody),
      ],
      guards: guardsFor(route, accessControl),
      async handle(req: Request, res: Response) {
        await answer(route, req, res, idempotent);
      },
    });
  }
  return router.middleware;
}

async function answer(route: ApiRoute, req: Request, res: Response, idempotent: Idempotent) {
  const input = inputOf(route, req, res);
  const key = isIdempotent(route) ? idempotencyKey(req) : undefined;
  if (key === undefined) {
    const reply = await route.handle(input);
    if (route.method === 'get') res.set('Cache-Control', storageOf(route));
    send(res, reply);
    return;
  }
  const content = JSON.stringify([req.method, req.path, input.body]);
  const request = { userId: input.viewer.id, key, content, wait: false, isEffect: () => true };
  const { answer, replayed } = await idempotent(request, () => route.handle(input));
  res.set('Idempotency-Replayed', String(replayed));
  send(res, answer);
}

/** Routes for everyone do not look who asks. */
function storageOf({ access }: ApiRoute): string {
  return access.kind === 'everyone' ? 'public, no-cache' : 'private, no-cache';
}

function inputOf(route: ApiRoute, req: Request, res: Response) {
  return {
    viewer: (res.locals.viewer ?? null) as Viewer,
    params: (route.params ? readParams(route.params, req.params) : undefined) as never,
    query: (route.query ? readText(route.query, req.query) : undefined) as never,
    body: (route.body ? readBody(route.body, req.body ?? {}) : undefined) as never,
    address: req.ip ?? '',
    expected: expectedVersions(req),
  };
}

/** @throws malformed unless it is 1 to 255 visible ASCII characters */
function idempotencyKey(req: Request): string | undefined {
  const key = req.get('Idempotency-Key');
  if (key !== undefined && !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw malformed('The Idempotency-Key must be 1 to 255 visible ASCII characters.');
  }
  return key;
}

/** An id that cannot exist is answered with 404, too. */
function readParams(schema: Shape, params: unknown) {
  const parsed = schema.safeParse(
    Object.fromEntries(
      Object.entries(params as Record<string, string>).map(([key, value]) => [
        key,
        /^[1-9]\d{0,9}$/.test(value) ? Number(value) : value,
      ]),
    ),
  );
  if (!parsed.success) throw notFound();
  return parsed.data;
}

function send(res: Response, reply: Reply): void {
  res.status(reply.status).set(reply.headers ?? {});
  if (reply.version !== undefined) res.set('ETag', etagOf(reply.version, reply.body));
  if (reply.body === undefined) res.end();
  else res.json(reply.body);
}
