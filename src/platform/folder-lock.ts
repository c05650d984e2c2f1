import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Another process uses the folder; the message is fit to be shown to an operator. */
export class FolderInUseError extends Error {}

/** How a process is known again: ids are reused, so its start time goes with it. */
interface Owner {
  pid: number;
  startedAt: string;
}

/**
 * Takes a folder for this process alone, by a lock file beside it. The lock of a process that is
 * gone, even one that was killed, is taken over.
 * @returns the function that gives the folder back
 * @throws FolderInUseError when a living process holds it
 */
export function lockFolder(folder: string): () => void {
  const file = `${folder}.lock`;
  mkdirSync(dirname(file), { recursive: true });
  const own: Owner = { pid: process.pid, startedAt: startTimeOf(process.pid) ?? '' };
  if (!tryCreate(file, own)) {
    const owner = readOwner(file);
    if (owner !== null && isAlive(owner)) {
      throw new FolderInUseError(
        `The embedded database in ${folder} is in use by process ${owner.pid}. ` +
          'It serves one process only: stop that one first, or use PostgreSQL (DATABASE_URL).',
      );
    }
    rmSync(file, { force: true });
    if (!tryCreate(file, own)) {
      throw new FolderInUseError(`The embedded database in ${folder} has just been taken.`);
    }
  }
  return () => {
    if (readOwner(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

function tryCreate(file: string, owner: Owner): boolean {
  try {
    writeFileSync(file, JSON.stringify(owner), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readOwner(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const startedAt = startTimeOf(owner.pid);
  return startedAt === null || startedAt === owner.startedAt;
}

/** The start time in clock ticks since boot (proc(5), field 22); null where there is no /proc. */
function startTimeOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
