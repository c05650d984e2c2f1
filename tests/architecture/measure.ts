// npm run measure [FOLDER]: prints what docs/architecture.md promises of the size of the code, for this
// checkout or another.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { arrowsInFolders, circles, importsBelow } from './support/graph.js';
import { root as here } from './support/files.js';
import {
  commentShare,
  filesByFolder,
  functionsOver,
  quantile,
  sizesBelow,
} from './support/sizes.js';

const root = resolve(process.argv[2] ?? here);
const sources = sizesBelow(root, 'src', '.ts');
const code = new Map(sources.map(({ path }) => [path, readFileSync(join(root, path), 'utf8')]));
const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);

const largestFolder = (top: string) => {
  const folders = [...filesByFolder(root, top)].sort(([, a], [, b]) => b.length - a.length);
  const [path, files] = folders[0] ?? ['', []];
  return `${String(files.length)} (${path})`;
};

const imports = await importsBelow(root);
const arrows = arrowsInFolders(imports);
const perFolder = [...arrows].sort(([, a], [, b]) => b.length - a.length);
const longFunctions = (limit: number) =>
  [...code].flatMap(([path, text]) => functionsOver(limit, path, text));
const lines = total(sources.map((size) => size.lines));

const rows: [string, string | number][] = [
  ['source files', sources.length],
  ['lines', lines],
  ['median lines of a file', quantile(sources, 0.5)],
  ['95 % of files have at most', quantile(sources, 0.95)],
  ['longest file', `${String(sources[0]?.lines)} (${String(sources[0]?.path)})`],
  ['files over 200 lines', sources.filter((size) => size.lines > 200).length],
  ...['src', 'tests', 'views', 'public']
    .filter((top) => existsSync(join(root, top)))
    .map((top): [string, string] => [`largest folder of ${top}`, largestFolder(top)]),
  ['imports between files', imports.length],
  [
    'most arrows among the children of one folder',
    `${String(perFolder[0]?.[1].length)} (${String(perFolder[0]?.[0])})`,
  ],
  ...['src/modules/bookings', 'src/modules/chefs', 'src/platform', 'src/platform/http'].map(
    (folder): [string, number] => [`  arrows in ${folder}`, arrows.get(folder)?.length ?? 0],
  ),
  ['circles of files, with types', circles(imports).length],
  ['files in circles', circles(imports).flat().length],
  ['circles of folders, with types', [...arrows.values()].flatMap(circles).length],
  ['functions over 60 lines', longFunctions(60).length],
  ['functions over 80 lines', longFunctions(80).length],
  ['comments, % of lines', commentShare([...code.values()]).toFixed(1)],
];
for (const [name, value] of rows) console.log(`${name.padEnd(46)} ${String(value)}`);
