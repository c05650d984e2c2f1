import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ejs from 'ejs';
import express, { type Express, type Request, type RequestHandler } from 'express';
import { partsOfDay, type DayPart } from '../day-parts.js';
import { PICTURE_FORMATS, PICTURE_WIDTHS } from '../images.js';
import { LANGUAGE_NAMES, type Language, type Values, type Words } from '../language.js';
import { formatMoney } from '../money.js';
import {
  formatDate,
  formatMoment,
  formatMonth,
  formatPlainDate,
  formatSeconds,
  formatShortMonth,
  formatTime,
  formatSpan,
  formatWeekday,
  formatZone,
} from '../time.js';
import { loadTranslations, type Translator } from '../translations.js';
import type { Cookies } from './cookies.js';
import { languageOf } from './language.js';
import { withQuery } from './paging.js';
import type { Viewer } from './viewer.js';

declare module 'express-serve-static-core' {
  interface Response {
    /** What says things in the language of the reader. */
    words(): Translator;
    /** Renders views/<view>.ejs inside the layout and sends it with the status set before. */
    page(view: string, locals: { title: Words } & Record<string, unknown>): Promise<void>;
  }
}

const LAYOUT = 'layouts/main';

/** Status names in words. */
export const STATUS_LABELS: Record<string, string> = {
  pending: 'Pending',
  confirmed: 'Confirmed',
  declined: 'Declined',
  cancelled: 'Cancelled',
  expired: 'Expired',
  completed: 'Completed',
  no_show: 'No-show',
};

/** What every view can call in the language of its reader. Instants are ISO 8601 texts, as on the wire. */
export function wordHelpers({ language, t, told, known }: Translator) {
  const languages = new Intl.DisplayNames(language, { type: 'language' });
  const dayParts: Record<DayPart, string> = {
    night: t('After midnight'),
    morning: t('Morning'),
    afternoon: t('Afternoon'),
    evening: t('Evening'),
  };
  return {
    language,
    t,
    told,
    known,
    /** Words that hold elements of their own, such as <strong>; what goes into them is escaped. */
    rich: (words: string, values: Values = {}) => {
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
    timeLeft: (iso: string, nowIso: string) =>
      formatSpan(new Date(nowIso), new Date(iso), language),
    plainDate: (date: string) => formatPlainDate(date, language),
    /** Free starts of one day, as on the wire, by morning, afternoon and evening. */
    partsOfDay: (starts: { start_time: string }[]) =>
      partsOfDay(starts).map((group) => ({ ...group, label: dayParts[group.part] })),
    weekday: (date: string) => formatWeekday(date, language),
    /** A language's name by its code of ISO 639-1. */
    languageName: (code: string) => languages.of(code) ?? code,
    fullDate: (date: string) => formatDate(new Date(`${date}T00:00:00Z`), 'UTC', language),
    monthName: (month: string) => formatMonth(month, language),
    shortMonth: (month: string) => formatShortMonth(month, language),
    statusLabel: (status: string) => t(STATUS_LABELS[status] ?? status),
  };
}

/** What every view can call, whatever the language. */
export function viewHelpers(publicFolder: string) {
  const versions = new Map<string, string>();
  return {
    languageNames: LANGUAGE_NAMES,
    withQuery,
    photoSources,
    /** A static file's address with its content's hash, so that it can be cached for a year. */
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

/** The further formats and widths of a picture that was uploaded; none of any other. */
function photoSources(url: string | null): { type: string; srcset: string }[] {
  const [, base] = /^(\/photos\/[\w-]{22})-640\.webp$/.exec(url ?? '') ?? [];
  if (base === undefined) return [];
  return PICTURE_FORMATS.map((format) => ({
    type: `image/${format}`,
    srcset: PICTURE_WIDTHS.map((width) => `${base}-${width}.${format} ${width}w`).join(', '),
  }));
}

/** Serves files: for a year when the address carries their content's hash, else to be asked for again. */
export function staticFiles(folder: string): RequestHandler {
  return express.static(folder, {
    index: false,
    cacheControl: false,
    setHeaders(res) {
      const { query } = res.req;
      const caching = query.v === undefined ? 'no-cache' : 'max-age=31536000, immutable';
      res.setHeader('Cache-Control', `public, ${caching}`);
    },
  });
}

/** Lets Express render EJS from a folder, and gives `res.page` to the handlers. */
export function useViews(
  app: Express,
  options: {
    viewsFolder: string;
    publicFolder: string;
    localesFolder: string;
    cookies: Cookies;
    cache: boolean;
    /** What the page at a path shows beside the view's own locals, whichever it is. */
    pageLocals: (viewer: Viewer | null, path: string) => Promise<Record<string, unknown>>;
  },
): RequestHandler {
  app.set('views', options.viewsFolder);
  app.set('view engine', 'ejs');
  if (options.cache) app.enable('view cache');
  app.engine('ejs', (path, data, done) => {
    ejs.renderFile(path, data as ejs.Data, { cache: options.cache }, done);
  });
  Object.assign(app.locals, viewHelpers(options.publicFolder));
  const { en, ko } = loadTranslations(options.localesFolder);
  const helpers: Record<Language, ReturnType<typeof wordHelpers>> = {
    en: wordHelpers(en),
    ko: wordHelpers(ko),
  };

  return (req, res, next) => {
    const wordsOf = () => helpers[languageOf(req, options.cookies)];
    res.words = wordsOf;
    res.page = async (view, { title, failed, ...locals }) => {
      const words = wordsOf();
      // A page that a script looks at is not where the person reads the message.
      const flash = isForScript(req) ? null : options.cookies.takeFlash(req, res);
      const titled = words.t(title);
      const shared = {
        ...words,
        ...(await options.pageLocals((res.locals.viewer as Viewer | undefined) ?? null, req.path)),
        title: failed === true ? words.t('Error: {{title}}', { title: titled }) : titled,
        flash: flash && { ...flash, text: words.t(flash.text) },
        theme: options.cookies.theme(req),
        path: req.path,
        /** Where somebody who chooses another language comes back to. */
        here:
          req.method === 'GET'
            ? req.originalUrl
            : ((res.locals.shownAt as string | undefined) ?? '/'),
        requestId: req.id,
        formKey: randomUUID(),
        ...locals,
      };
      const render = (name: string, data: object) =>
        new Promise<string>((resolve, reject) => {
          res.render(name, data, (error: Error | null, html) => {
            if (error) reject(error);
            else resolve(html);
          });
        });
      const body = await render(view, shared);
      res.set('Cache-Control', 'private, no-cache').set('Content-Language', words.language);
      res.vary('Accept-Language, Cookie');
      res.type('html').send(await render(LAYOUT, { ...shared, body }));
    };
    next();
  };
}

/** By a header of our own: the fetch metadata of a page that a service worker asks for says the same. */
function isForScript(req: Request): boolean {
  return req.get('X-Live') !== undefined;
}
