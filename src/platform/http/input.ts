import { z } from 'zod';
import { invalid, type FieldError } from '../errors.js';

export type Shape = z.ZodObject;

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
  errors: { field: string; message: string }[];
}

/** The state of a form before anybody sent it. */
export function blankForm(values: Record<string, string | number | null> = {}): FormState {
  const text = Object.entries(values).map(([key, value]) => [
    key,
    value === null ? '' : `${value}`,
  ]);
  return { values: Object.fromEntries(text) as Record<string, string>, errors: [] };
}

/**
 * Reads a form against the schema that the API uses too. Fields that the schema does not know
 * (such as the pressed button) are left out; empty ones count as not sent.
 */
export function readForm<S extends Shape>(
  schema: S,
  body: unknown,
): { ok: true; input: z.infer<S>; form: FormState } | { ok: false; form: FormState } {
  const sent = textFields(body);
  const form: FormState = { values: sent, errors: [] };
  const known = Object.entries(sent).filter(([key, value]) => key in schema.shape && value !== '');
  const parsed = schema.safeParse(typed(schema, Object.fromEntries(known)));
  if (parsed.success) return { ok: true, input: parsed.data, form };
  return { ok: false, form: withFieldErrors(form, fieldErrors(parsed.error)) };
}

/** The same form with the messages of a failure beside the fields that they point to. */
export function withFieldErrors(form: FormState, fields: FieldError[]): FormState {
  const errors = fields.map(({ pointer, detail }) => ({
    field: pointer.split('/')[1] ?? '',
    message: detail,
  }));
  return { ...form, errors };
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

function textFields(body: unknown): Record<string, string> {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>);
  const text = fields.filter((field): field is [string, string] => typeof field[1] === 'string');
  return Object.fromEntries(text.map(([key, value]) => [key, value.trim()]));
}

function typed(schema: Shape, fields: unknown): unknown {
  if (typeof fields !== 'object' || fields === null) return fields;
  const entries = Object.entries(fields as Record<string, unknown>).map(([key, value]) => {
    const declared = schema.shape[key] as z.ZodType | undefined;
    return [key, declared ? typedValue(core(declared), value) : value];
  });
  return Object.fromEntries(entries);
}

function typedValue(declared: z.ZodType, value: unknown): unknown {
  if (declared instanceof z.ZodArray) return Array.isArray(value) ? value : [value];
  const isNumber = declared instanceof z.ZodNumber;
  return isNumber && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
    ? Number(value)
    : value;
}

function core(declared: z.ZodType): z.ZodType {
  if (declared instanceof z.ZodOptional || declared instanceof z.ZodDefault) {
    return core(declared.unwrap() as z.ZodType);
  }
  return declared;
}
