import { Prisma, type User } from '../../generated/prisma/client.js';
import type { DbHandle, Tx } from '../../platform/database/client.js';
import type { Viewer } from '../../platform/viewer.js';
import type { endedBy } from './auth.rules.js';

export type { User };

declare module '../../platform/viewer.js' {
  interface Viewer {
    /** Null for who is no chef. */
    chefId: number | null;
    /** Those that wait for the chef's answer. */
    waitingRequests: number;
  }
}

export interface SignedUp {
  /** Of whoever has the address. */
  ownerId: number;
  /** The same, or one that nobody has or will have. */
  shownId: number;
  isNew: boolean;
}

/** One statement and one write, whether or not the address is taken; who has it stays as they are. */
export async function insertUser(
  db: DbHandle,
  { email, name, passwordHash }: { email: string; name: string; passwordHash: string },
): Promise<SignedUp> {
  const [row] = await db.rows<SignedUp>(Prisma.sql`
    INSERT INTO users (email, name, password_hash, updated_at)
      VALUES (${email}, ${name}, ${passwordHash}, now())
      ON CONFLICT (email) DO UPDATE SET email = excluded.email
      RETURNING id AS "ownerId", xmax = 0 AS "isNew",
        currval(pg_get_serial_sequence('users', 'id'))::int AS "shownId"`);
  if (row === undefined) throw new Error('An upsert gives a row.');
  return row;
}

export function userByEmail(db: DbHandle, email: string): Promise<User | null> {
  return db.user.findUnique({ where: { email } });
}

/** Null when the session has ended, began by `oldest`, or is another user's. */
export function viewerOfSession(
  db: DbHandle,
  { sessionId, userId }: { sessionId: string; userId: number },
  oldest: Date,
): Promise<Viewer | null> {
  const isOpen = Prisma.sql`EXISTS (
    SELECT FROM sessions WHERE id = ${sessionId}::uuid AND user_id = users.id AND revoked_at IS NULL
      AND created_at > ${oldest}::timestamptz)`;
  return viewer(db, sessionId, Prisma.sql`users.id = ${userId} AND ${isOpen}`);
}

/** For the demo token, which has no session. */
export function viewerByEmail(db: DbHandle, email: string): Promise<Viewer | null> {
  return viewer(db, null, Prisma.sql`email = ${email}`);
}

/** With what every page and list asks about who is signed in: one statement a request (ADR 30). */
async function viewer(
  db: DbHandle,
  sessionId: string | null,
  condition: Prisma.Sql,
): Promise<Viewer | null> {
  const [found] = await db.rows<Omit<Viewer, 'sessionId'>>(Prisma.sql`
    SELECT users.id, users.name, email, role::text, chefs.id AS "chefId",
        (SELECT count(*) FROM bookings
          WHERE chef_id = chefs.id AND status = 'pending')::int
          + (SELECT count(*) FROM bookings WHERE chef_id = chefs.id AND move_starts_at IS NOT NULL
            AND move_asked_by = 'diner')::int AS "waitingRequests"
      FROM users LEFT JOIN chefs ON chefs.user_id = users.id WHERE ${condition}`);
  return found === undefined ? null : { ...found, sessionId };
}

export interface NewToken {
  tokenHash: string;
  createdAt: Date;
  expiresAt: Date;
}

export async function insertSession(
  db: DbHandle,
  session: { id: string; userId: number; createdAt: Date; revokedAt: Date | null },
  token: NewToken,
): Promise<void> {
  await db.session.create({ data: { ...session, refreshTokens: { create: token } } });
}

export function refreshTokenByHash(db: DbHandle, tokenHash: string) {
  return db.refreshToken.findUnique({ where: { tokenHash }, include: { session: true } });
}

/** False when another request was first. */
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

export async function revokeSession(db: DbHandle, id: string, at: Date): Promise<void> {
  await db.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } });
}

export async function deleteEnded(
  db: DbHandle,
  { now, oldest, unrenewed }: ReturnType<typeof endedBy>,
): Promise<number> {
  await db.refreshToken.deleteMany({ where: { expiresAt: { lte: now } } });
  const { count } = await db.session.deleteMany({
    where: {
      OR: [
        { revokedAt: { not: null } },
        { createdAt: { lte: oldest } },
        { createdAt: { lte: unrenewed }, refreshTokens: { none: {} } },
      ],
    },
  });
  return count;
}
