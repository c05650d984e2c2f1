import { dateFormat, numberFormat } from '../i18n/formats.js';
import type { Language } from '../i18n/language.js';
import { localOf } from './instants.js';
import { remember } from '../remember.js';
import { MINUTE_MS } from './units.js';

const QUARTER_MS = 15 * MINUTE_MS;

const LOCALES: Record<Language, string> = { en: 'en-GB', ko: 'ko' };
const WITH_YEAR = {
  en: civilFormat('en', { year: 'numeric' }),
  ko: civilFormat('ko', { year: 'numeric' }),
};
const WITHOUT_YEAR = { en: civilFormat('en', {}), ko: civilFormat('ko', {}) };

/** "Sat 28 Nov 2026" for an instant in a zone; in Korean "2026년 11월 28일 (토)". */
export function formatDate(instant: Date, timeZone: string, language: Language): string {
  return WITH_YEAR[language](localOf(instant, timeZone).date);
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
  return WITHOUT_YEAR[language](date);
}

/** "Sat" for a date YYYY-MM-DD; in Korean "토". */
export function formatWeekday(date: string, language: Language): string {
  const format = dateFormat(language, { weekday: 'short', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** "Seoul time (GMT+9)" for a zone at an instant; in Korean "한국 시간 (GMT+9)". */
export function formatZone(instant: Date, timeZone: string, language: Language): string {
  return zoneNames(language)(timeZone)(Math.floor(instant.getTime() / QUARTER_MS));
}

// Zones change on quarters of an hour.
const zoneNames = remember((language: Language) =>
  remember((timeZone: string) =>
    remember((quarter: number) => zoneName(new Date(quarter * QUARTER_MS), timeZone, language)),
  ),
);

function zoneName(instant: Date, timeZone: string, language: Language): string {
  const name = (timeZoneName: 'shortOffset' | 'shortGeneric') =>
    dateFormat(language, { timeZone, timeZoneName })
      .formatToParts(instant)
      .find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  // The country's full name is not used for the time of day.
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
  const format = numberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.floor(count));
}

/** "November 2026" for a month YYYY-MM; in Korean "2026년 11월". */
export function formatMonth(month: string, language: Language): string {
  return formatMonthAs(month, language, { year: 'numeric', month: 'long' });
}

/** "Nov" for a month YYYY-MM; in Korean "11". */
export function formatShortMonth(month: string, language: Language): string {
  return formatMonthAs(month, language, { month: 'short' }).replace('월', '');
}

function formatMonthAs(
  month: string,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string {
  const format = dateFormat(LOCALES[language], { timeZone: 'UTC', ...options });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

function civilFormat(language: Language, options: Intl.DateTimeFormatOptions) {
  const format = (wanted: Intl.DateTimeFormatOptions) =>
    dateFormat(LOCALES[language], { timeZone: 'UTC', ...wanted });
  const month = language === 'ko' ? 'long' : 'short';
  return remember((date: string): string => {
    const instant = new Date(`${date}T00:00:00Z`);
    const weekday = format({ weekday: 'short' }).format(instant);
    const day = format({ day: 'numeric', month, ...options }).format(instant);
    return language === 'ko' ? `${day} (${weekday})` : `${weekday} ${day}`;
  });
}
