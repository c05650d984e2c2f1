import { Prisma } from '../../generated/prisma/client.js';
import type { DbHandle, Tx } from '../database/client.js';

export interface RequestKey {
  userId: number;
  key: string;
}

/** Locks until the transaction ends; false when another holds it and `wait` is false. */
export async function lockKey(tx: Tx, { userId, key }: RequestKey, wait: boolean) {
  const name = `idempotency ${userId} ${key}`;
  if (wait) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
    return true;
  }
  const [row] = await tx.rows<{ held: boolean }>(
    Prisma.sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) AS held`,
  );
  return row?.held === true;
}

/** After `lockKey`, not with it: a statement does not see what is committed while it waits. */
export async function answerUnder(
  tx: Tx,
  { userId, key }: RequestKey,
  since: Date,
): Promise<{ fingerprint: string; answer: unknown } | null> {
  const [kept] = await tx.rows<{ fingerprint: string; answer: unknown }>(Prisma.sql`
    SELECT fingerprint, answer FROM idempotent_answers
      WHERE user_id = ${userId} AND key = ${key} AND created_at > ${since}`);
  return kept ?? null;
}

/** Replaces an answer that is no longer valid. */
export async function keepAnswer(
  tx: Tx,
  { userId, key }: RequestKey,
  { fingerprint, answer, createdAt }: { fingerprint: string; answer: unknown; createdAt: Date },
): Promise<void> {
  await tx.rows(Prisma.sql`
    INSERT INTO idempotent_answers (user_id, key, fingerprint, answer, created_at)
      VALUES (${userId}, ${key}, ${fingerprint}, ${JSON.stringify(answer)}::json, ${createdAt})
      ON CONFLICT (user_id, key) DO UPDATE SET fingerprint = excluded.fingerprint,
        answer = excluded.answer, created_at = excluded.created_at`);
}

export async function forgetAnswers(db: DbHandle, before: Date): Promise<number> {
  return (await db.idempotentAnswer.deleteMany({ where: { createdAt: { lte: before } } })).count;
}
