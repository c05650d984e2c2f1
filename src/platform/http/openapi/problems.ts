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
    ...(route.access.kind === 'conditional' ? [forbidden] : []),
    ...(route.method === 'get' ? [] : [forbidden, tooLarge, unsupportedMediaType]),
    ...(route.attempts === undefined ? [] : [tooManyRequests]),
    ...(route.params ? [notFound] : []),
    ...(route.query || route.body ? [invalid] : []),
    ...(isIdempotent(route) ? [keyInProgress, keyReused] : []),
    ...(route.versioned === true && route.method !== 'get' ? [preconditionFailed] : []),

    ...(route.failures ?? []),
  ];
  const problems = [...new Set(kinds.map(({ kind }) => kind.status))].map((status) => {
    const ofStatus = kinds.map(({ kind }) => kind).filter((kind) => kind.status === status);
    const ids = ofStatus.map(({ id }) => id);
    const members = Object.assign({}, ...ofStatus.map((kind) => kind.members)) as z.ZodRawShape;
    const schema =
      Object.keys(members).length === 0
        ? problemSchema
        : problemSchema.extend(z.object(members).partial().shape);
    return [
      status,
      {
        description: [...new Set(ids)].map((id) => problemType + id).join(', '),
        content: { 'application/problem+json': { schema: schemaOf(schema, 'output') } },
      },
    ];
  });
  return Object.fromEntries(problems) as Json;
}
