import { z } from 'zod';
import { isDate } from '../time.js';

/** Control characters other than tab and line ends: PostgreSQL refuses NUL, and pages show none. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** Text that people type, trimmed, of so many characters, well-formed Unicode without control characters. */
export function text(min: number, max: number) {
  return z
    .string('Enter some text.')
    .trim()
    .min(min, min === 1 ? 'This cannot be empty.' : `Enter at least ${min} characters.`)
    .max(max, `Enter at most ${max} characters.`)
    .refine(isPrintable, 'This has characters that cannot be stored.');
}

/** The same, on one line. */
export function line(min: number, max: number) {
  return text(min, max).refine((value) => !/[\t\n\r]/.test(value), 'Write this on one line.');
}

/** Some of the codes that a table of labels has, none twice. */
export function codes<Labels extends Record<string, string>>(labels: Labels) {
  type Code = Extract<keyof Labels, string>;
  return z
    .array(z.enum(Object.keys(labels) as [Code, ...Code[]], 'Choose among those offered.'))
    .max(Object.keys(labels).length, 'Name each only once.')
    .refine((given) => new Set(given).size === given.length, 'Name each only once.');
}

/** Whether text is well-formed Unicode without control characters. */
export function isPrintable(value: string): boolean {
  return !CONTROL.test(value) && value.isWellFormed();
}

/** A row's id, as PostgreSQL's integer holds it. */
export const idField = z.int().min(1).max(2_147_483_647);

/** A date that exists, YYYY-MM-DD. */
export const dateField = z
  .string('Enter a date.')
  .refine(isDate, 'Enter a real date as YYYY-MM-DD.');
