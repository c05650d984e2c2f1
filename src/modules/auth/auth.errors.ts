import { failureKind } from '../../platform/errors.js';

export const wrongCredentials = failureKind(
  'wrong-credentials',
  401,
  'Sign-in failed',
  'The e-mail address or the password is wrong. Check both and try again.',
  '/email',
);
export const wrongPasskey = failureKind(
  'wrong-passkey',
  401,
  'Sign-in failed',
  'The demo passkey is wrong.',
  '/passkey',
);
export const invalidRefreshToken = failureKind(
  'invalid-refresh-token',
  401,
  'Sign in again',
  'The refresh token is not valid any more.',
);
export const emailTaken = failureKind(
  'email-taken',
  422,
  'Address not accepted',
  'This e-mail address cannot be used. If it is yours, sign in instead.',
  '/email',
);
