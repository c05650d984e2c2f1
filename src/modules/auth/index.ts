import { authApi } from './auth.api.js';
import { authPages } from './auth.pages.js';
import { createAuthService, type AuthDeps } from './auth.service.js';

export { hashPassword } from './passwords.service.js';

export function createAuth(deps: AuthDeps) {
  const service = createAuthService(deps);
  const { viewerOfToken, renew, isSignedIn, forgetEnded } = service;
  return {
    api: authApi(service),
    pages: authPages(service),
    service: { viewerOfToken, renew, isSignedIn, forgetEnded },
  };
}
