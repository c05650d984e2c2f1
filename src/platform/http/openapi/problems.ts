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

export type Json = Record<string, unknown>;
/** JSON schema; may refer to the document's components. */
export type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => Json;

/** RFC 9457. */
const problemSchema = z
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

/** By status. */
export function problemsOf(route: ApiRoute, schemaOf: SchemaOf, problemType: string): Json {
  const kinds: { kind: ErrorKind }[] = [
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
  const problems = [...new Set(kinds.map(({ kind }) => kind.status))].map((status) => {
    const ofStatus = kinds.map(({ kind }) => kind).filter((kind) => kind.status === status);
    const types = [...new Set(ofStatus.map(({ id }) => problemType + id))];
    const members = Object.assign({}, ...ofStatus.map((kind) => kind.members)) as z.ZodRawShape;
    const schema =
      Object.keys(members).length === 0
        ? problemSchema
        : problemSchema.extend(z.object(members).partial().shape);
    const oneOfThem = { properties: { type: { enum: types } } };
    const content = { schema: { allOf: [schemaOf(schema, 'output'), oneOfThem] } };
    return [
      status,
      { description: types.join(', '), content: { 'application/problem+json': content } },
    ];
  });
  return Object.fromEntries(problems) as Json;
}
