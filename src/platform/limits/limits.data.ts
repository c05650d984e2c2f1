import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db, DbHandle } from '../database/client.js';
import type { Statement } from '../database/handles.js';

export interface BudgetSize {
  name: string;
  points: number;
  seconds: number;
  /** Refuses what is used up without asking the database; then nothing can be given back. */
  isFinal: boolean;
}

export interface Usage {
  isExceeded: boolean;
  remaining: number;
  seconds: number;
}

export function budgetStore(db: Db, { name, points, seconds, isFinal }: BudgetSize) {
  const limiter = new RateLimiterPostgres({
    storeClient: driverOf(db),
    storeType: 'client',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
    inMemoryBlockOnConsumed: isFinal ? points + 1 : 0,
  });
  return {
    async consume(key: string): Promise<Usage> {
      const result = await limiter.consume(key).catch((refused: unknown) => {
        if (refused instanceof RateLimiterRes) return refused;
        throw refused;
      });
      return {
        isExceeded: result.consumedPoints > points || result.consumedPoints === 0,
        remaining: result.remainingPoints,
        seconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
      };
    },
    async giveBack(key: string): Promise<void> {
      await limiter.reward(key);
    },
  };
}

export async function deleteOld(db: DbHandle, now: Date): Promise<number> {
  const { count } = await db.rateLimit.deleteMany({ where: { expire: { lt: now.getTime() } } });
  return count;
}

export async function isKnownPlace(db: DbHandle, place: string, since: Date): Promise<boolean> {
  return (await db.knownPlace.findFirst({ where: { place, seenAt: { gt: since } } })) !== null;
}

export async function keepPlace(db: DbHandle, place: string, seenAt: Date): Promise<void> {
  const known = { place, seenAt };
  await db.knownPlace.upsert({ where: { place }, create: known, update: known });
}

export async function deletePlaces(db: DbHandle, before: Date): Promise<number> {
  return (await db.knownPlace.deleteMany({ where: { seenAt: { lte: before } } })).count;
}

/** The part of the driver's client that the library calls; without its names of statements. */
function driverOf(db: Db) {
  return {
    async query({ text, values }: Statement) {
      const rows = await db.rows({ text, values });
      return { rows, rowCount: rows.length };
    },
  };
}
