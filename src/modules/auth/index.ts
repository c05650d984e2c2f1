import { authApi } from './auth.api.js';
import { authPages } from './auth.pages.js';
import { createAuthService, type AuthDeps } from './auth.service.js';

export type { Auth } from './auth.service.js';

/** Signing up, signing in and out, and telling who calls. */
export function createAuth(deps: AuthDeps) {
  const service = createAuthService(deps);
  return { api: authApi(service), pages: authPages(service), service };
}
