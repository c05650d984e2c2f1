import type { z } from 'zod';
import { invalid } from '../../errors.js';
import { fieldErrors, typed, type Shape } from './schema-input.js';

/** @throws invalid (422) with a pointer for each wrong field */
export function readBody<S extends Shape>(schema: S, body: unknown): z.infer<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw invalid(undefined, fieldErrors(parsed.error));
}

/** As the schema declares: digits to numbers, single values to arrays. @throws invalid */
export function readText<S extends Shape>(schema: S, fields: unknown): z.infer<S> {
  return readBody(schema, typed(schema, fields));
}
