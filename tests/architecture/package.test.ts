import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { files, read, root, sources } from './support/files.js';

describe('the package', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;

  it('pins exact versions and names no registry', () => {
    for (const version of Object.values({ ...dependencies, ...devDependencies })) {
      expect(version).toMatch(/^(npm:typescript@)?\d+\.\d+\.\d+/);
    }
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });

  it('runs only actions whose digest it names, with no right to write', () => {
    const workflows = files('.github').map(read);
    const actions = workflows.flatMap((text) =>
      [...text.matchAll(/uses: (.*)/g)].map(([, a]) => a),
    );
    expect(actions.length).toBeGreaterThan(2);
    for (const action of actions) expect(action).toMatch(/^[\w/-]+@[0-9a-f]{40} # v\d/);
    for (const text of workflows) expect(text).toContain('permissions:\n  contents: read\n');
  });

  it('uses every dependency that it has', () => {
    const generated = 'src/generated/prisma/client.ts';
    const code = [generated, ...sources, ...files('prisma'), ...files('tests'), ...files('scripts')]
      .filter((path) => /\.(ts|mjs)$/.test(path))
      .map(read)
      .join('\n');
    const unused = Object.keys(dependencies ?? {}).filter(
      (name) => !new RegExp(`['"]${name}(/[^'"]*)?['"]`).test(code),
    );
    expect(unused).toEqual([]);
  });

  it('has no test that is left out', () => {
    const pattern = /\b(it|test|describe)\.(only|skip|todo)\b/;
    const left = files('tests').filter((path) => pattern.test(read(path)));
    expect(left.filter((path) => path !== relative(root, import.meta.filename))).toEqual([]);
  });
});
