import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { files, modules, root, sources } from '../support/files.js';

const KINDS = [
  'api',
  'pages',
  'schemas',
  'service',
  'rules',
  'states',
  'data',
  'present',
  'errors',
];

describe('a module', () => {
  it('has an entry point and tables of its own', () => {
    expect(modules.length).toBeGreaterThan(3);
    for (const module of modules) {
      expect(sources).toContain(`src/modules/${module}/index.ts`);
      expect(files('prisma/schema')).toContain(`prisma/schema/${module}.prisma`);
    }
    const schemas = files('prisma/schema').map((path) => basename(path, '.prisma'));
    expect(schemas.sort()).toEqual(['base', 'platform', ...modules].sort());
  });

  it('holds files of the known kinds', () => {
    const odd = sources
      .filter(
        (path) =>
          path.startsWith('src/modules/') && !['index.ts', 'deps.ts'].includes(basename(path)),
      )
      .filter((path) => !KINDS.includes(basename(path, '.ts').split('.')[1] ?? ''));
    expect(odd).toEqual([]);
  });

  it('has its views in a folder of the same name', () => {
    const views = readdirSync(join(root, 'views'));
    const shared = ['errors', 'layouts', 'partials', 'styleguide'];
    expect(views.sort()).toEqual([...shared, ...modules].sort());
  });
});

/** Names that say nothing of what a file is for, so that anything ends up in it. */
const VAGUE = /(^|[-_.])(utils?|helpers?|common|manager|misc)([-_.]|$)/i;

describe('the name of a file', () => {
  it('says what it is for', () => {
    const all = ['src', 'tests', 'views', 'public', 'scripts', 'bench'].flatMap(files);
    expect(all.filter((path) => VAGUE.test(basename(path)))).toEqual([]);
  });

  it.each(['utils.ts', 'date-helpers.ts', '_common.ejs', 'booking.manager.ts'])(
    'is caught when it does not: %s',
    (name) => {
      expect(VAGUE.test(name)).toBe(true);
    },
  );
});
