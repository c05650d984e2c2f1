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
/**
 * Data functions take one, although queries on `db` join an open transaction by themselves:
 * it shows that they query, and `Tx` that they need a transaction.
 */
export type DbHandle = Db | Tx;
