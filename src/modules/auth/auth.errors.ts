import { defineError } from '../../platform/errors.js';

export const wrongCredentials = defineError({
  id: 'wrong-credentials',
  status: 401,
  title: 'Sign-in failed',
  detail: 'The e-mail address or the password is wrong. Check both and try again.',
  pointer: '/email',
});
export const wrongPasskey = defineError({
  id: 'wrong-passkey',
  status: 401,
  title: 'Sign-in failed',
  detail: 'The demo passkey is wrong.',
  pointer: '/passkey',
});
export const invalidRefreshToken = defineError({
  id: 'invalid-refresh-token',
  status: 401,
  title: 'Sign in again',
  detail: 'The refresh token is not valid any more.',
});
