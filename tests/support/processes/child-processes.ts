import type { ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
// A test worker is ended by SIGTERM, which by default runs no exit listeners.
process.once('SIGTERM', () => {
  process.exit(143);
});

/** Ends a child process with this one, whatever happens; gives it back. */
export function endWithThisProcess<T extends ChildProcess>(child: T): T {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}
