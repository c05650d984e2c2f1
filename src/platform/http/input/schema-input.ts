import { z } from 'zod';
import type { FieldError } from '../../errors.js';

export type Shape = z.ZodObject;

/** For a missing field, if the schema has no message of its own. */
export const MISSING = 'This is missing.';

z.config({
  customError: (issue) =>
    issue.code === 'invalid_type' && issue.input === undefined ? MISSING : undefined,
});

export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ pointer: pointerOf([key]), detail: 'Unknown field.' }));
    }
    return [{ pointer: pointerOf(issue.path), detail: issue.message }];
  });
}

function pointerOf(path: PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** Turns text into the numbers, literals and arrays that the schema declares. */
export function typed(schema: Shape, fields: unknown): unknown {
  if (typeof fields !== 'object' || fields === null) return fields;
  const entries = Object.entries(fields as Record<string, unknown>).map(([key, value]) => {
    const declared = Object.hasOwn(schema.shape, key)
      ? (schema.shape[key] as z.ZodType)
      : undefined;
    return [key, declared ? typedValue(core(declared), value) : value];
  });
  return Object.fromEntries(entries);
}

export function declaresArray(schema: Shape, key: string): boolean {
  return (
    Object.hasOwn(schema.shape, key) && core(schema.shape[key] as z.ZodType) instanceof z.ZodArray
  );
}

function typedValue(declared: z.ZodType, value: unknown): unknown {
  if (declared instanceof z.ZodArray) return Array.isArray(value) ? value : [value];
  const isNumber = declared instanceof z.ZodNumber;
  if (declared instanceof z.ZodLiteral) {
    return [...declared.values].find((one) => String(one) === value) ?? value;
  }
  return isNumber && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
    ? Number(value)
    : value;
}

function core(declared: z.ZodType): z.ZodType {
  if (
    declared instanceof z.ZodOptional ||
    declared instanceof z.ZodNullable ||
    declared instanceof z.ZodDefault
  ) {
    return core(declared.unwrap() as z.ZodType);
  }
  return declared;
}
