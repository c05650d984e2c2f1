import { describe, expect, it } from 'vitest';
import { Prisma } from '../../../src/generated/prisma/client.js';
import {
  all,
  ask,
  mapped,
  nothing,
  together,
  type Question,
} from '../../../src/platform/database/questions.js';
import { inTransaction } from '../../../src/platform/database/transactions.js';
import { openTestDatabase } from '../../support/database/database.js';

const numbers = (last: number): Question<number[]> => ({
  statement: Prisma.sql`SELECT n FROM generate_series(1, ${last}::int) AS n ORDER BY n DESC`,
  read: (rows: { n: number }[]) => rows.map(({ n }) => n),
});
const at = new Date('2027-01-02T03:04:05.678Z');
const instant: Question<Date | undefined> = {
  statement: Prisma.sql`SELECT ${at}::timestamptz AS at`,
  read: (rows: { at: string }[]) => rows.map((row) => new Date(row.at))[0],
};
const refusing = (word: string): Question<never> => ({
  statement: Prisma.sql`SELECT 1`,
  read() {
    throw new Error(word);
  },
});

describe('questions', () => {
  it('are answered by one statement, also inside of each other and of a transaction', async () => {
    const database = await openTestDatabase();
    const { prisma } = database;
    const inner = mapped(together({ two: numbers(2), none: numbers(0) }), ({ two, none }) => ({
      two,
      none,
    }));
    const all = together({ three: numbers(3), instant, inner });
    const answers = { three: [3, 2, 1], instant: at, inner: { two: [2, 1], none: [] } };
    expect(await ask(prisma, all)).toEqual(answers);
    expect(await inTransaction(prisma, (tx) => ask(tx, all))).toEqual(answers);
    const refused = ask(prisma, together({ a: refusing('first'), b: refusing('second') }));
    await expect(refused).rejects.toThrow('first');
    await database.close();
  });

  it('may select from what they are given, and be any number', async () => {
    const database = await openTestDatabase();
    const { prisma } = database;
    const given = { few: Prisma.sql`SELECT 2::int AS last`, one: Prisma.sql`SELECT * FROM few` };
    const counted: Question<number[]> = {
      statement: Prisma.sql`SELECT n FROM one, generate_series(1, last) AS n`,
      read: (rows: { n: number }[]) => rows.map(({ n }) => n),
    };
    const answers = { counted: [1, 2], nothing: null };
    expect(await ask(prisma, together({ counted, nothing }, given))).toEqual(answers);
    const many = Array.from({ length: 12 }, (_, index) => numbers(index));
    expect((await ask(prisma, all(many))).map((list) => list.length)).toEqual([
      ...Array(12).keys(),
    ]);
    expect(await ask(prisma, all([]))).toEqual([]);
    await database.close();
  });
});
