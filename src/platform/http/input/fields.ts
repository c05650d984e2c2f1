import { z } from 'zod';
import { DATE_PATTERN, FIRST_DATE, isDate, LAST_DATE } from '../../time/instants.js';

/** Control characters but tab and line ends; PostgreSQL refuses NUL. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** Trimmed text of `min` to `max` characters. */
export function text(min: number, max: number) {
  return z
    .string('Enter some text.')
    .trim()
    .min(min, min === 1 ? 'This cannot be empty.' : `Enter at least ${min} characters.`)
    .max(max, `Enter at most ${max} characters.`)
    .refine(isPrintable, 'This has characters that cannot be stored.');
}

export function line(min: number, max: number) {
  return text(min, max).refine((value) => !/[\t\n\r]/.test(value), 'Write this on one line.');
}

/** Keys of `labels`, each at most once. */
export function uniqueCodes<Labels extends Record<string, string>>(labels: Labels) {
  type Code = Extract<keyof Labels, string>;
  return z
    .array(z.enum(Object.keys(labels) as [Code, ...Code[]], 'Choose among those offered.'))
    .max(Object.keys(labels).length, 'List each item only once.')
    .refine((given) => new Set(given).size === given.length, 'List each item only once.');
}

export function isPrintable(value: string): boolean {
  return !CONTROL.test(value) && value.isWellFormed();
}

export const idField = z
  .int()
  .min(1)
  .max(2_147_483_647)
  .meta({ format: 'int32', examples: [7] });

/** YYYY-MM-DD. */
export const dateField = z
  .string('Enter a date.')
  .regex(DATE_PATTERN, { error: 'Enter a date from 1970 to 2199 as YYYY-MM-DD.', abort: true })
  .refine(isDate, 'Enter a real date as YYYY-MM-DD.')
  .meta({
    format: 'date',
    description: `From ${FIRST_DATE} to ${LAST_DATE}.`,
    examples: ['2026-12-05'],
  });

/** ISO 4217. */
export const currencyField = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ examples: ['USD'] });
/** Of this site. */
export const addressField = z.string().meta({ format: 'uri-reference', examples: ['/files/7'] });
