import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { Prisma, PrismaClient } from '../generated/prisma/client.js';
import { isTransient } from './db-errors.js';
import { openEmbedded, type EmbeddedDatabase } from './embedded-database.js';
import { listeningOn, type Listen } from './listener.js';

export type Db = PrismaClient;
/** A client bound to an open transaction. */
export type Tx = Prisma.TransactionClient;
/** What a query runs on: the client itself or a transaction. */
export type DbHandle = Db | Tx;

export interface DatabaseSettings {
  /** postgresql://… or pglite:FOLDER */
  url: string;
  poolSize: number;
  connectTimeoutMs: number;
  queryTimeoutMs: number;
}

export interface Database {
  prisma: Db;
  kind: 'embedded' | 'postgresql';
  /** For the migration engine, which brings its own queries and takes the time they need. */
  migrationAdapter: SqlMigrationAwareDriverAdapterFactory;
  /**
   * Runs SQL outside of every Prisma transaction and gives the rows of its last statement. With values
   * it is one statement; without, it may be a script, of which all or nothing is done.
   */
  execute(sql: string, values?: unknown[]): Promise<{ rows: object[] }>;
  /** Does the work while no other process does its own under the same number. */
  exclusively<T>(lock: number, work: () => Promise<T>): Promise<T>;
  /** Hears what `notify` tells, in whichever process; until it is stopped, or the database closed. */
  listen: Listen;
  close(): Promise<void>;
}

const EMBEDDED = 'pglite:';
const TRANSACTION_TRIES = 4;

/** Opens the database that the address names; nothing is sent to PostgreSQL before the first query. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  return settings.url.startsWith(EMBEDDED)
    ? embeddedDatabase(await openEmbedded(settings.url.slice(EMBEDDED.length)))
    : postgresDatabase(settings);
}

/** The database inside this process, as `openDatabase` gives it; no other process can use it. */
export function embeddedDatabase(embedded: EmbeddedDatabase): Database {
  const prisma = joiningTransactions(new PrismaClient({ adapter: embedded.adapter }));
  return {
    prisma,
    kind: 'embedded',
    migrationAdapter: embedded.adapter,
    execute: (sql, values) => embedded.execute(sql, values),
    exclusively: (_lock, work) => work(),
    listen: (channel, onMessage) => embedded.listen(channel, onMessage),
    async close() {
      await prisma.$disconnect();
      await embedded.close();
    },
  };
}

function postgresDatabase(settings: DatabaseSettings): Database {
  const connection = {
    connectionString: settings.url,
    connectionTimeoutMillis: settings.connectTimeoutMs,
  };
  const pool = new pg.Pool({
    ...connection,
    max: settings.poolSize,
    query_timeout: settings.queryTimeoutMs,
    statement_timeout: settings.queryTimeoutMs,
  });
  // A connection that breaks (a restart of the server) is replaced at its next use. The pool listens
  // to idle ones only, and Prisma's adapter a moment after it was given one: without a listener
  // of its own, a connection that breaks in between would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const prisma = joiningTransactions(new PrismaClient({ adapter: new PrismaPg(pool) }));
  const listening = listeningOn(connection);
  return {
    prisma,
    kind: 'postgresql',
    migrationAdapter: runningWholeScripts(new PrismaPg(connection)),
    async execute(sql, values) {
      // The pool throws away a connection whose query failed, and an open transaction with it.
      const results = [await pool.query<object>(sql, values)].flat();
      return { rows: results.at(-1)?.rows ?? [] };
    },
    async exclusively(lock, work) {
      const client = new pg.Client(connection);
      await client.connect();
      try {
        await client.query('SELECT pg_advisory_lock($1)', [lock]);
        return await work();
      } finally {
        await client.end();
      }
    },
    listen: listening.listen,
    async close() {
      await listening.close();
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/**
 * The same adapter, sending a script as the one message that it is. Its own way cuts the script at
 * every semicolon, even inside a function's body; and in one message PostgreSQL runs it whole or not at all.
 */
function runningWholeScripts(factory: PrismaPg): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect();
      return Object.assign(adapter, {
        async executeScript(script: string) {
          await adapter.underlyingDriver().query(script);
        },
      });
    },
    connectToShadowDb: () => Promise.reject(new Error('Shadow databases are embedded ones.')),
  };
}

/** Tells whoever listens on the channel, when and only if the transaction commits. */
export async function notify(tx: Tx, channel: string, message: object): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${JSON.stringify(message)})`;
}

/** The transaction that the running request, or the like, is inside of. */
const current = new AsyncLocalStorage<Tx>();

/**
 * The same client, whose queries become part of the transaction that they are made inside of. What
 * is built on it need not know whether a caller further out has opened one.
 */
function joiningTransactions(prisma: Db): Db {
  return new Proxy(prisma, {
    get: (client, name) => Reflect.get(current.getStore() ?? client, name) as unknown,
  });
}

/**
 * Runs the work in one transaction, and again from the start when PostgreSQL gave it up for a
 * serialization failure or a deadlock, three more times at most. Inside of another transaction it
 * is a part of that one, which it leaves as it was if it fails.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const outer = current.getStore();
  if (outer !== undefined) return withSavepoint(outer, work);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(
        (opened) => {
          const tx = oneAtATime(opened);
          return current.run(tx, () => work(tx));
        },
        { maxWait: 5000, timeout: 10_000 },
      );
    } catch (error) {
      if (attempt === TRANSACTION_TRIES || !isTransient(error)) throw error;
    }
  }
}

/**
 * The same transaction, whose queries wait for each other. Of several at once on one connection
 * that breaks, Prisma answers some with undefined instead of failing.
 */
function oneAtATime(tx: Tx): Tx {
  let last: Promise<unknown> = Promise.resolve();
  const queued = (run: () => unknown) => {
    const next = last.then(run);
    last = next.catch(() => undefined);
    return next;
  };
  const inLine = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(owner, name) {
        const value: unknown = Reflect.get(owner, name);
        if (typeof value === 'function') {
          return (...args: unknown[]) => queued(() => value.apply(owner, args) as unknown);
        }
        return typeof value === 'object' && value !== null ? inLine(value) : value;
      },
    });
  return inLine(tx);
}

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
