import type { Prisma } from '../generated/prisma/client.js';
import type { DbHandle, Tx } from './db.js';

/** Whose request it is, and the key that all its repetitions carry. */
export interface RequestKey {
  userId: number;
  key: string;
}

/**
 * Holds a key for the rest of the transaction, so that one request at a time works under it; when
 * its process dies, PostgreSQL lets go of it.
 * @param wait whether to wait for another one that holds it
 * @returns false when another one holds it, unless it waits
 */
export async function holdKey(tx: Tx, { userId, key }: RequestKey, wait: boolean) {
  const name = `idempotency ${userId} ${key}`;
  if (wait) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
    return true;
  }
  const [row] = await tx.$queryRaw<{ held: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) AS held`;
  return row?.held === true;
}

/** What was answered under a key since an instant, or null. */
export async function answerUnder(tx: Tx, { userId, key }: RequestKey, since: Date) {
  return tx.idempotentAnswer.findFirst({ where: { userId, key, createdAt: { gt: since } } });
}

/** Keeps an answer under its key, in the place of one that is too old to count. */
export async function keepAnswer(
  tx: Tx,
  { userId, key }: RequestKey,
  kept: { fingerprint: string; answer: unknown; createdAt: Date },
): Promise<void> {
  const columns = { ...kept, answer: kept.answer as Prisma.InputJsonValue };
  await tx.idempotentAnswer.upsert({
    where: { userId_key: { userId, key } },
    create: { userId, key, ...columns },
    update: columns,
  });
}

/** Forgets the answers from before an instant; gives how many. */
export async function forgetAnswers(db: DbHandle, before: Date): Promise<number> {
  return (await db.idempotentAnswer.deleteMany({ where: { createdAt: { lte: before } } })).count;
}
