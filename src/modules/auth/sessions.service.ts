import { randomUUID } from 'node:crypto';
import type { Clock } from '../../platform/clock.js';
import type { Db } from '../../platform/database/client.js';
import { inTransaction } from '../../platform/database/transactions.js';
import type { SessionTokens } from '../../platform/http/auth/cookies.js';
import { addMs } from '../../platform/time/instants.js';
import type { Viewer } from '../../platform/viewer.js';
import * as data from './auth.data.js';
import {
  ACCESS_SECONDS,
  endedBy,
  judgeRefresh,
  oldestSession,
  REFRESH_SECONDS,
} from './auth.rules.js';
import { createTokens, type Tokens } from './tokens.service.js';

export interface SessionsDeps {
  db: Db;
  clock: Clock;
  jwtSecret: string;
  previousJwtSecret: string | null;
}

export function createSessions({ db, clock, jwtSecret, previousJwtSecret }: SessionsDeps) {
  const tokens = createTokens(jwtSecret, previousJwtSecret);

  /** @param pretendedId when the session is to have ended, with tokens that name another user */
  async function start(userId: number, pretendedId: number | null = null): Promise<SessionTokens> {
    const createdAt = clock.now();
    const revokedAt = pretendedId === null ? null : createdAt;
    const session = { id: randomUUID(), userId, createdAt, revokedAt };
    const refreshToken = tokens.newRefreshToken();
    await data.insertSession(db, session, newToken(refreshToken));
    return pairOf(pretendedId ?? userId, session.id, refreshToken);
  }

  /** Null if invalid. Successors are derived, so two tabs that ask at once get the same one. */
  async function renew(refreshToken: string): Promise<SessionTokens | null> {
    const shown = await data.refreshTokenByHash(db, tokens.hash(refreshToken));
    if (shown === null) return null;
    const { successor, next } = await findSuccessor(db, tokens, refreshToken);
    const { session, expiresAt, rotatedAt } = shown;
    const sessionEnded =
      session.revokedAt !== null || session.createdAt <= oldestSession(clock.now());
    const successorRotated = next?.rotatedAt != null;
    const facts = { expiresAt, rotatedAt, sessionEnded, successorRotated };
    const judgement = judgeRefresh(facts, clock.now());
    if (judgement === 'refuse') return null;
    if (judgement === 'revoke') {
      await end(session.id);
      return null;
    }
    if (judgement === 'rotate') await rotate(shown.id, session.id, successor);
    return pairOf(session.userId, session.id, successor);
  }

  async function rotate(tokenId: number, sessionId: string, successor: string): Promise<void> {
    await inTransaction(db, async (tx) => {
      // Another request was first, with the same successor.
      if (!(await data.markRotated(tx, tokenId, clock.now()))) return;
      await data.insertRefreshToken(tx, sessionId, newToken(successor));
    });
  }

  function end(sessionId: string): Promise<void> {
    return data.revokeSession(db, sessionId, clock.now());
  }

  function newToken(token: string): data.NewToken {
    const now = clock.now();
    const expiresAt = addMs(now, REFRESH_SECONDS * 1000);
    return { tokenHash: tokens.hash(token), createdAt: now, expiresAt };
  }

  function pairOf(userId: number, sessionId: string, refreshToken: string): SessionTokens {
    return {
      accessToken: tokens.newAccessToken({ userId, sessionId }, clock.now(), ACCESS_SECONDS),
      refreshToken,
      refreshExpiresIn: REFRESH_SECONDS,
    };
  }

  return {
    start,
    renew,
    end,
    endByToken: async (refreshToken: string): Promise<void> => {
      const token = await data.refreshTokenByHash(db, tokens.hash(refreshToken));
      if (token !== null) await end(token.sessionId);
    },
    async viewerOfToken(accessToken: string): Promise<Viewer | null> {
      const claims = tokens.readAccessToken(accessToken, clock.now());
      return claims && data.viewerOfSession(db, claims, oldestSession(clock.now()));
    },
    isCurrent: async (sessionId: string, userId: number) =>
      (await data.viewerOfSession(db, { sessionId, userId }, oldestSession(clock.now()))) !== null,
    forgetEnded: () => data.deleteEnded(db, endedBy(clock.now())),
  };
}

/** The one that is stored, if any: a process with the previous secret may have made it. */
async function findSuccessor(db: Db, tokens: Tokens, refreshToken: string) {
  const successors = tokens.successorsOf(refreshToken);
  for (const successor of successors) {
    const next = await data.refreshTokenByHash(db, tokens.hash(successor));
    if (next !== null) return { successor, next };
  }
  return { successor: successors[0], next: null };
}
