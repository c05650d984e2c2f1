import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../platform/clock.js';
import { inTransaction, type Db } from '../../platform/db.js';
import { notFound } from '../../platform/errors.js';
import type { SessionTokens } from '../../platform/http/cookies.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { hashPassword, isPassword } from '../../platform/passwords.js';
import { createTokens } from '../../platform/tokens.js';
import { later } from '../../platform/time.js';
import * as data from './auth.data.js';
import type { User } from './auth.data.js';
import { wrongCredentials, wrongPasskey } from './auth.errors.js';
import { ACCESS_SECONDS, judgeRefresh, REFRESH_SECONDS } from './auth.rules.js';
import type { DemoSignIn, Login, Register } from './auth.schemas.js';

export interface AuthDeps {
  db: Db;
  clock: Clock;
  jwtSecret: string;
  demoMode: boolean;
}

/** A sign-in: who it is and what proves it from now on. */
export interface SignIn {
  user: Pick<User, 'id' | 'name' | 'email' | 'role'>;
  tokens: SessionTokens;
}

export type Auth = ReturnType<typeof createAuthService>;

const DEMO_PASSKEY = 'demo2026';
const DEMO_TOKEN = 'demo_token';
const DEMO_EMAILS = { diner: 'demo@coocook.test', chef: 'minjun.park@coocook.test' };

/** Who people are, and how they prove it. */
export function createAuthService({ db, clock, jwtSecret, demoMode }: AuthDeps) {
  const tokens = createTokens(jwtSecret);

  /** @throws emailTaken; the password is hashed first, so that the time tells nothing either way */
  async function register({ name, email, password }: Register): Promise<SignIn> {
    const passwordHash = await hashPassword(password);
    return signedIn(await data.insertUser(db, { name, email, passwordHash }));
  }

  /** @throws wrongCredentials, alike for an unknown address and a wrong password */
  async function signIn({ email, password }: Login): Promise<SignIn> {
    const user = await data.userByEmail(db, email);
    const right = await isPassword(password, user?.passwordHash ?? null);
    if (user === null || !right) throw wrongCredentials();
    return signedIn(user);
  }

  /** One-press sign-in as the demo diner or the demo chef. @throws notFound outside demo mode, wrongPasskey */
  async function demoSignIn({ passkey, role }: DemoSignIn): Promise<SignIn> {
    if (!demoMode) throw notFound();
    if (!equal(passkey, DEMO_PASSKEY)) throw wrongPasskey();
    const user = await data.userByEmail(db, DEMO_EMAILS[role]);
    if (user === null) throw notFound('The demo data is missing: run npm run db:seed.');
    return signedIn(user);
  }

  async function signedIn(user: User): Promise<SignIn> {
    const sessionId = randomUUID();
    const refreshToken = tokens.newRefreshToken();
    const now = clock.now();
    await data.insertSession(
      db,
      { id: sessionId, userId: user.id, createdAt: now },
      newToken(refreshToken),
    );
    return { user, tokens: pairOf(user.id, sessionId, refreshToken) };
  }

  /**
   * The next pair of tokens for a refresh token, or null when it is worth nothing. The successor
   * follows from its predecessor, so that two tabs that ask at once are given the same one.
   */
  async function renew(refreshToken: string): Promise<SessionTokens | null> {
    const shown = await data.refreshTokenByHash(db, tokens.hash(refreshToken));
    if (shown === null) return null;
    const successor = tokens.successorOf(refreshToken);
    const next = await data.refreshTokenByHash(db, tokens.hash(successor));
    const { session } = shown;
    const facts = {
      expiresAt: shown.expiresAt,
      rotatedAt: shown.rotatedAt,
      sessionRevoked: session.revokedAt !== null,
      successorRotated: next?.rotatedAt != null,
    };
    const judgement = judgeRefresh(facts, clock.now());
    if (judgement === 'refuse') return null;
    if (judgement === 'revoke') {
      await data.revokeSession(db, session.id, clock.now());
      return null;
    }
    if (judgement === 'rotate') {
      await inTransaction(db, async (tx) => {
        // Who loses this race needs no successor of its own: it is the same one.
        if (!(await data.markRotated(tx, shown.id, clock.now()))) return;
        await data.insertRefreshToken(tx, session.id, newToken(successor));
      });
    }
    return pairOf(session.userId, session.id, successor);
  }

  /** Ends the sign-in that a refresh token belongs to; unknown tokens are passed over. */
  async function signOut(refreshToken: string): Promise<void> {
    const token = await data.refreshTokenByHash(db, tokens.hash(refreshToken));
    if (token !== null) await data.revokeSession(db, token.sessionId, clock.now());
  }

  /** The viewer of an access token whose sign-in still stands, else null. */
  async function viewerOfToken(accessToken: string): Promise<Viewer | null> {
    if (demoMode && accessToken === DEMO_TOKEN) {
      const user = await data.userByEmail(db, DEMO_EMAILS.diner);
      return user && viewerOf(user, null);
    }
    const claims = tokens.readAccessToken(accessToken, clock.now());
    if (claims === null) return null;
    const user = await data.userOfSession(db, claims.sessionId, claims.userId);
    return user && viewerOf(user, claims.sessionId);
  }

  /** Whether the sign-in that a viewer came with still stands; the demo token always does. */
  async function isSignedIn({ id, sessionId }: Viewer): Promise<boolean> {
    return sessionId === null || (await data.userOfSession(db, sessionId, id)) !== null;
  }

  function newToken(token: string): data.NewToken {
    const now = clock.now();
    return {
      tokenHash: tokens.hash(token),
      createdAt: now,
      expiresAt: later(now, REFRESH_SECONDS * 1000),
    };
  }

  function pairOf(userId: number, sessionId: string, refreshToken: string): SessionTokens {
    return {
      accessToken: tokens.newAccessToken({ userId, sessionId }, clock.now(), ACCESS_SECONDS),
      refreshToken,
      refreshExpiresIn: REFRESH_SECONDS,
    };
  }

  return {
    register,
    signIn,
    demoSignIn,
    renew,
    signOut,
    viewerOfToken,
    isSignedIn,
    /** Ends one sign-in by its id. */
    endSession: (sessionId: string) => data.revokeSession(db, sessionId, clock.now()),
    /** The user again, for who has just renewed. */
    userById: (id: number) => data.userById(db, id),
    /** The names of some users by id, in one query. */
    namesOf: (ids: number[]) => data.namesByIds(db, [...new Set(ids)]),
  };
}

function viewerOf(user: User, sessionId: string | null): Viewer {
  return { id: user.id, name: user.name, email: user.email, role: user.role, sessionId };
}

function equal(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
