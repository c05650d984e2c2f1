import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever its kernel's own clock. */
const TICK_MS = 10;

/** The processor time of a process so far, in milliseconds, with all of its threads. */
export function cpuOf(pid: number): number {
  const [own] = ticks(pid);
  return own * TICK_MS;
}

/** That of a process and of its children, those that have ended included. */
export function cpuOfFamily(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  const living = children.filter((child) => child !== '').map((child) => ticks(Number(child))[0]);
  const [own, ended] = ticks(pid);
  return living.reduce((sum, child) => sum + child, own + ended) * TICK_MS;
}

/** Of the process and of the children that it has seen end: `utime`, `stime`, `cutime`, `cstime`. */
function ticks(pid: number): [number, number] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15).map(Number);
  return [user + system, childUser + childSystem];
}
