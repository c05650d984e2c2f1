import { z } from 'zod';

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

/** Whether text is well-formed Unicode without control characters. */
export function isPrintable(value: string): boolean {
  return !CONTROL.test(value) && value.isWellFormed();
}
