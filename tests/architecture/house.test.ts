import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/platform/paths.js';

const root = packageRoot();
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const modules = readdirSync(join(root, 'src/modules'));

function files(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (path === 'src/generated') return [];
    return statSync(join(root, path)).isDirectory() ? files(path) : [path];
  });
}

const sources = files('src');
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

describe('the rooms of the house', () => {
  it('are modules with a door and tables of their own', () => {
    expect(modules.length).toBeGreaterThan(3);
    for (const module of modules) {
      expect(sources).toContain(`src/modules/${module}/index.ts`);
      expect(files('prisma/schema')).toContain(`prisma/schema/${module}.prisma`);
    }
    const schemas = files('prisma/schema').map((path) => basename(path, '.prisma'));
    expect(schemas.sort()).toEqual(['base', 'platform', ...modules].sort());
  });

  it('hold files of the known kinds', () => {
    const odd = sources
      .filter((path) => path.startsWith('src/modules/') && basename(path) !== 'index.ts')
      .filter((path) => !KINDS.includes(basename(path, '.ts').split('.')[1] ?? ''));
    expect(odd).toEqual([]);
  });

  it('have their views in a folder of the same name', () => {
    const views = readdirSync(join(root, 'views'));
    const shared = ['errors', 'layouts', 'partials', 'styleguide'];
    expect(views.sort()).toEqual([...shared, ...modules].sort());
  });

  it('have no file that is too long to read', () => {
    const long = sources
      .map((path) => ({ path, lines: read(path).split('\n').length }))
      .filter(({ lines }) => lines > 220);
    expect(long).toEqual([]);
  });
});

/** The delegates (db.booking, tx.chef …) and relations that a data file uses, and what it may use. */
function foreignTables(code: string, own: string[], all: string[]): string[] {
  const source = ts.createSourceFile('x.ts', code, ts.ScriptTarget.ES2023, true);
  const foreign: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isPropertyAccessExpression(node) &&
      ts.isIdentifier(node.expression) &&
      ['db', 'tx'].includes(node.expression.text) &&
      all.includes(node.name.text) &&
      !own.includes(node.name.text)
    ) {
      foreign.push(node.name.text);
    }
    if (
      ts.isPropertyAssignment(node) &&
      (node.name.getText() === 'include' || node.name.getText() === 'select') &&
      ts.isObjectLiteralExpression(node.initializer)
    ) {
      for (const property of node.initializer.properties) {
        const name = property.name?.getText().replace(/s$/, '') ?? '';
        if (all.includes(name) && !own.includes(name)) foreign.push(name);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return foreign;
}

describe('a data file', () => {
  const tablesOf = (module: string) =>
    [...read(`prisma/schema/${module}.prisma`).matchAll(/^model (\w+)/gm)].map(([, name = '']) =>
      name.replace(/^./, (letter) => letter.toLowerCase()),
    );
  const all = ['platform', ...modules].flatMap(tablesOf);

  it('touches only the tables of its own module', () => {
    const data = sources.filter((path) => path.endsWith('.data.ts'));
    expect(data.length).toBeGreaterThan(3);
    for (const path of data) {
      const own = tablesOf(
        path.startsWith('src/platform/') ? 'platform' : (path.split('/')[2] ?? ''),
      );
      expect([path, foreignTables(read(path), own, all)]).toEqual([path, []]);
    }
  });

  it('is caught when it touches another', () => {
    const planted = 'tx.chef.findMany(); db.booking.findMany({ include: { user: true } });';
    expect(foreignTables(planted, ['booking'], all)).toEqual(['chef', 'user']);
  });
});

/**
 * Unescaped output in a view: anything but a partial, the page inside its layout, and written words
 * whose values `rich` escapes.
 */
function unescaped(path: string, view: string): string[] {
  return [...view.matchAll(/<%-\s*([^%]*?)-?%>/g)]
    .map(([, code = '']) => code.trim())
    .filter((code) => !/^include\('[\w./-]+'(, \{[^]*\})?\);?$/.test(code))
    .filter((code) => !/^rich\('[^']+'(, \{[^]*\})?\)$/.test(code))
    .filter((code) => !(code === 'body' && path.startsWith('views/layouts/')))
    .filter((code) => code !== '');
}

describe('a view', () => {
  it('escapes whatever it shows', () => {
    const views = files('views');
    expect(views.length).toBeGreaterThan(20);
    for (const path of views) expect([path, unescaped(path, read(path))]).toEqual([path, []]);
  });

  it('is caught when it does not, and when it holds styles or scripts of its own', () => {
    expect(unescaped('views/chefs/show.ejs', '<p><%- chef.bio %></p>')).toEqual(['chef.bio']);
    expect(unescaped('views/chefs/show.ejs', '<%- body %>')).toEqual(['body']);
    expect(unescaped('views/chefs/show.ejs', '<%- rich(chef.bio) %>')).toEqual(['rich(chef.bio)']);
    for (const path of files('views')) {
      expect([path, /\sstyle=|<style|\son\w+=|<script(?![^>]*src=)/.test(read(path))]).toEqual([
        path,
        false,
      ]);
    }
  });
});

describe('the linter', () => {
  const eslint = new ESLint({ cwd: root });
  const rulesBrokenBy = async (code: string, filePath: string) => {
    const [result] = await eslint.lintText(code, { filePath: join(root, filePath) });
    return result?.messages.map((message) => message.ruleId) ?? [];
  };

  it.each([
    ['the environment', 'export const a = process.env.HOME;', 'no-restricted-properties'],
    ['the time', 'export const a = Date.now();', 'no-restricted-properties'],
    ['the date', 'export const a = new Date();', 'no-restricted-syntax'],
    ['a lost promise', 'Promise.resolve(1);', '@typescript-eslint/no-floating-promises'],
  ])('notices %s outside its room', async (_name, code, rule) => {
    expect(await rulesBrokenBy(code, 'src/modules/chefs/chefs.service.ts')).toContain(rule);
  });
});

describe('the package', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;

  it('pins exact versions and names no registry', () => {
    for (const version of Object.values({ ...dependencies, ...devDependencies })) {
      expect(version).toMatch(/^\d+\.\d+\.\d+/);
    }
    expect(read('package-lock.json')).not.toContain('"resolved"');
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
