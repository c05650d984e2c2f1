import { Failure, preconditionFailed, type FieldError } from '../../platform/errors.js';
import { blankForm, readForm, withFailure, type FormState } from '../../platform/http/input.js';
import {
  exceptionForm,
  rangeForm,
  settingsForm,
  type ScheduleBody,
} from './availability.schemas.js';

/** A range of the week as somebody typed it. */
interface TypedRange {
  weekday: number;
  opens: string;
  closes: string;
}
type Exception = ScheduleBody['exceptions'][number];
type Read<T> = { ok: true; input: T; form: FormState } | { ok: false; form: FormState };

const CHANGED_MEANWHILE =
  'The schedule was changed at the same moment. Look at it as it is now, then add this again.';
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const HOURS_FIELD = /^(?:opens|closes)_([1-7])_(\d{1,3})$/;

/** The page's forms before anybody changes them. */
export function storedForm(stored: ScheduleBody, version: number): FormState {
  const { weekly_hours: hours, exceptions: _, ...settings } = stored;
  return blankForm({ ...settings, ...hoursFields(hours), version, kind: 'day_off' });
}

/** Reads the form of hours and settings; an emptied range is left out, and so is the blank one. */
export function readScheduleForm(body: unknown): Read<Omit<ScheduleBody, 'exceptions'>> {
  const read = readForm(settingsForm, body);
  const hours = typedRanges(read.form.values);
  const others = Object.entries(read.form.values).filter(([name]) => !HOURS_FIELD.test(name));
  const wrong = fieldNames(hours).flatMap((names, index) => {
    const { form } = readForm(rangeForm, hours[index]);
    return form.errors.map(({ field, message }) => ({
      field: field === 'opens' ? names.opens : names.closes,
      message: `${names.day}: ${message}`,
    }));
  });
  const form: FormState = {
    values: { ...(Object.fromEntries(others) as FormState['values']), ...hoursFields(hours) },
    lists: {},
    errors: [...wrong, ...read.form.errors],
  };
  return read.ok && wrong.length === 0
    ? { ok: true, input: { ...read.input, weekly_hours: hours }, form }
    : { ok: false, form };
}

/** Reads the form that adds an exception from `today` on. */
export function readExceptionForm(body: unknown, today: string): Read<Exception> {
  const read = readForm(exceptionForm, body);
  if (!read.ok) return read;
  const { date, kind, opens, closes } = read.input;
  const refused = (field: string, message: string): Read<Exception> => ({
    ok: false,
    form: { ...read.form, errors: [{ field, message }] },
  });
  if (date < today) return refused('date', 'Choose today or a later date.');
  if (kind === 'day_off') {
    return opens === undefined && closes === undefined
      ? { ok: true, input: { date, kind }, form: read.form }
      : refused('kind', 'A day off has no times: choose extra hours, or clear the times.');
  }
  const range = readForm(rangeForm, { opens, closes });
  return range.ok
    ? { ok: true, input: { date, kind, ...range.input }, form: read.form }
    : { ok: false, form: { ...read.form, errors: range.form.errors } };
}

/**
 * The form of hours and settings again, with what the service refused beside its fields.
 * Whatever is no fault of the form is thrown on.
 */
export function refusedSchedule(form: FormState, error: unknown): FormState {
  if (preconditionFailed.isThe(error)) {
    const detail =
      'The schedule was changed since you opened this page. What you entered is kept: ' +
      'look at the week as it is now, then save again to put yours in its place.';
    return withFailure(form, preconditionFailed(detail, [{ pointer: '/hours', detail }]));
  }
  const names = fieldNames(typedRanges(form.values));
  return withFailure(
    form,
    repointed(error, ({ pointer, detail }) => {
      const [, part, index] = pointer.split('/');
      const range = names[Number(index ?? -1)];
      if (part !== 'weekly_hours') return { pointer, detail };
      return range
        ? { pointer: `/${range.opens}`, detail: `${range.day}: ${detail}` }
        : { pointer: '/hours', detail };
    }),
  );
}

/** The form of an exception again, with what the service refused beside its date. */
export function refusedException(form: FormState, error: unknown): FormState {
  const told = preconditionFailed.isThe(error)
    ? preconditionFailed(undefined, [{ pointer: '/date', detail: CHANGED_MEANWHILE }])
    : repointed(error, ({ detail }) => ({ pointer: '/date', detail }));
  return withFailure(form, told);
}

/** The same failure about the page's fields, where the pointers are those of the JSON body. */
function repointed(error: unknown, here: (field: FieldError) => FieldError): unknown {
  return error instanceof Failure
    ? new Failure(error.kind, error.message, error.fields.map(here))
    : error;
}

/** The version that a form was made from; 0, which no chef is at, when it names none. */
export function versionSeen(form: FormState): number {
  const { version = '' } = form.values;
  return /^\d{1,9}$/.test(version) ? Number(version) : 0;
}

/** The ranges in a form's fields that are not wholly empty, by weekday in the order of the fields. */
function typedRanges(values: FormState['values']): TypedRange[] {
  const names = Object.keys(values).map((name) => HOURS_FIELD.exec(name));
  return WEEKDAYS.flatMap((_, index) => {
    const weekday = index + 1;
    const numbers = names
      .filter((match) => match !== null && Number(match[1]) === weekday)
      .map((match) => Number(match?.[2]));
    return [...new Set(numbers)]
      .sort((a, b) => a - b)
      .map((number) => ({
        weekday,
        opens: values[`opens_${weekday}_${number}`] ?? '',
        closes: values[`closes_${weekday}_${number}`] ?? '',
      }))
      .filter(({ opens, closes }) => opens !== '' || closes !== '');
  });
}

/** The day's name and the fields' names of each range, numbered from 1 within its weekday. */
function fieldNames(hours: TypedRange[]): { day: string; opens: string; closes: string }[] {
  return hours.map(({ weekday }, index) => {
    const number = hours.slice(0, index + 1).filter((one) => one.weekday === weekday).length;
    return {
      day: WEEKDAYS[weekday - 1] ?? '',
      opens: `opens_${weekday}_${number}`,
      closes: `closes_${weekday}_${number}`,
    };
  });
}

function hoursFields(hours: TypedRange[]): Record<string, string> {
  const names = fieldNames(hours);
  return Object.fromEntries(
    hours.flatMap(({ opens, closes }, index) => [
      [names[index]?.opens, opens],
      [names[index]?.closes, closes],
    ]),
  ) as Record<string, string>;
}
