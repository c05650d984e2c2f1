import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/files.js';
import { findViolations, withPlanted } from '../support/violations.js';

type FolderOrder = Record<string, string[][]>;
const order = createRequire(import.meta.url)(join(root, '.folder-order.cjs')) as FolderOrder;

/** The children of each folder that has folders; what only has files has no order to keep. */
function childrenByFolder(folder: string): Map<string, string[]> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).filter(
    ({ name }) => name !== 'generated',
  );
  const folders = entries.filter((entry) => entry.isDirectory());
  if (folders.length === 0) return new Map();
  return new Map([
    [folder, entries.map(({ name }) => name)],
    ...folders.flatMap(({ name }) => [...childrenByFolder(`${folder}/${name}`)]),
  ]);
}

/** What the order lacks, and what it names though it is not there. */
function differences(order: FolderOrder, children: Map<string, string[]>): string[] {
  const paths = (folder: string, names: string[]) => names.map((name) => `${folder}/${name}`);
  const ordered = Object.entries(order).flatMap(([folder, layers]) => paths(folder, layers.flat()));
  const present = [...children].flatMap(([folder, names]) => paths(folder, names));
  return [
    ...present.filter((path) => !ordered.includes(path)),
    ...ordered.filter((path) => !present.includes(path)),
  ];
}

describe('the order of folders', () => {
  it('has a place for everything in a folder that has folders', () => {
    const children = childrenByFolder('src');
    const unordered = [...children.keys()].filter((folder) => !Object.hasOwn(order, folder));
    expect(unordered).toEqual([]);
    expect(children.size).toBeGreaterThan(3);
    expect(differences(order, children)).toEqual([]);
  });

  it('is caught when it lacks a file or names one that is gone', () => {
    const children = new Map([['src/a', ['one', 'two']]]);
    expect(differences({ 'src/a': [['one'], ['three']] }, children)).toEqual([
      'src/a/two',
      'src/a/three',
    ]);
  });
});

/** The file that stands for a child in a planted tree: itself, or one inside. */
const fileOf = (folder: string, name: string) =>
  name.endsWith('.ts') ? `${folder}/${name}` : `${folder}/${name}/planted.ts`;

/** Every pair of neighbours in the order, from the lower to the higher, and pairs of one layer. */
const forbiddenPairs = Object.entries(order).flatMap(([folder, layers]) =>
  layers.flatMap((names, layer) => {
    const [first = '', second] = names;
    const above = layers[layer + 1]?.[0];
    return [second, above].flatMap((to) =>
      to === undefined ? [] : [{ from: fileOf(folder, first), to: fileOf(folder, to) }],
    );
  }),
);

/** The content of planted files that import each other as types. */
function plantedImports(pairs: { from: string; to: string }[]): Record<string, string> {
  const paths = [...new Set(pairs.flatMap(({ from, to }) => [from, to]))];
  const importsOf = (path: string) =>
    pairs.filter(({ from }) => from === path).map(({ to }) => importLine(path, to));
  return Object.fromEntries(
    paths.map((path) => [path, [...importsOf(path), 'export type A = 1;'].join('\n')]),
  );
}

function importLine(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return `export type * from '${up}${to.replace(/\.ts$/, '.js')}';`;
}

describe('an import against the order', () => {
  it('is caught in each folder and each layer, types too', async () => {
    const planted = plantedImports(forbiddenPairs);
    const { violations } = await withPlanted(planted, (folder) => findViolations(folder, ['src']));
    const caught = violations
      .filter(({ rule }) => rule === 'folder-order')
      .map(({ from, to }) => `${from} → ${to}`);
    const expected = forbiddenPairs.map(({ from, to }) => `${from} → ${to}`);
    expect(expected.length).toBeGreaterThan(20);
    expect(expected.filter((pair) => !caught.includes(pair))).toEqual([]);
  });

  it('is no violation when it goes with the order', async () => {
    const pairs = forbiddenPairs
      .filter(({ from, to }) => layerOf(from) !== layerOf(to))
      .map(({ from, to }) => ({ from: to, to: from }));
    const planted = plantedImports(pairs);
    const { violations } = await withPlanted(planted, (folder) => findViolations(folder, ['src']));
    expect(violations.filter(({ rule }) => rule === 'folder-order')).toEqual([]);
  });
});

/** The folder and the layer that a planted file belongs to. */
function layerOf(path: string): string {
  const found = Object.entries(order).flatMap(([folder, layers]) =>
    layers.flatMap((names, layer) =>
      names.some((name) => fileOf(folder, name) === path) ? [`${folder} ${String(layer)}`] : [],
    ),
  );
  return found.join();
}
