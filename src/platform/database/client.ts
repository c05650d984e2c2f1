import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaClient } from '../../generated/prisma/client.js';
import type { Db, SessionQuery } from './handles.js';
import type { EmbeddedDatabase } from './embedded.js';
import { listeningOn, type Listen } from './postgres/listener.js';
import { createStatementNames, openPool, withClient } from './postgres/pool.js';
import { openReplica, type Replica } from './postgres/replica.js';
import { transactionAwareClient } from './transactions.js';

export type { Db, DbHandle, Tx } from './handles.js';

export interface DatabaseSettings {
  /** postgresql://… or pglite:FOLDER */
  url: string;
  /** Past the pooler that `url` names: PgBouncer in transaction mode, or another like it. */
  directUrl?: string | null;
  /** Of a streaming replica, behind a pooler of the same kind if `url` names one. */
  replicaUrl?: string | null;
  poolSize: number;
  connectTimeoutMs: number;
  queryTimeoutMs: number;
}

export interface Database {
  prisma: Db;
  kind: 'embedded' | 'postgresql';
  /** Without the time-outs of the app's queries. */
  migrationAdapter: SqlMigrationAwareDriverAdapterFactory;
  /** Outside of Prisma's transactions: one statement with values, or a whole script. */
  execute(sql: string, values?: unknown[]): Promise<{ rows: object[] }>;
  /** One transaction on a connection of its own, past the pooler and without the time-outs of the app. */
  inSession<T>(work: (query: SessionQuery) => Promise<T>): Promise<T>;
  /** Runs the work while no other process holds the lock. */
  withAdvisoryLock<T>(lock: number, work: () => Promise<T>): Promise<T>;
  listen: Listen;
  replica: Replica | null;
  close(): Promise<void>;
}

const EMBEDDED = 'pglite:';

export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  if (!settings.url.startsWith(EMBEDDED)) return postgresDatabase(settings);
  // PostgreSQL in WebAssembly is no part of a process that does not use it.
  const { openEmbedded } = await import('./embedded.js');
  const embedded = await openEmbedded(settings.url.slice(EMBEDDED.length));
  return embeddedDatabase(embedded, settings.queryTimeoutMs);
}

/** PostgreSQL inside this process, and for it alone. @param queryTimeoutMs here of transactions alone */
export function embeddedDatabase(embedded: EmbeddedDatabase, queryTimeoutMs = 60_000): Database {
  const { adapter } = embedded;
  const prisma = transactionAwareClient(
    new PrismaClient({ adapter, transactionOptions: transactionLimits(queryTimeoutMs) }),
    (sql, values) => embedded.execute(sql, values),
  );
  return {
    prisma,
    kind: 'embedded',
    migrationAdapter: adapter,
    execute: (sql, values) => embedded.execute(sql, values),
    inSession: (work) => embedded.inSession(work),
    withAdvisoryLock: (_lock, work) => work(),
    listen: (channel, onMessage) => embedded.listen(channel, onMessage),
    replica: null,
    async close() {
      await prisma.$disconnect();
      await embedded.close();
    },
  };
}

/** Milliseconds that a transaction waits for a connection, and takes, at most. */
const transactionLimits = (queryTimeoutMs: number) => ({
  maxWait: 2 * queryTimeoutMs,
  timeout: 4 * queryTimeoutMs,
});

function postgresDatabase(settings: DatabaseSettings): Database {
  const pooled = settings.directUrl != null;
  const timing = { connectionTimeoutMillis: settings.connectTimeoutMs };
  const direct = { ...timing, connectionString: settings.directUrl ?? settings.url };
  const reads = {
    ...timing,
    max: settings.poolSize,
    query_timeout: settings.queryTimeoutMs,
    // Behind a pooler a session is not ours: it sets the time-out (deploy/pgbouncer.ini).
    ...(pooled ? {} : { statement_timeout: settings.queryTimeoutMs }),
  };
  const pool = openPool({ ...reads, connectionString: settings.url });
  const { replicaUrl } = settings;
  const replica =
    replicaUrl == null ? null : openReplica({ ...reads, connectionString: replicaUrl }, direct);
  // Nor can a statement be found again there by its name (SQLSTATE 42P05).
  const nameOf = pooled ? () => '' : createStatementNames();
  const adapter = new PrismaPg(pool, { statementNameGenerator: nameOf });
  const prisma = transactionAwareClient(
    new PrismaClient({ adapter, transactionOptions: transactionLimits(settings.queryTimeoutMs) }),
    (text, values) => {
      const statement = { name: nameOf({ sql: text }), text, values };
      return replica === null ? pool.query<object>(statement) : replica.query(pool, statement);
    },
  );
  const listening = listeningOn(direct);
  return {
    prisma,
    kind: 'postgresql',
    migrationAdapter: withWholeScripts(new PrismaPg(direct)),
    async execute(sql, values) {
      // The pool discards a connection whose query failed, and with it an open transaction.
      const results = [await pool.query<object>(sql, values)].flat();
      return { rows: results.at(-1)?.rows ?? [] };
    },
    inSession: (work) =>
      withClient(direct, async (client) => {
        await client.query('BEGIN');
        const result = await work(
          async <R>(sql: string, values?: unknown[]) =>
            (await client.query(sql, values)).rows as R[],
        );
        await client.query('COMMIT');
        return result;
      }),
    withAdvisoryLock: (lock, work) =>
      withClient(direct, async (client) => {
        await client.query('SELECT pg_advisory_lock($1)', [lock]);
        return work();
      }),
    listen: listening.listen,
    replica,
    async close() {
      await listening.close();
      await replica?.close();
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** Sends a script as one message, all or nothing; Prisma would split it at semicolons. */
function withWholeScripts(factory: PrismaPg): SqlMigrationAwareDriverAdapterFactory {
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
