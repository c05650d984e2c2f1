import { z } from 'zod';
import { Failure, invalid, type FieldError } from '../errors.js';

export type Shape = z.ZodObject;

const MISSING = 'This is missing.';

// Where a schema has no words of its own for a field that was not sent.
z.config({
  customError: (issue) =>
    issue.code === 'invalid_type' && issue.input === undefined ? MISSING : undefined,
});

/**
 * Reads a JSON body. Unknown keys are refused by the schema being strict.
 * @throws invalid (422) with one pointer for each wrong field
 */
export function readBody<S extends Shape>(schema: S, body: unknown): z.infer<S> {
  return accept(schema, body);
}

/**
 * Reads a query or path whose values are text: a field declared as a number takes digits, one
 * declared as an array takes one or several values, and a repeated single field is refused.
 * @throws invalid (422) with one pointer for each wrong field
 */
export function readText<S extends Shape>(schema: S, fields: unknown): z.infer<S> {
  return accept(schema, typed(schema, fields));
}

/** A form as it was sent, and what is wrong with it: what a page needs to show it again. */
export interface FormState {
  values: Record<string, string>;
  /** The values of the fields that may have several, such as checkboxes of one name. */
  lists: Record<string, string[]>;
  errors: { field: string; message: string }[];
  /** The HTTP status that the errors call for; 422 unless said. */
  status?: number;
}

/** The state of a form before anybody sent it. */
export function blankForm(values: Record<string, string | number | null> = {}): FormState {
  const text = Object.entries(values).map(([key, value]) => [
    key,
    value === null ? '' : `${value}`,
  ]);
  return { values: Object.fromEntries(text) as Record<string, string>, lists: {}, errors: [] };
}

/**
 * Reads a form against the schema that the API uses too. Fields that the schema does not know
 * (such as the pressed button) are left out; empty ones count as not sent.
 */
export function readForm<S extends Shape>(
  schema: S,
  body: unknown,
): { ok: true; input: z.infer<S>; form: FormState } | { ok: false; form: FormState } {
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
  const parsed = schema.safeParse(given, { error: inPlainWords });
  if (parsed.success) return { ok: true, input: parsed.data, form };
  return { ok: false, form: withFieldErrors(form, fieldErrors(parsed.error)) };
}

/**
 * The same form with the messages of a failure beside the fields that they point to.
 * Whatever is no fault of the fields is thrown on.
 */
export function withFailure(form: FormState, error: unknown): FormState {
  if (!(error instanceof Failure) || error.fields.length === 0) throw error;
  return { ...withFieldErrors(form, error.fields), status: error.kind.status };
}

function withFieldErrors(form: FormState, fields: FieldError[]): FormState {
  const errors = fields.map(({ pointer, detail }) => ({
    field: pointer.split('/')[1] ?? '',
    message: detail,
  }));
  return { ...form, errors };
}

/** What a person is told where a schema has no words of its own, in place of zod's for programs. */
function inPlainWords(issue: z.core.$ZodRawIssue): string {
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

function accept<S extends Shape>(schema: S, value: unknown): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid(undefined, fieldErrors(parsed.error));
}

function fieldErrors(error: z.ZodError): FieldError[] {
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

/** The text fields of a form or query, and the repeated ones, without white space around them. */
function trimmed(body: unknown): [string, string | string[]][] {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>);
  return fields.flatMap(([key, value]): [string, string | string[]][] => {
    if (typeof value === 'string') return [[key, value.trim()]];
    if (!Array.isArray(value)) return [];
    const texts = value.filter((one): one is string => typeof one === 'string');
    return [[key, texts.map((one) => one.trim()).filter((one) => one !== '')]];
  });
}

function typed(schema: Shape, fields: unknown): unknown {
  if (typeof fields !== 'object' || fields === null) return fields;
  const entries = Object.entries(fields as Record<string, unknown>).map(([key, value]) => {
    const declared = Object.hasOwn(schema.shape, key)
      ? (schema.shape[key] as z.ZodType)
      : undefined;
    return [key, declared ? typedValue(core(declared), value) : value];
  });
  return Object.fromEntries(entries);
}

function declaresArray(schema: Shape, key: string): boolean {
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
