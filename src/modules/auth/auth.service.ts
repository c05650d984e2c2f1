import { timingSafeEqual } from 'node:crypto';
import { notFound } from '../../platform/errors.js';
import type { SessionTokens } from '../../platform/http/auth/cookies.js';
import type { Attempts } from '../../platform/limits/attempts.service.js';
import type { Viewer } from '../../platform/viewer.js';
import * as data from './auth.data.js';
import type { User } from './auth.data.js';
import { wrongCredentials, wrongPasskey } from './auth.errors.js';
import type { DemoSignIn, Login, Register } from './auth.schemas.js';
import { hashPassword, isPassword } from './passwords.service.js';
import { createSessions, type SessionsDeps } from './sessions.service.js';

export interface AuthDeps extends SessionsDeps {
  attempts: Attempts;
  demoMode: boolean;
}

export interface SignIn {
  user: Pick<User, 'id' | 'name' | 'email' | 'role'>;
  tokens: SessionTokens;
}

export type Auth = ReturnType<typeof createAuthService>;

const NOBODY = '';
const DEMO_PASSKEY = 'demo2026';
const DEMO_TOKEN = 'demo_token';
const DEMO_EMAILS = { diner: 'demo@coocook.test', chef: 'minjun.park@coocook.test' };

export function createAuthService(deps: AuthDeps) {
  const { db, demoMode, attempts } = deps;
  const sessions = createSessions(deps);

  /** Takes as much work if the address is taken: nobody is to notice (ADR 28). */
  async function register({ name, email, password }: Register, address: string) {
    const passwordHash = await hashPassword(password);
    const made = await data.insertUser(db, { name, email, passwordHash });
    await attempts.remember(made.isNew ? email : NOBODY, address);
    return made;
  }

  /** If the address is taken, the tokens open nothing, and nothing else tells. */
  async function registerAndSignIn(account: Register, address: string): Promise<SignIn> {
    const { ownerId, shownId, isNew } = await register(account, address);
    const user = { id: shownId, name: account.name, email: account.email, role: 'user' as const };
    return { user, tokens: await sessions.start(ownerId, isNew ? null : shownId) };
  }

  /**
   * @param address of the network
   * @throws wrongCredentials, alike for an unknown address and a wrong password; tooManyRequests
   */
  async function signIn({ email, password }: Login, address: string): Promise<SignIn> {
    const known = await attempts.count(email, address, async () => {
      const user = await data.userByEmail(db, email);
      return (await isPassword(password, user?.passwordHash ?? null)) ? user : null;
    });
    if (known === null) throw wrongCredentials();
    return startSession(known);
  }

  /** @throws notFound outside demo mode, wrongPasskey */
  async function demoSignIn({ passkey, role }: DemoSignIn): Promise<SignIn> {
    if (!demoMode) throw notFound();
    if (!isEqual(passkey, DEMO_PASSKEY)) throw wrongPasskey();
    const user = await data.userByEmail(db, DEMO_EMAILS[role]);
    if (user === null) throw notFound('The demo data is missing: run npm run db:seed.');
    return startSession(user);
  }

  async function startSession(user: User): Promise<SignIn> {
    return { user, tokens: await sessions.start(user.id) };
  }

  /** Null unless the token is valid and its session has not ended. */
  async function viewerOfToken(accessToken: string): Promise<Viewer | null> {
    return demoMode && accessToken === DEMO_TOKEN
      ? data.viewerByEmail(db, DEMO_EMAILS.diner)
      : sessions.viewerOfToken(accessToken);
  }

  /** The demo token has no session, and is always valid. */
  async function isSignedIn({ id, sessionId }: Viewer): Promise<boolean> {
    return sessionId === null || sessions.isCurrent(sessionId, id);
  }

  return {
    register,
    registerAndSignIn,
    signIn,
    demoSignIn,
    viewerOfToken,
    isSignedIn,
    renew: sessions.renew,
    signOut: sessions.endByToken,
    endSession: sessions.end,
    forgetEnded: sessions.forgetEnded,
  };
}

function isEqual(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
