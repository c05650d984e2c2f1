import type { ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
// A test worker is ended by SIGTERM, which by default runs no exit listeners.
process.once('SIGTERM', () => {
  process.exit(143);
});

/** Kills what still runs; gives what it was. */
export function endChildren(): string[] {
  return [...running].map((child) => {
    child.kill('SIGKILL');
    running.delete(child);
    return child.spawnargs.join(' ');
  });
}

/** Ends a child process with this one, whatever happens; gives it back. */
export function endWithThisProcess<T extends ChildProcess>(child: T): T {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}
