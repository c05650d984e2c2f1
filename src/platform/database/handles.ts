import type { Prisma, PrismaClient } from '../../generated/prisma/client.js';

export type Statement = Pick<Prisma.Sql, 'text' | 'values'>;

/** Hot statements, sent to the driver as they are: at about half the cost of Prisma's client. */
export interface RawStatements {
  /**
   * The rows of one statement. Values have the driver's types: select counts as `::int`, dates and
   * enums as `::text`, lists of enums as `::text[]`.
   */
  rows<T>(statement: Statement): Promise<T[]>;
}

/** The app's client; inside of `inTransaction` its queries join the open transaction. */
export type Db = PrismaClient & RawStatements;
export type Tx = Prisma.TransactionClient & RawStatements;
/** What data functions take, to show that they query; those that need a transaction take `Tx`. */
export type DbHandle = Db | Tx;

/** Scripts have no values. */
export type SessionQuery = <R = object>(sql: string, values?: unknown[]) => Promise<R[]>;
