import { AsyncLocalStorage } from 'node:async_hooks';
import type { Prisma, PrismaClient } from '../../generated/prisma/client.js';
import { isTransient } from './errors.js';
import type { Db, DbHandle, RawStatements, Statement, Tx } from './handles.js';

const MAX_TRIES = 4;

const current = new AsyncLocalStorage<Tx>();

/** Repeats the work after a serialization failure or a deadlock; nested, it is a savepoint. */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const outer = current.getStore();
  if (outer !== undefined) return withSavepoint(outer, work);
  return repeatTransient(() =>
    db.$transaction((opened) => {
      const tx = serializeQueries(withStatements(opened, statementsOf(opened)));
      return current.run(tx, () => work(tx));
    }),
  );
}

/**
 * A client whose queries join the open transaction, if any.
 * @param execute sends a statement to the driver, outside of transactions: it is one by itself
 */
export function transactionAwareClient(
  prisma: PrismaClient,
  execute: (sql: string, values: unknown[]) => Promise<{ rows: object[] }>,
): Db {
  const client = withStatements(prisma, {
    rows: async <T>({ text, values }: Statement) =>
      (await repeatTransient(() => execute(text, values))).rows as T[],
  });
  return new Proxy(client, {
    get: (outside, name) => Reflect.get(current.getStore() ?? outside, name) as unknown,
  });
}

/** For work that takes long: meanwhile a transaction would hold its connection and its locks. */
export function assertNoTransaction(): void {
  if (current.getStore() !== undefined) throw new Error('This must not be done in a transaction.');
}

/** Sends NOTIFY when, and only if, the transaction commits. */
export async function notify(db: DbHandle, channel: string, message: string): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${channel}, ${message})`;
}

async function repeatTransient<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === MAX_TRIES || !isTransient(error)) throw error;
    }
  }
}

function withStatements<C extends object>(client: C, statements: RawStatements) {
  return new Proxy(client, {
    get: (owner, name) => Reflect.get(name === 'rows' ? statements : owner, name) as unknown,
  }) as C & RawStatements;
}

const statementsOf = (tx: Prisma.TransactionClient): RawStatements => ({
  rows: ({ text, values }) => tx.$queryRawUnsafe(text, ...values),
});

async function withSavepoint<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.$executeRaw`SAVEPOINT inner_work`;
  try {
    const result = await work(tx);
    await tx.$executeRaw`RELEASE SAVEPOINT inner_work`;
    return result;
  } catch (error) {
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT inner_work`;
    throw error;
  }
}

// Prisma answers some of several queries at once with undefined if their connection breaks.
function serializeQueries(tx: Tx): Tx {
  let last: Promise<unknown> = Promise.resolve();
  const queued = (run: () => unknown) => {
    const next = last.then(run);
    last = next.catch(() => undefined);
    return next;
  };
  const serialized = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(owner, name) {
        const value: unknown = Reflect.get(owner, name);
        if (typeof value === 'function') {
          return (...args: unknown[]) => queued(() => value.apply(owner, args) as unknown);
        }
        return typeof value === 'object' && value !== null ? serialized(value) : value;
      },
    });
  return serialized(tx);
}
