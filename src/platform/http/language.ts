import { Router, type Request } from 'express';
import { isLanguage, LANGUAGES, type Language } from '../language.js';
import type { Cookies } from './cookies.js';
import { localPath } from './page-route.js';

/** The language to answer a reader in: the one chosen here, else the browser's, else English. */
export function languageOf(req: Request, cookies: Cookies): Language {
  const chosen = cookies.language(req);
  if (isLanguage(chosen)) return chosen;
  const accepted = req.acceptsLanguages(...LANGUAGES);
  return isLanguage(accepted) ? accepted : LANGUAGES[0];
}

/** Where the switch in the footer goes; it leads back to the page that it stood on. */
export function languageRouter(cookies: Cookies): Router {
  const router = Router({ caseSensitive: true });
  router.post('/language', (req, res) => {
    const { lang, next } = (req.body ?? {}) as Record<string, unknown>;
    if (isLanguage(lang)) cookies.keepLanguage(res, lang);
    res.redirect(303, localPath(next));
  });
  return router;
}
