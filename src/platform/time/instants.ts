import { Temporal } from 'temporal-polyfill';
import { dateOfDay, dayNumber, wallClock } from './wall-clock.js';

/** [start, end) */
export interface Span {
  start: Date;
  end: Date;
}

/** Touching spans do not overlap. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function addMs(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms);
}

/** HH:MM, earlier first: none if a clock change skips it, two if it repeats it. */
export function instantsOf(date: string, time: string, timeZone: string): Date[] {
  const local = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  const readings = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toZonedDateTime(timeZone, { disambiguation }),
  );
  const instants = readings
    .filter((zoned) => zoned.toPlainDateTime().equals(local))
    .map((zoned) => zoned.epochMilliseconds);
  return [...new Set(instants)].map((ms) => new Date(ms));
}

/** The first instant, or null. @param time HH:MM, or with an offset (HH:MM-05:00) to choose */
export function instantOf(date: string, time: string, timeZone: string): Date | null {
  const instants = instantsOf(date, time.slice(0, 5), timeZone);
  const offset = time.slice(5);
  const chosen =
    offset === '' ? instants[0] : instants.find((one) => offsetOf(one, timeZone) === offset);
  return chosen ?? null;
}

/** Such as +09:00. */
export function offsetOf(instant: Date, timeZone: string): string {
  return zonedOf(instant, timeZone).offset;
}

function zonedOf(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

/** YYYY-MM-DD and HH:MM. */
export function localOf(instant: Date, timeZone: string): { date: string; time: string } {
  const ms = instant.getTime();
  const shown = new Date(ms + wallClock(timeZone).offsetAt(ms)).toISOString();
  const [date = '', time = ''] = shown.split('T');
  return { date, time: time.slice(0, 5) };
}

export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

/** Negative when `to` is before `from`. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** In UTC; the day is clamped to the month's last. */
export function addMonths(instant: Date, months: number): Date {
  return new Date(zonedOf(instant, 'UTC').add({ months }).epochMilliseconds);
}

/** The range of all dates: whatever is added to one of them still has four digits for its year. */
export const FIRST_DATE = '1970-01-01';
export const LAST_DATE = '2199-12-31';
export const DATE_PATTERN = /^(19[7-9]\d|2[01]\d\d)-\d\d-\d\d$/;

/** A date that exists, YYYY-MM-DD, from FIRST_DATE to LAST_DATE. */
export function isDate(text: string): boolean {
  if (!DATE_PATTERN.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

export function isTimeZone(text: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(text) || text === 'UTC';
}
