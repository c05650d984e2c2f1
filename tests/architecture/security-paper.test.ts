import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root } from './support/files.js';

describe('docs/security.md', () => {
  const paper = read('docs/security.md');

  it('has every chapter of ASVS 5.0', () => {
    const chapters = [...paper.matchAll(/^## V(\d+) /gm)].map(([, number]) => Number(number));
    expect(chapters).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  });

  it('names tests that exist', () => {
    const named = [...paper.matchAll(/`(tests\/[^`]+)`/g)].map(([, path]) => path ?? '');
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
