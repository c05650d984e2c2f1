import { z } from 'zod';
import {
  forbidden,
  internal,
  invalid,
  malformed,
  notFound,
  preconditionFailed,
  tooLarge,
  tooManyRequests,
  unauthenticated,
  unavailable,
  unsupportedMediaType,
  type FailureKind,
} from '../errors.js';
import { keyInProgress, keyReused } from '../idempotency.service.js';
import { takesKey, type ApiRoute } from './api-route.js';
import { PROBLEM_TYPE } from './failures.js';

type Json = Record<string, unknown>;

/** The body of every failure, RFC 9457. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    request_id: z.string(),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'What went wrong, as RFC 9457 tells it.' });

/**
 * The OpenAPI 3.1 document of some endpoints, made from the schemas that validate them.
 * @see https://spec.openapis.org/oas/v3.1.0
 */
export function openApiDocument(
  routes: ApiRoute[],
  info: { title: string; version: string },
): Json {
  const components: Record<string, unknown> = {};
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
    const text = JSON.stringify(z.toJSONSchema(schema, { io }));
    const moved = JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
    const { $schema: _dialect, $defs = {}, ...json } = moved;
    Object.assign(components, $defs);
    return json;
  };
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route, schemaOf) };
  }
  return {
    openapi: '3.1.0',
    info: { ...info, description: 'Times are UTC instants, amounts whole minor units.' },
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: components,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

const KEY_PARAMETER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'The same for each repetition of one request, which then has one effect and one answer, kept for 24 hours.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const IF_MATCH_PARAMETER = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The ETag of what is to be changed; when it has changed meanwhile, nothing happens.',
  schema: { type: 'string' },
};
const NOT_MODIFIED = { 304: { description: 'As If-None-Match knows it' } };

type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => Json;

function operationOf(route: ApiRoute, schemaOf: SchemaOf): Json {
  const replies = Object.entries(route.replies).map(([status, { description, schema }]) => [
    status,
    {
      description,
      ...(schema
        ? { content: { 'application/json': { schema: schemaOf(schema, 'output') } } }
        : {}),
    },
  ]);
  const parameters = [
    ...parametersOf('path', route.params, schemaOf),
    ...parametersOf('query', route.query, schemaOf),
    ...(takesKey(route) ? [KEY_PARAMETER] : []),
    ...(route.versioned === true && route.method !== 'get' ? [IF_MATCH_PARAMETER] : []),
  ];
  return {
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    ...(route.access.kind === 'everyone' ? {} : { security: [{ bearer: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body
      ? {
          requestBody: {
            required: !route.body.safeParse({}).success,
            content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(replies),
      ...(route.versioned === true && route.method === 'get' ? NOT_MODIFIED : {}),
      ...problemsOf(route, schemaOf),
    } as Json,
  };
}

function parametersOf(place: 'path' | 'query', shape: ApiRoute['query'], schemaOf: SchemaOf) {
  return Object.entries(shape?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || !(schema as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
}

function problemsOf(route: ApiRoute, schemaOf: SchemaOf): Json {
  const kinds: { kind: FailureKind }[] = [
    malformed,
    internal,
    unavailable,
    ...(route.access.kind === 'everyone' ? [] : [unauthenticated]),
    ...(route.access.kind === 'subscribed' ? [forbidden] : []),
    ...(route.method === 'get' ? [] : [forbidden]),
    ...(route.takesCredentials === true ? [tooManyRequests] : []),
    ...(route.params ? [notFound] : []),
    ...(route.query || route.body ? [invalid] : []),
    ...(takesKey(route) ? [keyInProgress, keyReused] : []),
    ...(route.versioned === true && route.method !== 'get' ? [preconditionFailed] : []),
    ...(route.body ? [tooLarge, unsupportedMediaType] : []),
    ...(route.failures ?? []),
  ];
  const problems = [...new Set(kinds.map(({ kind }) => kind.status))].map((status) => {
    const ids = kinds.filter(({ kind }) => kind.status === status).map(({ kind }) => kind.id);
    return [
      status,
      {
        description: [...new Set(ids)].map((id) => PROBLEM_TYPE + id).join(', '),
        content: { 'application/problem+json': { schema: schemaOf(problemSchema, 'output') } },
      },
    ];
  });
  return Object.fromEntries(problems) as Json;
}
