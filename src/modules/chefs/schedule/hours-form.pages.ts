import { AppError, preconditionFailed, type FieldError } from '../../../platform/errors.js';
import {
  readForm,
  withFailure,
  type FormReading,
  type FormState,
} from '../../../platform/http/input/form.js';
import { rangeForm, settingsForm, type ScheduleBody } from './schedule.schemas.js';

interface TypedRange {
  weekday: number;
  opens: string;
  closes: string;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const HOURS_FIELD = /^(?:opens|closes)_([1-7])_(\d{1,3})$/;

/** Ranges whose fields are empty are left out. */
export function readScheduleForm(body: unknown): FormReading<Omit<ScheduleBody, 'exceptions'>> {
  const read = readForm(settingsForm, body);
  const hours = typedRanges(read.form.values);
  const others = Object.entries(read.form.values).filter(([name]) => !HOURS_FIELD.test(name));
  const errors = fieldNames(hours).flatMap((names, index) => {
    const { form } = readForm(rangeForm, hours[index]);
    return form.errors.map(({ field, message }) => ({
      field: field === 'opens' ? names.opens : names.closes,
      message: `${names.day}: ${message}`,
    }));
  });
  const form: FormState = {
    values: { ...(Object.fromEntries(others) as FormState['values']), ...hoursFields(hours) },
    lists: {},
    errors: [...errors, ...read.form.errors],
  };
  return read.ok && errors.length === 0
    ? { ok: true, input: { ...read.input, weekly_hours: hours }, form }
    : { ok: false, form };
}

/** Shows what the service refused beside the fields. @throws the error when no field is at fault */
export function refusedSchedule(form: FormState, error: unknown): FormState {
  if (preconditionFailed.is(error)) {
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

/** The same error with pointers to the page's fields in place of the JSON body's. */
export function repointed(error: unknown, here: (field: FieldError) => FieldError): unknown {
  return error instanceof AppError
    ? new AppError(error.kind, error.message, error.fields.map(here))
    : error;
}

/** Ranges with some field filled in, by weekday and number. */
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

/** Each weekday's ranges and an empty one to add; weekdays have English names. */
export function weekdayFieldsets({ values }: FormState) {
  return WEEKDAYS.map((name, index) => {
    const namesOf = (number: number) => ({
      opens: `opens_${index + 1}_${number}`,
      closes: `closes_${index + 1}_${number}`,
    });
    let count = 0;
    while (values[namesOf(count + 1).opens] !== undefined) count += 1;
    const ranges = Array.from({ length: count + 1 }, (_, number) => ({
      ...namesOf(number + 1),
      adding: number === count,
    }));
    return { name, isEmpty: count === 0, ranges };
  });
}

export function hoursFields(hours: TypedRange[]): Record<string, string> {
  const names = fieldNames(hours);
  return Object.fromEntries(
    hours.flatMap(({ opens, closes }, index) => [
      [names[index]?.opens, opens],
      [names[index]?.closes, closes],
    ]),
  ) as Record<string, string>;
}
