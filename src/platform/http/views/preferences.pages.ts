import type { Request } from 'express';
import { isLanguage, LANGUAGES, type Language } from '../../i18n/language.js';
import { everyone } from '../auth/access.js';
import { THEMES, type Cookies } from '../auth/cookies.js';
import { pageRoute, type PageRoute } from '../routes/page-route.js';
import { localPath } from '../input/url.js';

/** Chosen in this browser, else accepted by it, else English. */
export function languageOf(req: Request, cookies: Cookies): Language {
  const chosen = cookies.language(req);
  if (isLanguage(chosen)) return chosen;
  const accepted = req.acceptsLanguages(...LANGUAGES);
  return isLanguage(accepted) ? accepted : LANGUAGES[0];
}

export const languagePage: PageRoute = pageRoute({
  method: 'post',
  path: '/language',
  access: everyone,
  keepsForm: true,
  handle({ body, query }) {
    const { lang, next } = { ...query, ...(body as Record<string, unknown> | undefined) };
    const chosen = isLanguage(lang) ? { language: lang } : {};
    return { location: localPath(next), carriesForm: true, ...chosen };
  },
});

export const themePage: PageRoute = pageRoute({
  method: 'post',
  path: '/theme',
  access: everyone,
  keepsForm: true,
  handle({ body, query }) {
    const { theme, next } = { ...query, ...(body as Record<string, unknown> | undefined) };
    const chosen = THEMES.find((one) => one === theme) ?? 'system';
    return { location: localPath(next), carriesForm: true, theme: chosen };
  },
});
