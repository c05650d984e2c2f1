import type { Request } from 'express';
import { isLanguage, LANGUAGES, type Language } from '../language.js';
import { everyone } from './access.js';
import type { Cookies } from './cookies.js';
import { localPath, pageRoute, type PageRoute } from './page-route.js';

/** The language to answer a reader in: the one chosen here, else the browser's, else English. */
export function languageOf(req: Request, cookies: Cookies): Language {
  const chosen = cookies.language(req);
  if (isLanguage(chosen)) return chosen;
  const accepted = req.acceptsLanguages(...LANGUAGES);
  return isLanguage(accepted) ? accepted : LANGUAGES[0];
}

/** Where the switch in the footer goes; it leads back to the page that it stood on. */
export const languagePage: PageRoute = pageRoute({
  method: 'post',
  path: '/language',
  access: everyone,
  handle({ body }) {
    const { lang, next } = (body ?? {}) as Record<string, unknown>;
    return { location: localPath(next), ...(isLanguage(lang) ? { language: lang } : {}) };
  },
});
