import type { Viewer } from '../../platform/http/viewer.js';
import { ACCESS_SECONDS } from './auth.rules.js';
import type { SignIn } from './auth.service.js';

/** What a user sees of themselves; never the hash of a password. */
export function presentUser(user: Pick<Viewer, 'id' | 'name' | 'email' | 'role'>) {
  return { id: user.id, name: user.name, email: user.email, role: user.role };
}

/** A sign-in for a program. */
export function presentSignIn({ user, tokens }: SignIn) {
  return {
    access_token: tokens.accessToken,
    token_type: 'Bearer' as const,
    expires_in: ACCESS_SECONDS,
    refresh_token: tokens.refreshToken,
    refresh_expires_in: tokens.refreshExpiresIn,
    user: presentUser(user),
  };
}
