import { everyone } from '../../platform/http/auth/access.js';
import { blankForm, type FormState } from '../../platform/http/input/form.js';
import { formPage, formPost } from '../../platform/http/routes/form-page.js';
import {
  pageRoute,
  type PageInput,
  type PageRoute,
} from '../../platform/http/routes/page-route.js';
import { localPath } from '../../platform/http/input/url.js';
import { redirect } from '../../platform/http/routes/reply.js';
import { view } from '../../platform/http/routes/reply.js';
import { type PageReply } from '../../platform/http/routes/reply.js';
import { withQuery } from '../../platform/http/input/url.js';
import { message } from '../../platform/i18n/language.js';
import { demoBody, loginBody, registerBody } from './auth.schemas.js';
import type { Auth, SignIn } from './auth.service.js';

const HOME = '/my-bookings';

export function authPages(auth: Auth): PageRoute[] {
  return [
    ...formPage({
      path: '/sign-in',
      access: everyone,
      attempts: 'sign-in',
      schema: loginBody,
      open: openForm,
      show: (_page, form) => signInPage(nextOf(form), withoutPassword(form), blankForm()),
      act: async ({ address }, input, form) =>
        enter(await auth.signIn(input, address), nextOf(form)),
    }),
    formPost({
      path: '/sign-in/demo',
      access: everyone,
      attempts: 'sign-in',
      schema: demoBody,
      show: (_page, form) => signInPage(nextOf(form), blankForm(), form),
      async act(_page, input, form) {
        const next = nextOf(form);
        const home = input.role === 'chef' && next === HOME ? '/chef/today' : next;
        return enter(await auth.demoSignIn(input), home);
      },
    }),
    ...formPage({
      path: '/register',
      access: everyone,
      attempts: 'sign-up',
      schema: registerBody,
      open: openForm,
      show: (_page, form) => registerPage(nextOf(form), withoutPassword(form)),
      async act({ address }, input, form) {
        await auth.register(input, address);
        const next = withQuery('/subscribe', { next: nextOf(form) });
        return redirect(
          withQuery('/sign-in', { next }),
          'If this address is new, your account is ready. Sign in to go on.',
        );
      },
    }),
    pageRoute({
      method: 'post',
      path: '/sign-out',
      access: everyone,
      async handle({ viewer, refreshToken }) {
        if (refreshToken !== null) await auth.signOut(refreshToken);
        if (viewer?.sessionId != null) await auth.endSession(viewer.sessionId);
        return { ...redirect('/', 'You are signed out.'), session: null };
      },
    }),
  ];
}

function openForm({ viewer, query }: PageInput<typeof everyone>): FormState | PageReply {
  const next = localPath(query.next, HOME);
  return viewer ? redirect(next) : blankForm({ next });
}

function nextOf(form: FormState): string {
  return localPath(form.values.next, HOME);
}

function signInPage(next: string, form: FormState, demoForm: FormState): PageReply {
  // The page has two forms: its title and status are those of the one with errors.
  const failing = demoForm.errors.length > 0 ? demoForm : form;
  const page = view('auth/sign-in', 'Sign in', { form: failing, next });
  return 'view' in page ? { ...page, locals: { form, demo_form: demoForm, next } } : page;
}

function registerPage(next: string, form: FormState): PageReply {
  return view('auth/register', 'Create an account', { form, next });
}

function enter({ user, tokens }: SignIn, location: string): PageReply {
  return {
    ...redirect(location, message('Welcome, {{name}}.', { name: user.name })),
    session: tokens,
  };
}

function withoutPassword(form: FormState): FormState {
  const { password: _password, ...values } = form.values;
  return { ...form, values };
}
