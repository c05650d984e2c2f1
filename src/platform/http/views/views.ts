import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Language } from '../../i18n/language.js';
import { loadTranslations } from '../../i18n/translations.js';
import type { Viewer } from '../../viewer.js';
import type { Cookies } from '../auth/cookies.js';
import type { Renderer } from '../routes/send-reply.js';
import { createTemplates } from './templates.js';
import { viewHelpers, wordHelpers, type ViewWords } from './view-functions.js';
import { languageOf } from './preferences.pages.js';

const LAYOUT = 'layouts/main';

export interface ViewOptions {
  viewsFolder: string;
  publicFolder: string;
  localesFolder: string;
  /** The stylesheet's address. */
  stylesheet: () => string;
  cookies: Cookies;
  cache: boolean;
  moduleHelpers: (words: ViewWords) => Record<string, unknown>;
  /** Locals of every page, beside a view's own. */
  pageLocals: (viewer: Viewer | null, path: string) => Record<string, unknown>;
}

export function createRenderer(options: ViewOptions): Renderer {
  const { cookies, cache, stylesheet } = options;
  const translators = loadTranslations(options.localesFolder);
  const common = { ...viewHelpers(options.publicFolder), stylesheet };
  const rendererIn = (language: Language) => {
    const words = wordHelpers(translators[language]);
    const helpers = { ...common, ...words, ...options.moduleHelpers(words) };
    return { words, render: createTemplates({ folder: options.viewsFolder, helpers, cache }) };
  };
  const renderers = { en: rendererIn('en'), ko: rendererIn('ko') };

  return {
    translator: (res) => translators[languageOf(res.req, cookies)],
    sendPage(res, view, { title, failed, ...locals }) {
      const { req } = res;
      const { words, render } = renderers[languageOf(req, cookies)];
      // A script's request must not use up the message.
      const flash = isForScript(req) ? null : cookies.takeFlash(req, res);
      const translatedTitle = words.t(title);
      const shared = {
        ...options.pageLocals((res.locals.viewer as Viewer | undefined) ?? null, req.path),
        title:
          failed === true
            ? words.t('Error: {{title}}', { title: translatedTitle })
            : translatedTitle,
        flash: flash && { ...flash, text: words.t(flash.text) },
        theme: cookies.theme(req),
        path: req.path,
        here: returnAddress(res),
        requestId: req.id,
        formKey: randomUUID(),
        ...locals,
      };
      const body = render(view, shared);
      res.set('Cache-Control', 'private, no-cache').set('Content-Language', words.language);
      res.vary('Accept-Language, Cookie');
      res.type('html').send(render(LAYOUT, { ...shared, body }));
    },
  };
}

/** After a change of language: this page, or the one with the form that was sent. */
function returnAddress(res: Response): string {
  const { req } = res;
  return req.method === 'GET'
    ? req.originalUrl
    : ((res.locals.shownAt as string | undefined) ?? '/');
}

/** By our own header: a service worker's requests have the same fetch metadata. */
function isForScript(req: Request): boolean {
  return req.get('X-Live') !== undefined;
}
