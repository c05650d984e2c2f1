import { describe, expect, it } from 'vitest';
import { Prisma, type PrismaClient } from '../../../src/generated/prisma/client.js';
import { openDatabase } from '../../../src/platform/database/client.js';
import {
  inTransaction,
  transactionAwareClient,
} from '../../../src/platform/database/transactions.js';
import {
  constraintViolated,
  isDatabaseUnavailable,
} from '../../../src/platform/database/errors.js';
import { clonePostgres, openTestDatabase } from '../../support/database/database.js';
import { query } from '../../support/database/postgres.js';

describe('constraints', () => {
  it('are told from other errors on either database', async () => {
    for (const database of [await openTestDatabase(), await clonePostgres()]) {
      const { prisma } = database;
      const data = { email: 'a@example.test', name: 'A', passwordHash: 'x' };
      await prisma.user.create({ data });
      const twice = await prisma.user.create({ data }).catch((error: unknown) => error);
      expect(constraintViolated(twice)).toMatch(/email/);
      const shouting = { ...data, email: 'B@example.test' };
      const check = await prisma.user.create({ data: shouting }).catch((error: unknown) => error);
      expect(constraintViolated(check)).toMatch(/users_email_form/);
      const other = await prisma.$queryRaw`SELECT nothing`.catch((error: unknown) => error);
      expect(constraintViolated(other)).toBeNull();
      expect(isDatabaseUnavailable(other)).toBe(false);
      await database.close();
    }
  });
});

describe('transactions', () => {
  it('are run again after a deadlock or a serialization failure, three times at most', async () => {
    const database = await openTestDatabase();
    for (const code of ['40001', '40P01']) {
      let runs = 0;
      const failing = (until: number) => async () => {
        runs += 1;
        if (runs < until) throw Object.assign(new Error('again'), { code });
        return Promise.resolve(runs);
      };
      expect(await inTransaction(database.prisma, failing(4))).toBe(4);
      runs = 0;
      const given = await inTransaction(database.prisma, failing(9)).catch(
        (error: unknown) => error,
      );
      expect(runs).toBe(4);
      expect(isDatabaseUnavailable(given)).toBe(true);
    }
    await database.close();
  });
});

describe('raw statements', () => {
  const given = {
    ...{ count: 2, name: "O'Brien", price: 99.5, nothing: null, yes: true },
    ...{ codes: ['nuts', 'milk'], terms: [{ percent: 50 }], at: new Date('2027-01-02T03:04:05Z') },
  };
  const statement = Prisma.sql`
    SELECT ${given.count}::int AS count, ${given.name}::text AS name, ${given.nothing}::text AS nothing,
      ${given.price}::double precision AS price, ${given.yes}::boolean AS yes,
      ${given.codes}::text[] AS codes, ${JSON.stringify(given.terms)}::jsonb AS terms,
      ${given.at}::timestamptz AS at`;

  it('give the same inside and outside of a transaction, on either database', async () => {
    for (const database of [await openTestDatabase(), await clonePostgres()]) {
      const { prisma } = database;
      expect(await prisma.rows(statement)).toEqual([given]);
      const inside = await inTransaction(prisma, async (tx) => [
        ...(await tx.rows(statement)),
        ...(await prisma.rows(statement)),
      ]);
      expect(inside).toEqual([given, given]);
      await database.close();
    }
  });

  it('join the open transaction, and fail as other queries do', async () => {
    for (const database of [await openTestDatabase(), await clonePostgres()]) {
      const { prisma } = database;
      const insert = Prisma.sql`
        INSERT INTO users (email, name, password_hash, updated_at)
          VALUES ('a@example.test', 'A', 'x', now()) RETURNING id`;
      const rolledBack = inTransaction(prisma, async () => {
        expect(await prisma.rows(insert)).toHaveLength(1);
        throw new Error('no');
      });
      await expect(rolledBack).rejects.toThrow('no');
      expect(await prisma.rows(insert)).toHaveLength(1);
      const twice = await prisma.rows(insert).catch((error: unknown) => error);
      expect(constraintViolated(twice)).toMatch(/email/);
      await database.close();
    }
  });
});

describe('statements by themselves', () => {
  it('are run again after a deadlock or a serialization failure, three times at most', async () => {
    let runs = 0;
    const failing = (until: number) =>
      transactionAwareClient({} as PrismaClient, () => {
        runs += 1;
        return runs < until
          ? Promise.reject(Object.assign(new Error('again'), { code: '40P01' }))
          : Promise.resolve({ rows: [{ runs }] });
      });
    expect(await failing(4).rows(Prisma.sql`SELECT`)).toEqual([{ runs: 4 }]);
    runs = 0;
    const given = await failing(9)
      .rows(Prisma.sql`SELECT`)
      .catch((error: unknown) => error);
    expect(runs).toBe(4);
    expect(isDatabaseUnavailable(given)).toBe(true);
  });
});

describe('statements on PostgreSQL', () => {
  it('are prepared once, but for patterns, whose plans depend on them', async () => {
    const database = await clonePostgres(1);
    const { prisma } = database;
    for (let time = 0; time < 3; time += 1) {
      await prisma.user.count();
      await prisma.$queryRaw`SELECT id FROM chefs WHERE name LIKE ${'%a%'}`;
    }
    const prepared = await prisma.$queryRaw<{ statement: string }[]>`
      SELECT statement FROM pg_prepared_statements`;
    const having = (words: string) =>
      prepared.filter((one) => one.statement.includes(words)).length;
    expect([having('"users"'), having(' LIKE ')]).toEqual([1, 0]);
    await database.close();
  });
});

describe('PostgreSQL that is away', () => {
  const settings = { poolSize: 2, connectTimeoutMs: 30_000, queryTimeoutMs: 30_000 };

  it('is told as such', async () => {
    const nobody = await openDatabase({ url: 'postgresql://127.0.0.1:1/x', ...settings });
    const refused = await nobody.prisma.user.count().catch((error: unknown) => error);
    expect(isDatabaseUnavailable(refused)).toBe(true);
    await nobody.close();
  });

  it('does not take the process with it, and a slow query is given up', async () => {
    const clone = await clonePostgres();
    const database = await openDatabase({ url: clone.url, ...settings });
    await database.prisma.user.count();
    await query(
      clone.url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    for (let index = 0; index < 3; index += 1) {
      await database.prisma.user.count().catch((error: unknown) => {
        expect(isDatabaseUnavailable(error)).toBe(true);
      });
    }
    expect(await database.prisma.user.count()).toBe(0);
    await database.close();

    const hasty = await openDatabase({ url: clone.url, ...settings, queryTimeoutMs: 500 });
    const slow = await hasty.prisma.$queryRaw`SELECT pg_sleep(60)`.catch((error: unknown) => error);
    expect(isDatabaseUnavailable(slow)).toBe(true);
    await hasty.close();
    await clone.close();
  });
});
