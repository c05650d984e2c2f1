import type { z } from 'zod';
import type { Fields } from '../../kept-forms/kept-forms.service.js';
import type { Access } from '../auth/access.js';
import {
  blankForm,
  readForm,
  withFailure,
  type FormReading,
  type FormState,
} from '../input/form.js';
import type { Shape } from '../input/schema-input.js';
import { pageRoute, type PageInput, type PageRoute } from './page-route.js';
import { type PageReply } from './reply.js';

type Awaitable<T> = T | Promise<T>;

type FormSource<P, I> =
  | { schema: Shape & z.ZodType<I>; read?: undefined }
  | { schema?: undefined; read(page: P): Awaitable<FormReading<I>> };

/** Types are inferred in order: write `load`, then `schema` or `read`, and `act` last. */
export type FormPost<A extends Access, L extends object, I> = Pick<
  PageRoute,
  'path' | 'attempts' | 'upload'
> & {
  access: A;
  /** Its result is added to `page`; a reply ends the request. */
  load?(input: PageInput<A>): Awaitable<L | PageReply>;
} & FormSource<PageInput<A> & L, I> & {
    /** With the form as it was sent, or blank. */
    show(page: PageInput<A> & L, form: FormState): Awaitable<PageReply>;
    /** Whether a button only asks to show the form again, without errors. */
    isRefresh?(form: FormState): boolean;
    act(page: PageInput<A> & L, input: I, form: FormState): Awaitable<PageReply>;
    /** The form with an error of `act`; throws any other. By default `withFailure`. */
    onFailure?(form: FormState, error: unknown, page: PageInput<A> & L): Awaitable<FormState>;
  };

export type FormPage<A extends Access, L extends object, I> = FormPost<A, L, I> & {
  /** With what was entered before it led elsewhere; by default it is shown without errors. */
  resume?(page: PageInput<A> & L, read: FormReading<I>): Awaitable<PageReply>;
  /** Blank by default; a reply replaces the page. */
  open?(page: PageInput<A> & L): Awaitable<FormState | PageReply>;
};

/** GET shows the form, POST sends it. */
export function formPage<A extends Access, I, L extends object = object>(
  page: FormPage<A, L, I>,
): PageRoute[] {
  const keepsForm = page.access.kind !== 'everyone' && page.upload === undefined;
  const get = pageRoute({
    method: 'get',
    path: page.path,
    access: page.access,
    keepsForm,
    async handle(input: PageInput<A>) {
      const loaded = await load(page, input);
      if (isReply(loaded)) return loaded;
      if (input.kept !== null) return resume(page, loaded, input.kept);
      const form = page.open ? await page.open(loaded) : blankForm();
      return isReply(form) ? form : page.show(loaded, form);
    },
  });
  return [get, { ...formPost(page), keepsForm }];
}

async function resume<A extends Access, L extends object, I>(
  page: FormPage<A, L, I>,
  loaded: PageInput<A> & L,
  body: Fields,
): Promise<PageReply> {
  const read = await readingOf(page, { ...loaded, body });
  return page.resume?.(loaded, read) ?? page.show(loaded, { ...read.form, errors: [] });
}

/** A form on another page, which is shown again when there are errors in its fields. */
export function formPost<A extends Access, I, L extends object = object>(
  post: FormPost<A, L, I>,
): PageRoute {
  const { path, access, attempts, upload } = post;
  return pageRoute({
    method: 'post',
    path,
    access,
    ...(attempts === undefined ? {} : { attempts }),
    ...(upload === undefined ? {} : { upload }),
    async handle(input: PageInput<A>) {
      const page = await load(post, input);
      if (isReply(page)) return page;
      const read = await readingOf(post, page);
      if (post.isRefresh?.(read.form)) return post.show(page, { ...read.form, errors: [] });
      if (!read.ok) return post.show(page, read.form);
      try {
        return await post.act(page, read.input, read.form);
      } catch (error) {
        const form = await (post.onFailure?.(read.form, error, page) ??
          withFailure(read.form, error));
        return post.show(page, form);
      }
    },
  });
}

async function readingOf<A extends Access, L extends object, I>(
  post: FormPost<A, L, I>,
  page: PageInput<A> & L,
): Promise<FormReading<I>> {
  return post.schema ? readForm(post.schema, page.body) : post.read(page);
}

async function load<A extends Access, L extends object, I>(
  post: FormPost<A, L, I>,
  input: PageInput<A>,
): Promise<(PageInput<A> & L) | PageReply> {
  const loaded = (await post.load?.(input)) ?? ({} as L);
  return isReply(loaded) ? loaded : { ...input, ...loaded };
}

function isReply(value: object): value is PageReply {
  return 'view' in value || 'location' in value || 'file' in value;
}
