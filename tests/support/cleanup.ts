import { afterAll } from 'vitest';

/**
 * Gives a function that registers what is to be undone after the last test of a file. The tasks run
 * latest first, also when the set-up failed half-way, and a failing task does not keep the others from running.
 */
export function useCleanup(): (task: () => unknown) => void {
  const tasks: (() => unknown)[] = [];
  afterAll(async () => {
    const errors: unknown[] = [];
    for (const task of tasks.splice(0).reverse()) {
      try {
        await task();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'could not clean up');
  });
  return (task) => {
    tasks.push(task);
  };
}
