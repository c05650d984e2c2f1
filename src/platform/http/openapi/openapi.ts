import { z } from 'zod';
import type { ApiRoute } from '../routes/api-route.js';
import { HEADERS, PARAMETERS } from './headers.js';
import { operationOf } from './operation.js';
import type { Json } from './problems.js';

export interface ApiInfo {
  title: string;
  version: string;
  description: string;
  license: { name: string; identifier: string };
  /** What the routes of each tag are for. */
  tags: Record<string, string>;
  /** The prefix of every problem `type`. */
  problemType: string;
  /** Where programs reach the app; null for where the document came from. */
  publicUrl: string | null;
}

/** OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0) from the schemas that validate requests. */
export function openApiDocument(
  routes: ApiRoute[],
  { problemType, publicUrl, tags, ...info }: ApiInfo,
) {
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
    info,
    servers: [{ url: publicUrl ?? '/', description: 'This installation' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: components,
      headers: HEADERS,
      parameters: PARAMETERS,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}
