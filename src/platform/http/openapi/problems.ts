import { z } from 'zod';
import {
  crossOrigin,
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
  type ErrorKind,
} from '../../errors.js';
import { keyInProgress, keyReused } from '../../idempotency/idempotency.service.js';
import { isIdempotent, type ApiRoute } from '../routes/api-route.js';
import { exampleOf } from './examples.js';
import { headersOf } from './headers.js';

export type Json = Record<string, unknown>;
/** JSON schema; may refer to the document's components. */
export type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => Json;

/** RFC 9457. */
const problemSchema = z
  .strictObject({
    type: z.string().meta({ format: 'uri' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    instance: z.string(),
    request_id: z.string(),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'What went wrong, as RFC 9457 tells it.' });

/** By status. */
export function problemsOf(route: ApiRoute, schemaOf: SchemaOf, problemType: string): Json {
  const kinds = kindsOf(route);
  const problems = [...new Set(kinds.map(({ status }) => status))].map((status) => {
    const ofStatus = kinds.filter((kind) => kind.status === status);
    const types = ofStatus.map(({ id }) => problemType + id);
    const members = Object.assign({}, ...ofStatus.map((kind) => kind.members)) as z.ZodRawShape;
    const schema =
      Object.keys(members).length === 0
        ? problemSchema
        : problemSchema.extend(z.object(members).partial().shape);
    const oneOfThem = { properties: { type: { enum: types } } };
    const content = {
      schema: { allOf: [schemaOf(schema, 'output'), oneOfThem] },
      examples: Object.fromEntries(
        ofStatus.map((kind) => [
          kind.id,
          { summary: kind.title, value: exampleOfProblem(kind, route.path, problemType) },
        ]),
      ),
    };
    return [
      status,
      {
        description: types.join(', '),
        headers: headersOf(route, status),
        content: { 'application/problem+json': content },
      },
    ];
  });
  return Object.fromEntries(problems) as Json;
}

function kindsOf(route: ApiRoute): ErrorKind[] {
  const failures: { kind: ErrorKind }[] = [
    malformed,
    internal,
    unavailable,
    ...(route.access.kind === 'everyone' ? [] : [unauthenticated]),
    ...(route.access.kind === 'conditional' ? [route.access.failure] : []),
    ...(route.method === 'get' ? [] : [crossOrigin, tooLarge, unsupportedMediaType]),
    ...(route.attempts === undefined ? [] : [tooManyRequests]),
    ...(route.params ? [notFound] : []),
    ...(route.query || route.body ? [invalid] : []),
    ...(isIdempotent(route) ? [keyInProgress, keyReused] : []),
    ...(route.versioned === true && route.method !== 'get' ? [preconditionFailed] : []),
    ...(route.failures ?? []),
  ];
  return [...new Set(failures.map(({ kind }) => kind))];
}

function exampleOfProblem(kind: ErrorKind, path: string, problemType: string) {
  const { id, title, status, detail, pointer, members } = kind;
  return {
    type: problemType + id,
    title,
    status,
    detail,
    instance: path.replace(/\{\w+\}/g, '7'),
    request_id: 'trace-7',
    ...(pointer === undefined ? {} : { errors: [{ pointer, detail }] }),
    ...(members === undefined ? {} : (exampleOf(z.object(members), 'output') as Json)),
  };
}
