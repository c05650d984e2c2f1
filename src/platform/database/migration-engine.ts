import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';

type Exports = Record<string, unknown>;
type Bindings = typeof import('@prisma/schema-engine-wasm/schema_engine_bg') & {
  __wbg_set_wasm(exports: Exports): void;
};
export type MigrationEngine = Awaited<ReturnType<Bindings['SchemaEngine']['new']>>;

/** Prisma's schema engine (WebAssembly). @throws the database's own error */
export async function withEngine<T>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema: { path: string; content: string }[],
  work: (engine: MigrationEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await loadEngine();
  const opened: SqlDriverAdapter[] = [];
  const keep = async (connecting: Promise<SqlDriverAdapter>) => {
    const connected = await connecting;
    opened.push(connected);
    return connected;
  };
  const bound = bindMigrationAwareSqlAdapterFactory({
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: () => keep(adapter.connect()),
    connectToShadowDb: () => keep(adapter.connectToShadowDb()),
  });
  const engine = await SchemaEngine.new(
    { datamodels: schema.map(({ path, content }) => [path, content]) },
    () => undefined,
    bound,
  );
  try {
    return await work(engine);
  } catch (error) {
    // The engine knows an adapter's error only by number; the registry has the error.
    const id = /external error id#(\d+)/i.exec(String(error))?.[1];
    const original = id === undefined ? undefined : bound.errorRegistry.consumeError(Number(id));
    throw original === undefined ? error : original.error;
  } finally {
    engine.free();
    // The engine leaves its connections open.
    await Promise.all(opened.map((connected) => connected.dispose()));
  }
}

/** Part of Node, but not of TypeScript's library. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Exports } }>;
  };
};
let bindings: Promise<Bindings> | undefined;

/** Node 20 cannot import a .wasm file. */
function loadEngine(): Promise<Bindings> {
  bindings ??= (async () => {
    const loaded = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as Bindings;
    const path = createRequire(import.meta.url)
      .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
      .replace(/\.js$/, '.wasm');
    const { instance } = await WebAssembly.instantiate(await readFile(path), {
      './schema_engine_bg.js': loaded,
    });
    loaded.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as (() => void) | undefined)?.();
    return loaded;
  })();
  return bindings;
}
