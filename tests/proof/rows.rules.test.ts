import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/platform/paths.js';
import { ROWS } from './rows.js';

it('is said of each promise what shows it', () => {
  const numbers = Array.from({ length: 42 }, (_, index) => index + 1);
  expect(ROWS.map(({ number }) => number)).toEqual(numbers);
  for (const { number, tests, drill, program } of ROWS) {
    expect([number, tests ?? drill ?? program]).not.toContain(undefined);
    const files = [...(tests ?? []).map(([file]) => file), ...(program ?? []).slice(0, 1)];
    expect(files.filter((file) => !existsSync(join(packageRoot(), file)))).toEqual([]);
  }
});
