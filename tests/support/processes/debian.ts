import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endWithThisProcess } from './child-processes.js';

/** Unpacked once for all clones of the repository, where nobody can read it. */
const UNPACKED = join(tmpdir(), `coocook-debian-${process.getuid?.()}`);
/** Where servers are, which not everybody's PATH names. */
const SYSTEM = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
const NOBODY = 65_534;
const START_MS = 30_000;

/**
 * Runs a program of the Debian package of its name until `end`: the installed one, else the newest one,
 * downloaded by apt-get and unpacked without being installed. As nobody when we are root.
 * @param port where it listens once it has started
 */
export async function startDebianProgram(name: string, args: string[], port: number) {
  const folders = [...SYSTEM, join(UNPACKED, name, 'usr/sbin')];
  const path = find(name, folders) ?? (unpack(name), find(name, folders));
  if (path === undefined) throw new Error(`The tests need ${name}: install it.`);
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const child = endWithThisProcess(
    spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], ...identity, env: environmentOf(name) }),
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  }
  await untilListening(child, port, () => said);
  return { output: () => said, end: () => child.kill('SIGTERM') };
}

function find(name: string, folders: string[]): string | undefined {
  return folders
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** With the libraries that were not installed either. */
function unpack(name: string): void {
  const target = join(UNPACKED, name);
  const folder = `${target}.${process.pid}`;
  const archives = join(folder, 'archives');
  mkdirSync(join(archives, 'partial'), { recursive: true });
  mkdirSync(join(folder, 'lists', 'partial'), { recursive: true });
  const apt = (...args: string[]) =>
    execFileSync('apt-get', ['-qq', '-o', 'Debug::NoLocking=1', ...args], { stdio: 'pipe' });
  const download = (...options: string[]) =>
    apt(
      ...options,
      ...['-o', `Dir::Cache::archives=${archives}`, '--download-only', '--no-install-recommends'],
      ...['--yes', 'install', name],
    );
  try {
    download();
  } catch {
    // The machine's lists are missing, or name a version that is no longer there.
    const own = ['-o', `Dir::State::lists=${join(folder, 'lists')}`];
    apt(...own, 'update');
    download(...own);
  }
  for (const archive of readdirSync(archives).filter((file) => file.endsWith('.deb'))) {
    execFileSync('dpkg-deb', ['--extract', join(archives, archive), folder]);
  }
  rmSync(target, { recursive: true, force: true });
  renameSync(folder, target);
}

function environmentOf(name: string): Record<string, string> {
  const libraries = join(UNPACKED, name, 'usr/lib');
  try {
    const folders = readdirSync(libraries).map((folder) => join(libraries, folder));
    return { LD_LIBRARY_PATH: folders.join(delimiter) };
  } catch {
    return {};
  }
}

async function untilListening(child: ChildProcess, port: number, output: () => string) {
  const latest = Date.now() + START_MS;
  while (child.exitCode === null && Date.now() < latest) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => {
        resolve(true);
      });
      socket.once('error', () => {
        resolve(false);
      });
    });
    socket.destroy();
    if (isOpen) return;
    await pause(50);
  }
  throw new Error(`${child.spawnfile} did not start: ${output()}`);
}
