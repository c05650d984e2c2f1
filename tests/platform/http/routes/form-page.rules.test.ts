import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { invalid, notFound } from '../../../../src/platform/errors.js';
import { everyone } from '../../../../src/platform/http/auth/access.js';
import { blankForm } from '../../../../src/platform/http/input/form.js';
import { formPage, formPost } from '../../../../src/platform/http/routes/form-page.js';
import { type PageInput, type PageRoute } from '../../../../src/platform/http/routes/page-route.js';
import { redirect } from '../../../../src/platform/http/routes/reply.js';
import { view } from '../../../../src/platform/http/routes/reply.js';
import type { Fields } from '../../../../src/platform/kept-forms/kept-forms.service.js';
import { type PageReply } from '../../../../src/platform/http/routes/reply.js';

const schema = z.strictObject({ name: z.string('Enter a name.').min(1), size: z.int().optional() });
const act = vi.fn((_page: object, input: z.infer<typeof schema>): PageReply =>
  redirect(`/saved/${input.name}`),
);
const routes = formPage({
  path: '/things/:id',
  access: everyone,
  schema,
  load: ({ params }) =>
    params.id === 'gone' ? redirect('/things') : { thing: `No. ${params.id}` },
  open: ({ thing }) => blankForm({ name: thing }),
  show: ({ thing }, form) => view('thing', 'Thing', { thing, form }),
  isRefresh: (form) => form.values.step === 'sizes',
  act,
});

function send(route: PageRoute | undefined, body?: unknown, id = '7', kept: Fields | null = null) {
  const input = { viewer: null, params: { id }, query: {}, body, upload: null, origin: '' };
  return route?.handle({ ...input, kept, refreshToken: null, address: '' } satisfies PageInput);
}
const [shown, sent] = routes;

describe('a page with a form', () => {
  it('is shown and sent at one address', () => {
    expect(routes.map(({ method, path }) => [method, path])).toEqual([
      ['get', '/things/:id'],
      ['post', '/things/:id'],
    ]);
  });

  it('opens with its first values', async () => {
    const reply = await send(shown);
    const form = blankForm({ name: 'No. 7' });
    expect(reply).toMatchObject({ view: 'thing', status: 200, locals: { thing: 'No. 7', form } });
  });

  it('has its effect and redirects', async () => {
    expect(await send(sent, { name: ' pan ', size: '3' })).toEqual({ location: '/saved/pan' });
    expect(act).toHaveBeenLastCalledWith(
      expect.objectContaining({ thing: 'No. 7' }),
      { name: 'pan', size: 3 },
      expect.objectContaining({ values: { name: 'pan', size: '3' } }),
    );
  });

  it('is shown again with what was typed and what is wrong', async () => {
    act.mockClear();
    expect(await send(sent, { name: '', size: 'big' })).toMatchObject({
      status: 422,
      failed: true,
      locals: {
        thing: 'No. 7',
        form: {
          values: { name: '', size: 'big' },
          errors: [{ field: 'name', message: 'Enter a name.' }, { field: 'size' }],
        },
      },
    });
    expect(act).not.toHaveBeenCalled();
  });

  it('is shown again without errors for a button that only asks for the page', async () => {
    act.mockClear();
    expect(await send(sent, { name: '', step: 'sizes' })).toMatchObject({
      status: 200,
      failed: false,
      locals: { form: { values: { step: 'sizes' }, errors: [] } },
    });
    expect(act).not.toHaveBeenCalled();
  });

  it('is shown again for a failure about its fields, and for no other', async () => {
    act.mockImplementationOnce(() => {
      throw invalid(undefined, [{ pointer: '/name', detail: 'That name is taken.' }]);
    });
    expect(await send(sent, { name: 'pan' })).toMatchObject({
      status: 422,
      locals: {
        form: {
          values: { name: 'pan' },
          errors: [{ field: 'name', message: 'That name is taken.' }],
        },
      },
    });
    act.mockImplementationOnce(() => {
      throw notFound();
    });
    await expect(send(sent, { name: 'pan' })).rejects.toSatisfy(notFound.is);
  });

  it('is shown with what was kept of it, without errors and without an effect', async () => {
    act.mockClear();
    expect(await send(shown, undefined, '7', { name: '', size: '3' })).toMatchObject({
      status: 200,
      locals: { thing: 'No. 7', form: { values: { name: '', size: '3' }, errors: [] } },
    });
    expect(act).not.toHaveBeenCalled();
  });

  it('gives way to a reply of load or open', async () => {
    expect(await send(shown, undefined, 'gone')).toEqual({ location: '/things' });
    expect(await send(sent, { name: 'pan' }, 'gone')).toEqual({ location: '/things' });
    const [elsewhere] = formPage({
      path: '/sign-in',
      access: everyone,
      schema,
      open: () => redirect('/'),
      show: (_page, form) => view('sign-in', 'Sign in', { form }),
      act,
    });
    expect(await send(elsewhere)).toEqual({ location: '/' });
  });

  it('can read its fields and explain its failures itself', async () => {
    const own = formPost({
      path: '/things/:id/rename',
      access: everyone,
      load: () => ({ least: 3 }),
      read: ({ body, least }) => {
        const values = body as Record<string, string>;
        const form = { ...blankForm(), values };
        return (values.name ?? '').length < least
          ? { ok: false, form: { ...form, errors: [{ field: 'name', message: 'Too short.' }] } }
          : { ok: true, input: { length: values.name?.length }, form };
      },
      show: ({ least }, form) => view('rename', 'Rename', { least, form }),
      onFailure: (form, error, { least }) => ({
        ...form,
        errors: [{ field: 'name', message: `${(error as Error).message} ${least}` }],
      }),
      act: (_page, { length }) => {
        throw new Error(`refused ${length}`);
      },
    });
    expect(own).toMatchObject({ method: 'post', path: '/things/:id/rename' });
    expect(await send(own, { name: 'ab' })).toMatchObject({
      locals: { form: { errors: [{ message: 'Too short.' }] } },
    });
    expect(await send(own, { name: 'abc' })).toMatchObject({
      locals: { form: { errors: [{ message: 'refused 3 3' }] } },
    });
  });
});
