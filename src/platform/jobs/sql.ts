import type PgBoss from 'pg-boss';
import type { Database, Tx } from '../database/client.js';

/** Lets pg-boss run its SQL outside of every transaction. */
export function sqlOf(database: Database): PgBoss.Db {
  return { executeSql: (sql, values?: unknown[]) => database.execute(sql, values) };
}

/** pg-boss leaves out values and passes objects and lists; Prisma takes null, JSON and lists. */
export function sqlInside(tx: Tx): PgBoss.Db {
  const plain = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? JSON.stringify(value)
      : (value ?? null);
  return {
    async executeSql(sql, values: unknown[]) {
      return { rows: await tx.$queryRawUnsafe<object[]>(sql, ...values.map(plain)) };
    },
  };
}
