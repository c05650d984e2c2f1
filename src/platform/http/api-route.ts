import { Router, type Request, type Response } from 'express';
import type { z } from 'zod';
import { malformed, notFound, unsupportedMediaType, type FailureKind } from '../errors.js';
import type { Once } from '../idempotency.service.js';
import { guardsFor, type Access, type Gatekeeper } from './access.js';
import { readBody, readText, type Shape } from './input.js';
import { etagOf, expectedVersions, type ExpectedVersions } from './versions.js';
import type { Viewer } from './viewer.js';

/** What a handler answers; the router alone writes it to the wire. */
export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** The version of the resource that the body shows, for its entity tag. */
  version?: number;
}

/** @param version of the resource that the body shows, where it has one */
export const ok = (body: unknown, version?: number): Reply => ({
  status: 200,
  body,
  ...(version === undefined ? {} : { version }),
});
export const created = (body: unknown, location: string, version?: number): Reply => ({
  ...ok(body, version),
  status: 201,
  headers: { Location: location },
});
export const noContent: Reply = { status: 204 };

type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined;

export interface ApiInput<A extends Access, P, Q, B> {
  /** Always there unless the route is open to everyone, which never asks who calls. */
  viewer: A extends { kind: 'everyone' } ? null : Viewer;
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  /** What the client says in If-Match; for the service of a versioned route. */
  expected: ExpectedVersions;
}

/** An endpoint: its policy, its shapes and its handler. The router and the OpenAPI document are made from it. */
export interface ApiRoute {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With {name} for a path parameter, as OpenAPI writes it. */
  path: string;
  access: Access;
  /** Attempts are counted per address and limited, as for every route that takes a password. */
  takesCredentials?: boolean;
  /** It answers with an entity tag, and changes only what is at a version that If-Match names. */
  versioned?: boolean;
  tag: string;
  summary: string;
  description?: string;
  params?: Shape;
  query?: Shape;
  body?: Shape;
  /** The success statuses with the schema of their body; null for none. */
  replies: Record<number, { description: string; schema: z.ZodType | null }>;
  /** The failures of the use-case, beyond those that access and input bring with them. */
  failures?: { kind: FailureKind }[];
  handle(input: ApiInput<Access, Shape, Shape, Shape>): Promise<Reply>;
}

/** Declares an endpoint; the handler's input is typed by the access and the schemas. */
export function apiRoute<
  A extends Access,
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
>(
  route: Omit<ApiRoute, 'access' | 'params' | 'query' | 'body' | 'handle'> & {
    access: A;
    params?: P;
    query?: Q;
    body?: B;
    handle(input: ApiInput<A, P, Q, B>): Promise<Reply>;
  },
): ApiRoute {
  return route as unknown as ApiRoute;
}

/** Whether a route creates or moves something for a user, so that it takes an Idempotency-Key. */
export function takesKey(route: Pick<ApiRoute, 'method' | 'access'>): boolean {
  return route.method === 'post' && route.access.kind !== 'everyone';
}

/** The Express router of some endpoints. */
export function apiRouter(routes: ApiRoute[], gatekeeper: Gatekeeper, once: Once): Router {
  const router = Router({ caseSensitive: true, strict: true });
  for (const route of routes) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    const routeName: (req: Request, res: Response, next: () => void) => void = (
      _req,
      res,
      next,
    ) => {
      res.locals.route = route.path;
      next();
    };
    router[route.method](
      path,
      routeName,
      ...guardsFor(route, gatekeeper),
      async (req: Request, res: Response) => {
        const input = inputOf(route, req, res);
        const key = takesKey(route) ? keyOf(req) : undefined;
        if (key === undefined) {
          send(res, await route.handle(input));
          return;
        }
        const content = JSON.stringify([req.method, req.path, input.body]);
        const request = {
          userId: input.viewer.id,
          key,
          content,
          wait: false,
          isEffect: () => true,
        };
        const { answer, replayed } = await once(request, () => route.handle(input));
        res.set('Idempotency-Replayed', String(replayed));
        send(res, answer);
      },
    );
  }
  return router;
}

function inputOf(route: ApiRoute, req: Request, res: Response) {
  return {
    viewer: (res.locals.viewer ?? null) as Viewer,
    params: (route.params ? readParams(route.params, req.params) : undefined) as never,
    query: (route.query ? readText(route.query, req.query) : undefined) as never,
    body: (route.body ? readJson(route.body, req) : undefined) as never,
    expected: expectedVersions(req),
  };
}

/** @throws malformed unless it is up to 255 visible characters of ASCII */
function keyOf(req: Request): string | undefined {
  const key = req.get('Idempotency-Key');
  if (key !== undefined && !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw malformed('The Idempotency-Key must be 1 to 255 visible ASCII characters.');
  }
  return key;
}

/** An id that cannot exist is as unknown as one that does not. */
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

function readJson(schema: Shape, req: Request) {
  const sentBody =
    Number(req.headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in req.headers;
  if (req.body === undefined && sentBody) {
    throw unsupportedMediaType();
  }
  return readBody(schema, req.body ?? {});
}

function send(res: Response, reply: Reply): void {
  res.status(reply.status).set(reply.headers ?? {});
  if (reply.version !== undefined) res.set('ETag', etagOf(reply.version, reply.body));
  if (reply.body === undefined) res.end();
  else res.json(reply.body);
}
