import type { Viewer } from '../../platform/viewer.js';
import { ACCESS_SECONDS } from './auth.rules.js';
import type { SignIn } from './auth.service.js';

export function presentUser(user: Pick<Viewer, 'id' | 'name' | 'email' | 'role'>) {
  return { id: user.id, name: user.name, email: user.email, role: user.role };
}

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
