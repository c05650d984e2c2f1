import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';

/** The message is fit to be shown to an operator. */
export class FolderInUseError extends Error {}

/** Process ids are reused, so the start time goes with them. */
interface Owner {
  pid: number;
  startedAt: string;
}

/**
 * Locks by numbered files beside the folder; takes over a dead process's lock. The owner of the
 * highest number has the folder: nobody ever removes that file, and the next number has one creator.
 * @throws FolderInUseError
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(dirname(folder), { recursive: true });
  const seen = numbersOf(folder);
  const last = Math.max(...seen, 0);
  const owner = seen.length === 0 ? null : readOwner(fileOf(folder, last));
  if (owner !== null && isAlive(owner)) {
    throw new FolderInUseError(
      `The embedded database in ${folder} is in use by process ${owner.pid}. ` +
        'It serves one process only: stop that one first, or use PostgreSQL (DATABASE_URL).',
    );
  }
  const number = last + 1;
  const file = fileOf(folder, number);
  const isFirst = create(file, { pid: process.pid, startedAt: startTimeOf(process.pid) ?? '' });
  // Somebody may have had this number, gone on to the next and removed the old ones.
  const isNewest = numbersOf(folder).every((one) => one <= number);
  if (!isFirst || !isNewest) {
    if (isFirst) rmSync(file, { force: true });
    throw new FolderInUseError(`The embedded database in ${folder} has just been taken.`);
  }
  for (const old of seen) rmSync(fileOf(folder, old), { force: true });
  return () => {
    if (readOwner(file)?.pid === process.pid) write(file, null, renameSync);
  };
}

/** Number 0 is the only one of earlier versions. */
function fileOf(folder: string, number: number): string {
  return number === 0 ? `${folder}.lock` : `${folder}.lock.${number}`;
}

function numbersOf(folder: string): number[] {
  const name = `${basename(folder)}.lock`;
  return readdirSync(dirname(folder))
    .filter((one) => one === name || (one.startsWith(`${name}.`) && /\.\d+$/.test(one)))
    .map((one) => Number(one.slice(name.length + 1)));
}

/** False when the file is there. Others see it with its content or not at all. */
function create(file: string, owner: Owner): boolean {
  try {
    write(file, owner, linkSync);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function write(file: string, owner: Owner | null, publish: typeof linkSync): void {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(owner));
  try {
    publish(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Null for one who has given it back, or cannot be read. */
function readOwner(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner | null;
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

/** In clock ticks since boot (proc(5), field 22); null where there is no /proc. */
function startTimeOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
