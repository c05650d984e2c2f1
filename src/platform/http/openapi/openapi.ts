import { z } from 'zod';
import { isIdempotent, type ApiRoute } from '../routes/api-route.js';
import { problemsOf, type Json, type SchemaOf } from './problems.js';

/** OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0) from the schemas that validate requests. */
export function openApiDocument(
  routes: ApiRoute[],
  { problemType, ...info }: { title: string; version: string; problemType: string },
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
    paths[route.path] = {
      ...paths[route.path],
      [route.method]: operationOf(route, schemaOf, problemType),
    };
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

function operationOf(route: ApiRoute, schemaOf: SchemaOf, problemType: string): Json {
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
    ...(isIdempotent(route) ? [KEY_PARAMETER] : []),
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
      ...(route.method === 'get' ? NOT_MODIFIED : {}),
      ...problemsOf(route, schemaOf, problemType),
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
