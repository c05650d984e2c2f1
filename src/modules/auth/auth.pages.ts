import { everyone } from '../../platform/http/access.js';
import { blankForm, readForm, withFailure, type FormState } from '../../platform/http/input.js';
import {
  goTo,
  localPath,
  pageRoute,
  show,
  type PageReply,
  type PageRoute,
} from '../../platform/http/page-route.js';
import { withQuery } from '../../platform/http/paging.js';
import { say } from '../../platform/language.js';
import { demoBody, loginBody, registerBody } from './auth.schemas.js';
import type { Auth, SignIn } from './auth.service.js';

/** Where a sign-in leads when the visitor was not on the way to somewhere. */
const HOME = '/my-bookings';

/** The pages of signing in and out. */
export function authPages(auth: Auth): PageRoute[] {
  const takesCredentials = true;
  return [
    pageRoute({
      method: 'get',
      path: '/sign-in',
      access: everyone,
      handle({ viewer, query }) {
        const next = localPath(query.next, HOME);
        return viewer ? goTo(next) : signInPage(next, blankForm(), blankForm());
      },
    }),
    pageRoute({
      method: 'post',
      path: '/sign-in',
      access: everyone,
      takesCredentials,
      async handle({ body }) {
        const read = readForm(loginBody, body);
        const next = localPath(read.form.values.next, HOME);
        const form = withoutPassword(read.form);
        if (!read.ok) return signInPage(next, form, blankForm());
        try {
          return enter(await auth.signIn(read.input), next);
        } catch (error) {
          return signInPage(next, withFailure(form, error), blankForm());
        }
      },
    }),
    pageRoute({
      method: 'post',
      path: '/sign-in/demo',
      access: everyone,
      takesCredentials,
      async handle({ body }) {
        const read = readForm(demoBody, body);
        const next = localPath(read.form.values.next, HOME);
        if (!read.ok) return signInPage(next, blankForm(), read.form);
        const home = read.input.role === 'chef' && next === HOME ? '/chef/today' : next;
        try {
          return enter(await auth.demoSignIn(read.input), home);
        } catch (error) {
          return signInPage(next, blankForm(), withFailure(read.form, error));
        }
      },
    }),
    pageRoute({
      method: 'get',
      path: '/register',
      access: everyone,
      handle({ viewer, query }) {
        const next = localPath(query.next, HOME);
        return viewer ? goTo(next) : registerPage(next, blankForm());
      },
    }),
    pageRoute({
      method: 'post',
      path: '/register',
      access: everyone,
      takesCredentials,
      async handle({ body }) {
        const read = readForm(registerBody, body);
        const next = localPath(read.form.values.next, HOME);
        const form = withoutPassword(read.form);
        if (!read.ok) return registerPage(next, form);
        try {
          return enter(await auth.register(read.input), withQuery('/subscribe', { next }));
        } catch (error) {
          return registerPage(next, withFailure(form, error));
        }
      },
    }),
    pageRoute({
      method: 'post',
      path: '/sign-out',
      access: everyone,
      async handle({ viewer, refreshToken }) {
        if (refreshToken !== null) await auth.signOut(refreshToken);
        if (viewer?.sessionId != null) await auth.endSession(viewer.sessionId);
        return { ...goTo('/', 'You are signed out.'), session: null };
      },
    }),
  ];
}

function signInPage(next: string, form: FormState, demoForm: FormState): PageReply {
  // One page holds both forms; either one's errors are the page's.
  const failing = demoForm.errors.length > 0 ? demoForm : form;
  const page = show('auth/sign-in', 'Sign in', { form: failing, next });
  return 'view' in page ? { ...page, locals: { form, demo_form: demoForm, next } } : page;
}

function registerPage(next: string, form: FormState): PageReply {
  return show('auth/register', 'Create an account', { form, next });
}

function enter({ user, tokens }: SignIn, location: string): PageReply {
  return { ...goTo(location, say('Welcome, {{name}}.', { name: user.name })), session: tokens };
}

/** A password is never sent back to the browser. */
function withoutPassword(form: FormState): FormState {
  const { password: _password, ...values } = form.values;
  return { ...form, values };
}
