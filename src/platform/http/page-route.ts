import { Router, type Request, type RequestHandler, type Response } from 'express';
import { createHash } from 'node:crypto';
import type { Once, OnceOnly } from '../idempotency.service.js';
import { takesKey } from './api-route.js';
import { takeUpload } from './upload.js';
import { guardsFor, viewerOf, type Access, type Gatekeeper } from './access.js';
import { notFound } from '../errors.js';
import type { Language, Words } from '../language.js';
import type { FormState } from './input.js';
import type { Cookies, Flash, SessionTokens, Theme } from './cookies.js';
import type { Translator } from '../translations.js';
import type { Viewer } from './viewer.js';

/** The hidden field that carries a form's key. */
export const FORM_KEY = 'idempotency_key';

/** The greatest id that PostgreSQL's integer holds. */
const MAX_ID = 2_147_483_647;

export interface PageInput<A extends Access = Access> {
  viewer: A extends { kind: 'everyone' } ? Viewer | null : Viewer;
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
  /** The refresh token of the browser, for signing out. */
  refreshToken: string | null;
  /** The file that came with the form, of a route that takes one; null when none was chosen. */
  upload: Uint8Array | null;
  /** The site as the browser addresses it, such as https://coocook.example. */
  origin: string;
}

/** A file's content; one that says something says it in the language of its reader. */
type File = string | Buffer | ((words: Translator) => string);
/** What a page answers: a view, a file to keep, or another address to go to. */
export type PageReply =
  | { file: File; name?: string; type: string; immutable?: boolean }
  | { view: string; title: Words; failed: boolean; locals: Record<string, unknown>; status: number }
  | {
      location: string;
      flash?: Flash;
      session?: SessionTokens | null;
      theme?: Theme;
      language?: Language;
    };

export interface PageRoute {
  method: 'get' | 'post';
  /** With :name for a path parameter, as Express writes it. */
  path: string;
  access: Access;
  /** Attempts are counted per address and limited, as for every route that takes a password. */
  takesCredentials?: boolean;
  /** The form may carry a file in a field of that name (multipart/form-data), of so many bytes at most. */
  upload?: { field: string; maxBytes: number };
  handle(input: PageInput): Promise<PageReply> | PageReply;
}

/** Declares a page; the handler's viewer is typed by the access. */
export function pageRoute<A extends Access>(
  route: Omit<PageRoute, 'access' | 'handle'> & {
    access: A;
    handle(input: PageInput<A>): Promise<PageReply> | PageReply;
  },
): PageRoute {
  return route;
}

/** The id in a page's address. @throws notFound for one that cannot exist */
export function idOf(params: Record<string, string>): number {
  const id = /^[1-9]\d{0,9}$/.test(params.id ?? '') ? Number(params.id) : 0;
  if (id < 1 || id > MAX_ID) throw notFound();
  return id;
}

/** The page that a list's address asks for; the first when it names none. */
export function pageOf(query: Record<string, unknown>): number {
  const { page } = query;
  return typeof page === 'string' && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
}

/**
 * Shows a view; 422 (or the form's own status) and a title that says so when its form has errors.
 * @param title English words, or those that `say` fills; the page's reader gets them translated
 */
export function show(
  view: string,
  title: Words,
  locals: Record<string, unknown> & { form?: FormState },
): PageReply {
  const failed = (locals.form?.errors.length ?? 0) > 0;
  return {
    view,
    title,
    failed,
    locals,
    status: failed ? (locals.form?.status ?? 422) : 200,
  };
}

/** Goes on to another page (303) after a form has had its effect. */
export function goTo(location: string, success?: Words): PageReply {
  return success === undefined
    ? { location }
    : { location, flash: { kind: 'success', text: success } };
}

/**
 * An address within this site, or the fallback: nothing that a browser could read as another host.
 */
