import { Temporal } from 'temporal-polyfill';
import type { Language } from './language.js';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** English dates have the day before the month. */
const LOCALES: Record<Language, string> = { en: 'en-GB', ko: 'ko' };

/** A half-open span of time, [start, end). */
export interface Span {
  start: Date;
  end: Date;
}

/** Whether two half-open spans share an instant; touching ones do not. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The instant `ms` milliseconds later (or earlier, when negative). */
export function later(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms);
}

/**
 * The instants at which the clocks of an IANA zone show a local date (YYYY-MM-DD) and time (HH:MM),
 * the earlier first: none when a clock change skips it, two when it happens twice.
 */
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

/**
 * The instant of a local date (YYYY-MM-DD) and time in an IANA zone; null when a clock change skips
 * it. A time that happens twice gives the earlier instant unless its offset is given.
 * @param time HH:MM, or HH:MM followed by an offset such as -05:00
 */
export function instantOf(date: string, time: string, timeZone: string): Date | null {
  const instants = instantsOf(date, time.slice(0, 5), timeZone);
  const offset = time.slice(5);
  const chosen =
    offset === '' ? instants[0] : instants.find((one) => offsetOf(one, timeZone) === offset);
  return chosen ?? null;
}

/** The offset of a zone at an instant, such as +09:00. */
export function offsetOf(instant: Date, timeZone: string): string {
  return zonedOf(instant, timeZone).offset;
}

function zonedOf(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

/** The local date (YYYY-MM-DD) and time (HH:MM) of an instant in an IANA zone. */
export function localOf(instant: Date, timeZone: string): { date: string; time: string } {
  const zoned = zonedOf(instant, timeZone);
  return {
    date: zoned.toPlainDate().toString(),
    time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** The date `days` days after a date, both YYYY-MM-DD. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** How many days the second date lies after the first, both YYYY-MM-DD; negative when before. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** The instant a number of calendar months later in UTC, the day clamped to the month's last. */
export function addMonths(instant: Date, months: number): Date {
  return new Date(zonedOf(instant, 'UTC').add({ months }).epochMilliseconds);
}

/** Whether text names a date that exists, as YYYY-MM-DD in the years 1970 to 9999. */
export function isDate(text: string): boolean {
  if (!/^(19[7-9]\d|[2-9]\d{3})-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Whether text names a time zone of the IANA database. */
export function isTimeZone(text: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(text) || text === 'UTC';
}

/** "Sat 28 Nov 2026" for an instant in a zone; in Korean "2026년 11월 28일 (토)". */
export function formatDate(instant: Date, timeZone: string, language: Language): string {
  return formatCivil(localOf(instant, timeZone).date, language, { year: 'numeric' });
}

/** "18:00" for an instant in a zone. */
export function formatTime(instant: Date, timeZone: string): string {
  return localOf(instant, timeZone).time;
}

/** "14:05:09" for an instant in a zone. */
export function formatSeconds(instant: Date, timeZone: string): string {
  const seconds = String(instant.getUTCSeconds()).padStart(2, '0');
  return `${formatTime(instant, timeZone)}:${seconds}`;
}

/** "Sat 28 Nov 2026, 18:00" for an instant in a zone; in Korean "2026년 11월 28일 (토) 18:00". */
export function formatMoment(instant: Date, timeZone: string, language: Language): string {
  const date = formatDate(instant, timeZone, language);
  return `${date}${language === 'ko' ? '' : ','} ${formatTime(instant, timeZone)}`;
}

/** "Sat 28 Nov" for a date YYYY-MM-DD; in Korean "11월 28일 (토)". */
export function formatPlainDate(date: string, language: Language): string {
  return formatCivil(date, language, {});
}

/** "Sat" for a date YYYY-MM-DD; in Korean "토". */
export function formatWeekday(date: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** "Seoul time (GMT+9)" for a zone at an instant; in Korean "한국 시간 (GMT+9)". */
export function formatZone(instant: Date, timeZone: string, language: Language): string {
  const name = (timeZoneName: 'shortOffset' | 'shortGeneric') =>
    new Intl.DateTimeFormat(language, { timeZone, timeZoneName })
      .formatToParts(instant)
      .find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  // Nobody says the country's full name for the time of day.
  const said =
    language === 'ko' ? name('shortGeneric').replace('대한민국', '한국') : `${place} time`;
  return `${said} (${name('shortOffset')})`;
}

/** "3 hours" or "2 days" from one instant to a later one, at least a minute; in Korean "3시간". */
export function formatSpan(from: Date, until: Date, language: Language): string {
  const minutes = Math.max(1, Math.floor((until.getTime() - from.getTime()) / MINUTE_MS));
  const [count, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 48 * 60
        ? [minutes / 60, 'hour']
        : [minutes / (24 * 60), 'day'];
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.floor(count));
}

/** "November 2026" for a month YYYY-MM; in Korean "2026년 11월". */
export function formatMonth(month: string, language: Language): string {
  return formatMonthAs(month, language, { year: 'numeric', month: 'long' });
}

/** "Nov" for a month YYYY-MM, where there is little room; in Korean "11". */
export function formatShortMonth(month: string, language: Language): string {
  return formatMonthAs(month, language, { month: 'short' }).replace('월', '');
}

function formatMonthAs(
  month: string,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', ...options });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

function formatCivil(
  date: string,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string {
  const instant = new Date(`${date}T00:00:00Z`);
  const format = (wanted: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', ...wanted });
  const month = language === 'ko' ? 'long' : 'short';
  const weekday = format({ weekday: 'short' }).format(instant);
  const day = format({ day: 'numeric', month, ...options }).format(instant);
  return language === 'ko' ? `${day} (${weekday})` : `${weekday} ${day}`;
}
