import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { unusedOffers } from '../support/entry-points.js';
import { files, modules, root } from '../support/files.js';
import { withPlanted } from '../support/violations.js';

/** The code of the product and its commands; what only tests use is not offered. */
function programOf(baseDir: string, paths: string[]): ts.Program {
  return ts.createProgram(
    paths.map((path) => join(baseDir, path)),
    {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      strict: true,
      skipLibCheck: true,
      noEmit: true,
      types: ['node'],
    },
  );
}

// The whole product is compiled for it, which takes minutes on a very busy machine.
describe('the entry point of a module', { timeout: 600_000 }, () => {
  it('offers only what somebody outside uses', () => {
    const paths = [...files('src'), 'prisma/seed.ts', 'scripts/db.ts'];
    const program = programOf(root, paths);
    expect(modules.flatMap((module) => unusedOffers(root, module, program))).toEqual([]);
  });

  it('is caught when it offers more', async () => {
    const planted = {
      'src/modules/a/index.ts': `
        export const used = 1;
        export const idle = 2;
        export const createA = () => ({
          service: { find: () => 1, lost: () => 2, wanted: () => 3 },
          pages: [1],
          api: [2],
        });
        export const own = createA().api;`,
      'src/app.ts': `
        import { createA, used } from './modules/a/index.js';
        const { service, pages } = createA();
        const receive = (object: { wanted: () => number }) => object;
        export const app = [used, service.find(), pages, receive(service)];`,
    };
    await withPlanted(planted, (folder) => {
      const program = programOf(folder, Object.keys(planted));
      expect(unusedOffers(folder, 'a', program).sort()).toEqual([
        'a: createA.api',
        'a: createA.service.lost',
        'a: idle',
        'a: own',
      ]);
      return Promise.resolve();
    });
  });
});