export function localPath(address: unknown, fallback = '/'): string {
  if (typeof address !== 'string' || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(address)) return fallback;
  const here = 'http://localhost';
  const url = URL.canParse(address, here) ? new URL(address, here) : null;
  return url?.origin === here && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}${url.hash}`
    : fallback;
}

/** The Express router of some pages. */
export function pageRouter(
  routes: PageRoute[],
  gatekeeper: Gatekeeper,
  cookies: Cookies,
  once: Once,
): Router {
  const router = Router({ caseSensitive: true });
  const shownAt = nearestPage(routes);
  for (const route of routes) {
    const prepare: RequestHandler = async (req, res, next) => {
      res.locals.route = route.path;
      if (route.method === 'post') res.locals.shownAt = shownAt(req.path);
      await viewerOf(gatekeeper, req, res);
      next();
    };
    router[route.method](
      route.path,
      prepare,
      ...guardsFor(route, gatekeeper),
      ...(route.upload ? [takeUpload(route.upload)] : []),
      async (req: Request, res: Response) => {
        const input: PageInput = {
          viewer: res.locals.viewer as Viewer,
          params: req.params as Record<string, string>,
          query: req.query,
          body: req.body as unknown,
          refreshToken: cookies.refreshToken(req),
          upload: req.file && req.file.size > 0 ? req.file.buffer : null,
          origin: `${req.protocol}://${req.host}`,
        };
        const request = takesKey(route) ? formRequest(req, input) : null;
        const reply = request
          ? (await once(request, async () => route.handle(input))).answer
          : await route.handle(input);
        await answer(res, reply, cookies);
      },
    );
  }
  return router;
}

/** Finds the page that a form's address belongs to: the longest beginning of it that can be asked for. */
function nearestPage(routes: PageRoute[]): (path: string) => string {
  const shown = routes
    .filter(({ method }) => method === 'get')
    .map(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`));
  return (path) => {
    let here = path;
    while (here !== '' && !shown.some((page) => page.test(here))) {
      here = here.slice(0, here.lastIndexOf('/'));
    }
    return here === '' ? '/' : here;
  };
}

/**
 * What makes two sendings of a form the same: its key, which each showing of the form has anew, and
 * all that was entered. The second waits for the first and goes where that one went, so that a
 * double click or a reload has one effect.
 */
function formRequest(req: Request, { viewer, body }: PageInput): OnceOnly<PageReply> | null {
  const formKey = (body as Record<string, unknown> | undefined)?.[FORM_KEY];
  if (viewer === null || typeof formKey !== 'string' || formKey === '') return null;
  const content = JSON.stringify([req.method, req.path, body]);
  return {
    userId: viewer.id,
    key: `form ${createHash('sha256').update(content).digest('hex')}`,
    content,
    wait: true,
    isEffect: (reply) => 'location' in reply,
  };
}

async function answer(res: Response, reply: PageReply, cookies: Cookies): Promise<void> {
  if ('view' in reply) {
    res.status(reply.status);
    await res.page(reply.view, {
      title: reply.title,
      failed: reply.failed,
      ...reply.locals,
    });
    return;
  }
  if ('file' in reply) {
    if (reply.name !== undefined) res.attachment(reply.name);
    const caching = reply.immutable ? 'public, max-age=31536000, immutable' : 'private, no-cache';
    if (!reply.immutable) res.vary('Accept-Language, Cookie');
    const file = typeof reply.file === 'function' ? reply.file(res.words()) : reply.file;
    res.type(reply.type).set('Cache-Control', caching).send(file);
    return;
  }
  if (reply.session) cookies.keepSession(res, reply.session);
  if (reply.session === null) cookies.dropSession(res);
  if (reply.theme) cookies.keepTheme(res, reply.theme);
  if (reply.language) cookies.keepLanguage(res, reply.language);
  if (reply.flash) cookies.keepFlash(res, reply.flash);
  res.redirect(303, reply.location);
}
