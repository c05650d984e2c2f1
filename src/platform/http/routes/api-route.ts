import type { z } from 'zod';
import type { ErrorKind } from '../../errors.js';
import type { ExpectedVersions } from '../../versions.js';
import type { Viewer } from '../../viewer.js';
import type { Access } from '../auth/access.js';
import type { CacheTopics } from '../response-cache/response-cache.js';
import type { Shape } from '../input/schema-input.js';

export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** For the entity tag. */
  version?: number;
}

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
  /** Null only where everyone has access: such routes do not authenticate. */
  viewer: A extends { kind: 'everyone' } ? null : Viewer;
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  address: string;
  /** From If-Match. */
  expected: ExpectedVersions;
}

/** The router and the OpenAPI document are made from it. */
export interface ApiRoute {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Parameters as {name}. */
  path: string;
  access: Access;
  /** The kind of attempts that are limited by address. */
  attempts?: string;
  /** Sends an entity tag and evaluates If-Match. */
  versioned?: boolean;
  /** For everyone: its answers are kept until one of these topics changes. */
  cacheTopics?: CacheTopics;
  /** The name of its function in clients: it never changes. */
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  params?: Shape;
  query?: Shape;
  body?: Shape;
  /** By status; null for no body. */
  replies: Record<number, { description: string; schema: z.ZodType | null }>;
  /** Beyond those of access and input: all that it throws, or the document would be wrong. */
  failures?: { kind: ErrorKind }[];
  handle(input: ApiInput<Access, Shape, Shape, Shape>): Promise<Reply>;
}

/** Types the handler's input by access and schemas. */
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

/** Whether a route takes an Idempotency-Key. */
export function isIdempotent(route: Pick<ApiRoute, 'method' | 'access'>): boolean {
  return route.method === 'post' && route.access.kind !== 'everyone';
}
