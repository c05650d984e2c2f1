import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inTransaction, openDatabase } from '../../src/platform/db.js';
import { constraintViolated, isDatabaseUnavailable } from '../../src/platform/db-errors.js';
import { FolderInUseError, lockFolder } from '../../src/platform/folder-lock.js';
import { clonePostgres, openTestDatabase } from '../support/database.js';
import { query } from '../support/postgres.js';

const scratch = mkdtempSync(join(tmpdir(), 'coocook-db-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

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

describe('PostgreSQL that is away', () => {
  const settings = { poolSize: 2, connectTimeoutMs: 500, queryTimeoutMs: 500 };

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
    const slow = await database.prisma.$queryRaw`SELECT pg_sleep(5)`.catch(
      (error: unknown) => error,
    );
    expect(isDatabaseUnavailable(slow)).toBe(true);
    await database.close();
    await clone.close();
  });
});

describe('the lock of a folder', () => {
  const folder = join(scratch, 'data');
  const file = `${folder}.lock`;

  it('keeps others out until it is given back', () => {
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(FolderInUseError);
    expect(() => lockFolder(folder)).toThrow(`in use by process ${process.pid}`);
    unlock();
    lockFolder(folder)();
  });

  it('is taken over from a process that is gone, and from another that was given its id', () => {
    writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1' }));
    lockFolder(folder)();
    writeFileSync(file, JSON.stringify({ pid: process.pid, startedAt: 'another time' }));
    lockFolder(folder)();
    writeFileSync(file, 'not json');
    const unlock = lockFolder(folder);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
    unlock();
  });
});
