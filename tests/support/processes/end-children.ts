import { afterAll } from 'vitest';
import { endChildren } from './child-processes.js';

// Of each test file, after all that it does itself: a set-up that failed half-way ends nothing.
afterAll(() => {
  const left = endChildren();
  if (left.length > 0) throw new Error(`The file left processes behind: ${left.join(', ')}`);
});
