import type { z } from 'zod';
import { AppError, type FieldError } from '../../errors.js';
import { declaresArray, fieldErrors, MISSING, typed, type Shape } from './schema-input.js';

export interface FormState {
  values: Record<string, string>;
  /** Fields with several values, such as checkboxes. */
  lists: Record<string, string[]>;
  errors: { field: string; message: string }[];
  /** Of a form with errors; 422 by default. */
  status?: number;
}

export type FormReading<I> =
  { ok: true; input: I; form: FormState } | { ok: false; form: FormState };

export function blankForm(values: Record<string, string | number | null> = {}): FormState {
  const text = Object.entries(values).map(([key, value]) => [
    key,
    value === null ? '' : `${value}`,
  ]);
  return { values: Object.fromEntries(text) as Record<string, string>, lists: {}, errors: [] };
}

/** Reads by a schema of the API; unknown fields are ignored, empty ones count as not sent. */
export function readForm<S extends Shape>(schema: S, body: unknown): FormReading<z.infer<S>> {
  const sent = trimmed(body);
  const single = sent.filter(
    ([key, value]) => typeof value === 'string' && !declaresArray(schema, key),
  );
  const several = sent
    .filter(([key]) => declaresArray(schema, key))
    .map(([key, value]): [string, string[]] => [key, [value].flat()]);
  const form: FormState = {
    values: Object.fromEntries(single) as Record<string, string>,
    lists: Object.fromEntries(several),
    errors: [],
  };
  const known = sent.filter(([key, value]) => Object.hasOwn(schema.shape, key) && value.length > 0);
  const given = typed(schema, Object.fromEntries(known));
  const parsed = schema.safeParse(given, { error: friendlyMessage });
  if (parsed.success) return { ok: true, input: parsed.data, form };
  return { ok: false, form: withFieldErrors(form, fieldErrors(parsed.error)) };
}

/** Shows an error beside its fields. @throws the error if it has none */
export function withFailure(form: FormState, error: unknown): FormState {
  if (!(error instanceof AppError) || error.fields.length === 0) throw error;
  return { ...withFieldErrors(form, error.fields), status: error.kind.status };
}

function withFieldErrors(form: FormState, fields: FieldError[]): FormState {
  const errors = fields.map(({ pointer, detail }) => ({
    field: pointer.split('/')[1] ?? '',
    message: detail,
  }));
  return { ...form, errors };
}

/** Zod's own messages are for programmers. */
function friendlyMessage(issue: z.core.$ZodRawIssue): string {
  const isText = 'origin' in issue && issue.origin === 'string';
  const isList = 'origin' in issue && issue.origin === 'array';
  switch (issue.code) {
    case 'invalid_value':
      return 'Choose one of the options.';
    case 'too_small':
      if (!isText && !isList) return `Enter ${inFull(issue.minimum)} or more.`;
      break;
    case 'too_big':
      if (isText) return `Enter at most ${inFull(issue.maximum)} characters.`;
      if (isList) return `Choose at most ${inFull(issue.maximum)}.`;
      return `Enter ${inFull(issue.maximum)} or less.`;
    case 'invalid_type':
      if (issue.input === undefined) return MISSING;
      if (typeof issue.input === 'number') return 'Enter a whole number.';
      if (issue.expected === 'number' || issue.expected === 'int') return 'Enter a number.';
  }
  return 'Check what you have entered here.';
}

function inFull(limit: number | bigint): string {
  return limit.toLocaleString('en');
}

/** Trims, and drops empty values of repeated fields. */
function trimmed(body: unknown): [string, string | string[]][] {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>);
  return fields.flatMap(([key, value]): [string, string | string[]][] => {
    if (typeof value === 'string') return [[key, value.trim()]];
    if (!Array.isArray(value)) return [];
    const texts = value.filter((one): one is string => typeof one === 'string');
    return [[key, texts.map((one) => one.trim()).filter((one) => one !== '')]];
  });
}
