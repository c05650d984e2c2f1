import type { Response } from 'express';
import type { Words } from '../../i18n/language.js';
import type { Translator } from '../../i18n/translations.js';
import type { Cookies } from '../auth/cookies.js';
import type { PageReply } from './reply.js';

/** Renders in the language of the reader. */
export interface Renderer {
  translator(res: Response): Translator;
  /** Sends views/<view>.ejs inside the layout; set the status before. */
  sendPage(res: Response, view: string, locals: { title: Words } & Record<string, unknown>): void;
}

export function sendReply(
  res: Response,
  reply: PageReply,
  { cookies, renderer, isPublic }: { cookies: Cookies; renderer: Renderer; isPublic: boolean },
): void {
  if ('view' in reply) {
    const { view, title, failed, locals, status } = reply;
    res.status(status);
    renderer.sendPage(res, view, { title, failed, ...locals });
    return;
  }
  if ('file' in reply) {
    if (reply.name !== undefined) res.attachment(reply.name);
    const caching = isPublic ? 'public, max-age=31536000, immutable' : 'private, no-cache';
    if (!isPublic) res.vary('Accept-Language, Cookie');
    const file =
      typeof reply.file === 'function' ? reply.file(renderer.translator(res)) : reply.file;
    res.type(reply.type).set('Cache-Control', caching).send(file);
    return;
  }
  if (reply.session) cookies.keepSession(res, reply.session);
  if (reply.session === null) {
    cookies.dropSession(res);
    cookies.dropFormSecret(res);
  }
  if (reply.theme) cookies.keepTheme(res, reply.theme);
  if (reply.language) cookies.keepLanguage(res, reply.language);
  if (reply.flash) cookies.keepFlash(res, reply.flash);
  res.redirect(303, reply.location);
}
