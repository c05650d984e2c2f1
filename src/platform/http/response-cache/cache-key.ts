import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** Cookies that change an answer without saying who asks. */
const PREFERENCES = /^(?:__Host-)?(?:lang|theme)=/;

/** What a request asks for, in which language and theme; null when the answer may be for this caller alone. */
export function cacheKey({ method, url = '', headers }: IncomingMessage): string | null {
  if (method !== 'GET' || headers.authorization !== undefined) return null;
  if (url.startsWith('/api/')) return headers.origin === undefined ? url : null;
  if (headers['x-live'] !== undefined) return null;
  if (!isFromNobody(headers)) return null;
  const cookies = cookiesOf(headers);
  return [url, headers['accept-language'], headers.accept, ...cookies.sort()].join('\n');
}

/** Whether nothing in a request says who asks. */
export function isFromNobody(headers: IncomingHttpHeaders): boolean {
  if (headers.authorization !== undefined) return false;
  return cookiesOf(headers).every((cookie) => PREFERENCES.test(cookie));
}

function cookiesOf({ cookie }: IncomingHttpHeaders): string[] {
  return cookie === undefined ? [] : cookie.split('; ');
}
