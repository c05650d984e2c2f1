import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { lockFolder } from './folder-lock.js';
import type { StopListening } from './listener.js';

/** What the migrations create extensions of; the shadow database of a comparison needs them, too. */
const EXTENSIONS = { btree_gist, pg_trgm };

export interface EmbeddedDatabase {
  adapter: SqlMigrationAwareDriverAdapterFactory;
  /** As `Database.execute`; it waits for its turn, so it is never part of a transaction under way. */
  execute(sql: string, values?: unknown[]): Promise<{ rows: object[] }>;
  /** As `Database.listen`; there is no connection that could be lost. */
  listen(channel: string, onMessage: (payload: string) => void): Promise<StopListening>;
  close(): Promise<void>;
}

/**
 * Opens PostgreSQL inside this process.
 * @param folder where its data lies, for this process alone; null keeps it in memory
 * @param snapshot the data to begin with (what PGlite's `dumpDataDir` gave), in memory only
 * @throws FolderInUseError when another process has the folder open
 */
export async function openEmbedded(
  folder: string | null,
  snapshot?: Blob,
): Promise<EmbeddedDatabase & { pglite: PGlite }> {
  const path = folder === null ? null : resolve(folder);
  const unlock = path === null ? () => undefined : lockFolder(path);
  if (path !== null) mkdirSync(dirname(path), { recursive: true });
  try {
    const pglite = await PGlite.create({
      ...(path === null ? {} : { dataDir: path }),
      ...(snapshot === undefined ? {} : { loadDataDir: snapshot }),
      extensions: EXTENSIONS,
    });
    return {
      pglite,
      adapter: migrationAware(pglite),
      execute: (sql, values) => executeOn(pglite, sql, values),
      async listen(channel, onMessage) {
        const stop = await pglite.listen(channel, onMessage);
        return () => stop();
      },
      async close() {
        await pglite.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * There is one session, which Prisma's transactions hold by the lock that `query` and `transaction`
 * wait for, too. A script runs in a transaction even if it begins one itself: should it fail
 * half-way, the session would else stay in the transaction that failed.
 */
async function executeOn(pglite: PGlite, sql: string, values?: unknown[]) {
  if (values !== undefined) return pglite.query<object>(sql, values);
  const results = await pglite.transaction((tx) => tx.exec(sql));
  return { rows: (results.at(-1)?.rows ?? []) as object[] };
}

/**
 * The Prisma adapter of PGlite, able to run migrations: its own `executeScript` does not wait for
 * the script nor tell its errors, and its shadow database is the database itself.
 */
function migrationAware(pglite: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPGlite(pglite);
  return {
    provider: 'postgres',
    adapterName: factory.adapterName,
    connect: async () => awaitingScripts(await factory.connect(), pglite),
    connectToShadowDb: async () => {
      const shadow = await PGlite.create({ extensions: EXTENSIONS });
      const adapter = awaitingScripts(await new PrismaPGlite(shadow).connect(), shadow);
      return Object.assign(adapter, {
        async dispose() {
          if (!shadow.closed) await shadow.close();
        },
      });
    },
  };
}

function awaitingScripts(adapter: SqlDriverAdapter, pglite: PGlite): SqlDriverAdapter {
  return Object.assign(adapter, {
    async executeScript(script: string) {
      await pglite.exec(script);
    },
  });
}
