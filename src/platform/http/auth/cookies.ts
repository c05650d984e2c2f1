import type { CookieOptions, Request, Response } from 'express';
import { z } from 'zod';
import type { Language, Words } from '../../i18n/language.js';

export interface SessionTokens {
  accessToken: string;
  refreshToken: string;
  /** Seconds. */
  refreshExpiresIn: number;
}

export interface Flash {
  kind: 'success' | 'error';
  text: Words;
}

/** `system` follows the setting of the device. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

const flashShape = z.object({
  kind: z.enum(['success', 'error']),
  text: z.union([
    z.string(),
    z.object({
      words: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ]),
});

/** `secure` adds the `__Host-` prefix, accepted over HTTPS only (RFC 6265bis, 4.1.3). */
export function createCookies(secure: boolean) {
  const name = (base: string) => (secure ? `__Host-${base}` : base);
  const options: CookieOptions = { httpOnly: true, sameSite: 'lax', secure, path: '/' };
  const read = (req: Request, base: string) => {
    const value: unknown = (req.cookies as Record<string, unknown> | undefined)?.[name(base)];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return {
    accessToken: (req: Request) => read(req, 'access'),
    refreshToken: (req: Request) => read(req, 'refresh'),
    keepSession(res: Response, tokens: SessionTokens) {
      const kept = { ...options, maxAge: tokens.refreshExpiresIn * 1000 };
      res.cookie(name('access'), tokens.accessToken, kept);
      res.cookie(name('refresh'), tokens.refreshToken, kept);
    },
    dropSession(res: Response) {
      res.clearCookie(name('access'), options);
      res.clearCookie(name('refresh'), options);
    },
    /** Without it nobody finds what this browser has entered. */
    formSecret: (req: Request) => read(req, 'forms'),
    keepFormSecret(res: Response, secret: string) {
      res.cookie(name('forms'), secret, options);
    },
    dropFormSecret(res: Response) {
      res.clearCookie(name('forms'), options);
    },
    language: (req: Request) => read(req, 'lang'),
    keepLanguage(res: Response, language: Language) {
      res.cookie(name('lang'), language, { ...options, maxAge: YEAR_MS });
    },
    theme: (req: Request): Theme => THEMES.find((one) => one === read(req, 'theme')) ?? 'system',
    keepTheme(res: Response, theme: Theme) {
      if (theme === 'system') res.clearCookie(name('theme'), options);
      else res.cookie(name('theme'), theme, { ...options, maxAge: YEAR_MS });
    },
    keepFlash(res: Response, flash: Flash) {
      res.cookie(name('flash'), JSON.stringify(flash), { ...options, maxAge: 60_000 });
    },
    takeFlash(req: Request, res: Response): Flash | null {
      const value = read(req, 'flash');
      if (value === null) return null;
      res.clearCookie(name('flash'), options);
      try {
        return flashShape.safeParse(JSON.parse(value)).data ?? null;
      } catch {
        return null;
      }
    },
  };
}

export type Cookies = ReturnType<typeof createCookies>;
