import type { z } from 'zod';
import type { ApiRoute } from '../routes/api-route.js';
import { exampleOf } from './examples.js';
import { headersOf, parametersInHeaders } from './headers.js';
import { problemsOf, type Json, type SchemaOf } from './problems.js';

export function operationOf(route: ApiRoute, schemaOf: SchemaOf, problemType: string): Json {
  const contentOf = (schema: z.ZodType, io: 'input' | 'output') => ({
    'application/json': { schema: schemaOf(schema, io), example: exampleOf(schema, io) },
  });
  const replies = Object.entries(route.replies).map(([status, { description, schema }]) => [
    status,
    {
      description,
      headers: headersOf(route, Number(status)),
      ...(schema ? { content: contentOf(schema, 'output') } : {}),
    },
  ]);
  const parameters = [
    ...parametersOf('path', route.params, schemaOf),
    ...parametersOf('query', route.query, schemaOf),
    ...parametersInHeaders(route),
  ];
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    security: route.access.kind === 'everyone' ? [] : [{ bearer: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body
      ? {
          requestBody: {
            required: !route.body.safeParse({}).success,
            content: contentOf(route.body, 'input'),
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(replies),
      ...(route.method === 'get'
        ? { 304: { description: 'As If-None-Match knows it', headers: headersOf(route, 304) } }
        : {}),
      ...(route.body ? { 408: { description: 'The body did not come in time' } } : {}),
      ...problemsOf(route, schemaOf, problemType),
    } as Json,
  };
}

function parametersOf(place: 'path' | 'query', shape: ApiRoute['query'], schemaOf: SchemaOf) {
  return (Object.entries(shape?.shape ?? {}) as [string, z.ZodType][]).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || !schema.safeParse(undefined).success,
    schema: schemaOf(schema, 'input'),
    example: exampleOf(schema, 'input'),
  }));
}
