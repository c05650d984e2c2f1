import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ejs from 'ejs';
import { LANGUAGE_NAMES, type Values, type Words } from '../../i18n/language.js';
import type { Translator } from '../../i18n/translations.js';
import { formatMoney } from '../../money.js';
import {
  formatDate,
  formatMoment,
  formatMonth,
  formatPlainDate,
  formatSeconds,
  formatShortMonth,
  formatTime,
  formatWeekday,
  formatZone,
} from '../../time/format.js';
import { withQuery } from '../input/url.js';
import { formHelpers } from './form-functions.js';
import { pageLinks } from './page-links.js';

export type ViewWords = ReturnType<typeof wordHelpers>;

/** Helpers in the reader's language; instants are ISO 8601. */
export function wordHelpers({ language, t, tError, tStored }: Translator) {
  return {
    language,
    t,
    tError,
    tStored,
    tList: (list: Words[], separator: string) => list.map((words) => t(words)).join(separator),
    tLabels: <T extends { label: Words }>(things: T[]) =>
      things.map((one) => ({ ...one, label: t(one.label) })),
    /** For words with elements such as <strong>; values are escaped. */
    tHtml: (words: string, values: Values = {}) => {
      const escaped = Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'number' ? value : ejs.escapeXML(value),
      ]);
      return t(words, Object.fromEntries(escaped) as Values);
    },
    money: (amount: number, currency: string) => formatMoney(amount, currency, language),
    dateIn: (iso: string, zone: string) => formatDate(new Date(iso), zone, language),
    timeIn: (iso: string, zone: string) => formatTime(new Date(iso), zone),
    secondsIn: (iso: string, zone: string) => formatSeconds(new Date(iso), zone),
    momentIn: (iso: string, zone: string) => formatMoment(new Date(iso), zone, language),
    zoneLabel: (iso: string, zone: string) => formatZone(new Date(iso), zone, language),
    plainDate: (date: string) => formatPlainDate(date, language),
    weekday: (date: string) => formatWeekday(date, language),
    fullDate: (date: string) => formatDate(new Date(`${date}T00:00:00Z`), 'UTC', language),
    monthName: (month: string) => formatMonth(month, language),
    shortMonth: (month: string) => formatShortMonth(month, language),
  };
}

/** Helpers for any language. */
export function viewHelpers(publicFolder: string) {
  const versions = new Map<string, string>();
  return {
    languageNames: Object.entries(LANGUAGE_NAMES),
    withQuery,
    pageLinks,
    ...formHelpers,
    /** A static file's address with a hash of its content. */
    asset(path: string) {
      let version = versions.get(path);
      if (version === undefined) {
        const content = readFileSync(join(publicFolder, path));
        version = createHash('sha256').update(content).digest('base64url').slice(0, 10);
        versions.set(path, version);
      }
      return `${path}?v=${version}`;
    },
  };
}
