import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { read, root } from './support/files.js';

interface Step {
  path: string;
  names: string[];
}

/** The steps of the walks in a document: a file, and the names that its line gives. */
function stepsIn(document: string): Step[] {
  return [...document.matchAll(/^\d+\. `(src\/[^`]+)`: (.*)$/gm)].map(
    ([, path = '', text = '']) => ({
      path,
      names: [...text.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
    }),
  );
}

/** The names of functions, methods and constants that some code declares, at any depth. */
function declaredIn(code: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const isDeclaration =
      ts.isFunctionDeclaration(node) ||
      ts.isMethodDeclaration(node) ||
      ts.isVariableDeclaration(node);
    if (isDeclaration && node.name) names.add(node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', code, ts.ScriptTarget.ES2023, true));
  return names;
}

/** What steps name that is not there. */
function missing(steps: Step[]): string[] {
  return steps.flatMap(({ path, names }) => {
    if (!existsSync(join(root, path))) return [path];
    const declared = declaredIn(read(path));
    return names.filter((name) => !declared.has(name)).map((name) => `${path}: ${name}`);
  });
}

describe('the walks of docs/architecture.md', () => {
  it('pass files and functions that exist', () => {
    const document = read('docs/architecture.md');
    expect(document.match(/^### /gm)).toHaveLength(3);
    const steps = stepsIn(document);
    expect(steps.length).toBeGreaterThan(40);
    expect(steps.filter(({ names }) => names.length === 0)).toEqual([]);
    expect(missing(steps)).toEqual([]);
  });

  it('are caught when they name what is gone', () => {
    const planted = '1. `src/gone.ts`: `go`\n2. `src/app.ts`: `createApp`, `goAway` leaves';
    expect(missing(stepsIn(planted))).toEqual(['src/gone.ts', 'src/app.ts: goAway']);
  });
});
