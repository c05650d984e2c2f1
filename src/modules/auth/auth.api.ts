import { everyone, signedIn } from '../../platform/http/auth/access.js';
import {
  apiRoute,
  created,
  noContent,
  ok,
  type ApiRoute,
} from '../../platform/http/routes/api-route.js';
import { notFound } from '../../platform/errors.js';
import { invalidRefreshToken, wrongCredentials, wrongPasskey } from './auth.errors.js';
import { presentSignIn, presentUser } from './auth.present.js';
import {
  demoBody,
  loginBody,
  refreshBody,
  registerBody,
  tokensSchema,
  userSchema,
} from './auth.schemas.js';
import type { Auth } from './auth.service.js';

const AUTH = '/api/auth';
const common = { access: everyone, tag: 'Sign-in' };
const signIn = { ...common, attempts: 'sign-in' };
const signUp = { ...common, attempts: 'sign-up' };
const tokens = (description: string) => ({ description, schema: tokensSchema });

export function authApi(auth: Auth): ApiRoute[] {
  return [
    apiRoute({
      ...signUp,
      method: 'post',
      path: `${AUTH}/register`,
      operationId: 'register',
      summary:
        'Create an account and sign in; the tokens open nothing if the address has an account already',
      body: registerBody,
      replies: { 201: tokens('The account, signed in') },
      handle: async ({ body, address }) =>
        created(presentSignIn(await auth.registerAndSignIn(body, address)), `${AUTH}/me`),
    }),
    apiRoute({
      ...signIn,
      method: 'post',
      path: `${AUTH}/login`,
      operationId: 'signIn',
      summary: 'Sign in',
      body: loginBody,
      replies: { 200: tokens('Signed in') },
      failures: [wrongCredentials],
      handle: async ({ body, address }) => ok(presentSignIn(await auth.signIn(body, address))),
    }),
    apiRoute({
      ...signIn,
      method: 'post',
      path: `${AUTH}/demo`,
      operationId: 'signInToDemo',
      summary: 'Sign in as the demo diner or chef, in demo mode',
      body: demoBody,
      replies: { 200: tokens('Signed in') },
      failures: [wrongPasskey, notFound],
      handle: async ({ body }) => ok(presentSignIn(await auth.demoSignIn(body))),
    }),
    apiRoute({
      ...common,
      method: 'post',
      path: `${AUTH}/refresh`,
      operationId: 'refreshTokens',
      summary: 'Exchange a refresh token for the next pair',
      body: refreshBody,
      replies: { 200: tokens('The next pair') },
      failures: [invalidRefreshToken],
      async handle({ body }) {
        const renewed = await auth.renew(body.refresh_token);
        const viewer = renewed && (await auth.viewerOfToken(renewed.accessToken));
        if (renewed === null || viewer === null) throw invalidRefreshToken();
        return ok(presentSignIn({ user: viewer, tokens: renewed }));
      },
    }),
    apiRoute({
      ...common,
      method: 'post',
      path: `${AUTH}/logout`,
      operationId: 'signOut',
      summary: 'Sign out: the tokens of this sign-in die at once',
      body: refreshBody,
      replies: { 204: { description: 'Signed out', schema: null } },
      async handle({ body }) {
        await auth.signOut(body.refresh_token);
        return noContent;
      },
    }),
    apiRoute({
      method: 'get',
      path: `${AUTH}/me`,
      operationId: 'getMe',
      access: signedIn,
      tag: 'Sign-in',
      summary: 'Who you are',
      replies: { 200: { description: 'The signed-in user', schema: userSchema } },
      handle: ({ viewer }) => Promise.resolve(ok(presentUser(viewer))),
    }),
  ];
}
