import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root } from '../architecture/support/files.js';
import { MUTANTS } from './mutants.js';

describe('the protections that npm run mutants takes out', () => {
  it.each(MUTANTS)('are still there: $protection', ({ file, take, put, test, only }) => {
    expect(read(file).split(take)).toHaveLength(2);
    expect(put).not.toBe(take);
    expect(existsSync(join(root, test))).toBe(true);
    if (only !== undefined) expect(read(test)).toContain(only.split(' ')[0]);
  });
});
