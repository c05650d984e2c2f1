import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { modules, read, sources } from '../support/files.js';

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

/** The tables of raw SQL whose names are not among the own ones. */
function foreignNames(code: string, own: string[], all: string[]): string[] {
  const source = ts.createSourceFile('x.ts', code, ts.ScriptTarget.ES2023, true);
  const foreign = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /(sql|Raw)$/.test(node.tag.getText())) {
      const sql = node.template.getText().replace(/\$\{[^}]*\}/g, '');
      for (const [word] of sql.matchAll(/\w+/g)) {
        if (all.includes(word) && !own.includes(word)) foreign.add(word);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...foreign].sort();
}

/** Data files that name tables of other modules. */
const EXCEPTIONS: Record<string, string[]> = {
  'src/modules/auth/auth.data.ts': ['bookings', 'chefs'],
  'src/modules/bookings/records/named-bookings.data.ts': ['chefs', 'users'],
};
const DECISION = 'docs/decisions/0030-a-page-asks-once-after-it-knows-who-asks.md';

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

  const namesOf = (module: string) =>
    [...read(`prisma/schema/${module}.prisma`).matchAll(/@@map\("(\w+)"\)/g)].map(
      ([, name = '']) => name,
    );
  const allNames = ['platform', ...modules].flatMap(namesOf);

  it('names only the tables of its own module in raw SQL, or is an exception with a decision', () => {
    const data = sources.filter((path) => /^src\/modules\/.*\.data\.ts$/.test(path));
    const foreign = data.map((path) => {
      return [path, foreignNames(read(path), namesOf(path.split('/')[2] ?? ''), allNames)];
    });
    expect(Object.fromEntries(foreign.filter(([, names]) => names?.length))).toEqual(EXCEPTIONS);
    for (const path of Object.keys(EXCEPTIONS)) expect(read(DECISION)).toContain(`\`${path}\``);
  });

  it('is caught when its raw SQL names another', () => {
    const planted =
      'db.rows(Prisma.sql`SELECT FROM bookings JOIN users ON ${chefs} AND sessions.id`)';
    expect(foreignNames(planted, ['bookings'], allNames)).toEqual(['sessions', 'users']);
  });

  it('is caught when it touches another', () => {
    const planted = 'tx.chef.findMany(); db.booking.findMany({ include: { user: true } });';
    expect(foreignTables(planted, ['booking'], all)).toEqual(['chef', 'user']);
  });
});
