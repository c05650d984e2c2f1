import type { FormState } from '../../../platform/http/input/form.js';

/** The version a form was made from; 0, which no chef has, when it names none. */
export function versionSeen(form: FormState): number {
  const { version = '' } = form.values;
  return /^\d{1,9}$/.test(version) ? Number(version) : 0;
}
