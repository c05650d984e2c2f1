import type { FormState } from '../input/form.js';
import type { Translator } from '../../i18n/translations.js';
import { withQuery } from '../input/url.js';

type Errors = Pick<FormState, 'errors'>;
type Found = FormState['errors'][number] | undefined;

interface FieldOptions {
  name: string;
  hint?: string;
  autocomplete?: string;
  inputmode?: string;
  min?: number | string;
  max?: number | string;
  list?: string;
  stepper?: boolean;
  disabled?: boolean;
  /** The name of the field that has the focus. */
  focus?: string;
}

export const formHelpers = {
  errorAt,
  errorsAt,
  isTicked,
  describedBy,
  controlAttributes,
  takesAlong,
};

function errorAt({ errors }: Errors, name: string): Found {
  return errors.find(({ field }) => field === name);
}

function errorsAt(form: Errors, names: string[]): FormState['errors'] {
  return names.flatMap((name) => errorAt(form, name) ?? []);
}

function isTicked({ lists }: Pick<FormState, 'lists'>, name: string, value: string): boolean {
  return lists[name]?.includes(value) ?? false;
}

/** The ids of a field's hint and error, for aria-describedby. */
function describedBy(form: Errors, name: string, hint?: string): string | undefined {
  const ids = [hint ? `${name}-hint` : '', errorAt(form, name) ? `${name}-error` : ''];
  return ids.filter((id) => id !== '').join(' ') || undefined;
}

/** Pairs of name and value. */
function controlAttributes(form: Errors, field: FieldOptions): [string, string | number][] {
  const attributes = Object.entries({
    autocomplete: field.autocomplete,
    inputmode: field.stepper ? 'numeric' : field.inputmode,
    min: field.min,
    max: field.max,
    list: field.list,
    'aria-describedby': describedBy(form, field.name, field.hint),
    'aria-invalid': errorAt(form, field.name) ? 'true' : undefined,
    disabled: field.disabled ? '' : undefined,
    autofocus: field.focus === field.name ? '' : undefined,
  });
  return attributes.flatMap(([name, set]) => (set === undefined ? [] : [[name, set]]));
}

/** Attributes of a button that sends the fields of a form elsewhere. @param form its id, if there is one */
function takesAlong(action: string, next: string, form: string | undefined): [string, string][] {
  if (form === undefined) return [];
  return Object.entries({
    form,
    formaction: withQuery(action, { next }),
    formmethod: 'post',
    formnovalidate: '',
  });
}

/** @param labels of fields, in English: they tell lines with the same words apart */
export function errorSummary(
  { t, tError }: Pick<Translator, 't' | 'tError'>,
  labels: Record<string, string>,
) {
  return {
    summaryLines({ errors }: Errors): { field: string; text: string }[] {
      return errors.map(({ field, message: words }) => {
        const message = tError(words);
        const isAlone = errors.filter((one) => one.message === words).length === 1;
        const label = labels[field];
        const isTold = isAlone || label === undefined;
        return {
          field,
          text: isTold ? message : t('{{label}}: {{message}}', { label: t(label), message }),
        };
      });
    },
  };
}
