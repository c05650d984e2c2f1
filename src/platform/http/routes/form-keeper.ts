import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Fields, KeptForms } from '../../kept-forms/kept-forms.service.js';
import type { Limits } from '../../limits/limits.service.js';
import { networksOf } from '../../limits/networks.js';
import type { Viewer } from '../../viewer.js';
import type { Cookies } from '../auth/cookies.js';
import { FORM_KEY } from './form-key.js';
import type { PageRoute } from './page-route.js';

export type FormKeeper = ReturnType<typeof createFormKeeper>;

const PARAMETER = 'kept';
const MAX_LENGTH = 20_000;
/** NUL and lone surrogates, which a database has no place for. */
const NOT_STORED = /\\u(0000|d[89a-f])/;
const FROM_ONE_ADDRESS = { name: 'kept forms', points: 120, seconds: 3600, isFinal: true };
/** Of the buttons that lead elsewhere. */
const NOT_KEPT = [FORM_KEY, 'lang', 'theme', 'next'];

/** Keeps what was entered when a form leads elsewhere, and gives it back to the page of the form. */
export function createFormKeeper(
  routes: PageRoute[],
  { keptForms, cookies, limits }: { keptForms: KeptForms; cookies: Cookies; limits: Limits },
) {
  const budget = limits.budget(FROM_ONE_ADDRESS);
  const patterns = routes
    .filter(({ method, keepsForm }) => method === 'get' && keepsForm)
    .map(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`));
  const viewerIn = (res: Response) => (res.locals.viewer as Viewer | null | undefined) ?? null;

  return {
    /** The address at which the form is filled again; null when there is nothing to keep. */
    async keep(req: Request, res: Response, address: string): Promise<string | null> {
      const to = new URL(address, 'http://localhost');
      const fields = fieldsOf(req);
      const isKept = patterns.some((pattern) => pattern.test(to.pathname));
      if (!isKept || Object.keys(fields).length === 0) return null;
      const text = JSON.stringify(fields);
      if (text.length > MAX_LENGTH || NOT_STORED.test(text)) return null;
      if ((await budget.consume(networksOf(req.ip ?? '').address)).isExceeded) return null;
      const secret = cookies.formSecret(req) ?? randomName();
      const id = randomName();
      const form = { userId: viewerIn(res)?.id ?? null, path: to.pathname, fields };
      await keptForms.keep({ secret, id }, form);
      cookies.keepFormSecret(res, secret);
      to.searchParams.set(PARAMETER, id);
      return `${to.pathname}${to.search}`;
    },

    async find(req: Request, res: Response): Promise<Fields | null> {
      const id = req.query[PARAMETER];
      const secret = cookies.formSecret(req);
      if (typeof id !== 'string' || secret === null) return null;
      const from = { userId: viewerIn(res)?.id ?? null, path: req.path };
      return keptForms.find({ secret, id }, from);
    },
  };
}

/** What a form has sent, but for its key and what does not belong to it. */
function fieldsOf(req: Request): Fields {
  const sent = Object.entries((req.body ?? {}) as Fields);
  return Object.fromEntries(sent.filter(([name]) => !NOT_KEPT.includes(name)));
}

function randomName(): string {
  return randomBytes(16).toString('base64url');
}
