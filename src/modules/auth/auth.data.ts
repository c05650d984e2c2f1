import type { User } from '../../generated/prisma/client.js';
import type { DbHandle, Tx } from '../../platform/db.js';
import { constraintViolated } from '../../platform/db-errors.js';
import { emailTaken } from './auth.errors.js';

export type { User };

/** @throws emailTaken */
export async function insertUser(
  db: DbHandle,
  user: { email: string; name: string; passwordHash: string },
): Promise<User> {
  try {
    return await db.user.create({ data: user });
  } catch (error) {
    if (constraintViolated(error) !== null) throw emailTaken();
    throw error;
  }
}

export function userByEmail(db: DbHandle, email: string): Promise<User | null> {
  return db.user.findUnique({ where: { email } });
}

export function userById(db: DbHandle, id: number): Promise<User | null> {
  return db.user.findUnique({ where: { id } });
}

/** The user of a sign-in that still stands, in one query. */
export function userOfSession(
  db: DbHandle,
  sessionId: string,
  userId: number,
): Promise<User | null> {
  // Asked by the user, it is one query; a session with its user would be two.
  return db.user.findFirst({
    where: { id: userId, sessions: { some: { id: sessionId, revokedAt: null } } },
  });
}

export async function namesByIds(db: DbHandle, ids: number[]): Promise<Map<number, string>> {
  const users = await db.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(users.map((user) => [user.id, user.name]));
}

export interface NewToken {
  tokenHash: string;
  createdAt: Date;
  expiresAt: Date;
}

/** Starts a sign-in with its first refresh token. */
export async function insertSession(
  db: DbHandle,
  session: { id: string; userId: number; createdAt: Date },
  token: NewToken,
): Promise<void> {
  await db.session.create({ data: { ...session, refreshTokens: { create: token } } });
}

/** A refresh token by its hash, with the sign-in that it belongs to. */
export function refreshTokenByHash(db: DbHandle, tokenHash: string) {
  return db.refreshToken.findUnique({ where: { tokenHash }, include: { session: true } });
}

/** Marks a token as exchanged; false when another request did so first. */
export async function markRotated(tx: Tx, id: number, at: Date): Promise<boolean> {
  const { count } = await tx.refreshToken.updateMany({
    where: { id, rotatedAt: null },
    data: { rotatedAt: at },
  });
  return count === 1;
}

export async function insertRefreshToken(
  tx: Tx,
  sessionId: string,
  token: NewToken,
): Promise<void> {
  await tx.refreshToken.create({ data: { ...token, sessionId } });
}

/** Ends a sign-in: its refresh tokens and its access tokens are worth nothing from now on. */
export async function revokeSession(db: DbHandle, id: string, at: Date): Promise<void> {
  await db.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } });
}
