import type { Fields } from '../../kept-forms/kept-forms.service.js';
import type { Viewer } from '../../viewer.js';
import type { Access } from '../auth/access.js';
import type { CacheTopics } from '../response-cache/response-cache.js';
import type { PageReply } from './reply.js';

export interface PageInput<A extends Access = Access> {
  viewer: A extends { kind: 'everyone' } ? Viewer | null : Viewer;
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
  /** What this form had when it led elsewhere, if that is what is asked for. */
  kept: Fields | null;
  refreshToken: string | null;
  upload: Uint8Array | null;
  address: string;
  /** Such as https://app.example. */
  origin: string;
}

export interface PageRoute {
  method: 'get' | 'post';
  path: string;
  access: Access;
  /** The kind of attempts that are limited by address. */
  attempts?: string;
  /** For visitors: its pages are kept until one of these topics changes. */
  cacheTopics?: CacheTopics;
  /** Its file never changes and is stored by anyone: nobody looks who asks, no session is renewed. */
  isPublicFile?: true;
  /** What is entered is kept when it leads elsewhere, as to sign in; a GET shows it again. */
  keepsForm?: boolean;
  /** The field of a file (multipart/form-data). No form key: it would take a transaction. */
  upload?: { field: string; maxBytes: number };
  handle(input: PageInput): Promise<PageReply> | PageReply;
}

/** Types the handler's viewer by the access. */
export function pageRoute<A extends Access>(
  route: Omit<PageRoute, 'access' | 'handle'> & {
    access: A;
    handle(input: PageInput<A>): Promise<PageReply> | PageReply;
  },
): PageRoute {
  return route;
}
