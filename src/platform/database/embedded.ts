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
import type { SessionQuery } from './handles.js';
import type { StopListening } from './postgres/listener.js';

/** Extensions that the migrations create. */
const EXTENSIONS = { btree_gist, pg_trgm };

export interface EmbeddedDatabase {
  adapter: SqlMigrationAwareDriverAdapterFactory;
  execute(sql: string, values?: unknown[]): Promise<{ rows: object[] }>;
  inSession<T>(work: (query: SessionQuery) => Promise<T>): Promise<T>;
  listen(channel: string, onMessage: (payload: string) => void): Promise<StopListening>;
  close(): Promise<void>;
}

/**
 * @param folder null for memory @param snapshot from `dumpDataDir`, for memory
 * @throws FolderInUseError
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
      inSession: (work) =>
        pglite.transaction((tx) =>
          work(async <R>(sql: string, values?: unknown[]) =>
            values === undefined
              ? ((await tx.exec(sql)).at(-1)?.rows as R[])
              : (await tx.query<R>(sql, values)).rows,
          ),
        ),
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

// In a transaction, so that a failed script leaves none open in the only session.
async function executeOn(pglite: PGlite, sql: string, values?: unknown[]) {
  if (values !== undefined) return pglite.query<object>(sql, values);
  const results = await pglite.transaction((tx) => tx.exec(sql));
  return { rows: (results.at(-1)?.rows ?? []) as object[] };
}

/** PGlite's adapter cannot migrate: it does not await scripts, and is its own shadow database. */
function migrationAware(pglite: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPGlite(pglite);
  return {
    provider: 'postgres',
    adapterName: factory.adapterName,
    connect: async () => withAwaitedScripts(await factory.connect(), pglite),
    connectToShadowDb: async () => {
      const shadow = await PGlite.create({ extensions: EXTENSIONS });
      const adapter = withAwaitedScripts(await new PrismaPGlite(shadow).connect(), shadow);
      return Object.assign(adapter, {
        async dispose() {
          if (!shadow.closed) await shadow.close();
        },
      });
    },
  };
}

function withAwaitedScripts(adapter: SqlDriverAdapter, pglite: PGlite): SqlDriverAdapter {
  return Object.assign(adapter, {
    async executeScript(script: string) {
      await pglite.exec(script);
    },
  });
}
