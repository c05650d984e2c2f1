import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';

export interface Size {
  path: string;
  lines: number;
}

/** Generated code, and folders that grow by one file with every change of their kind. */
const UNCOUNTED = ['generated', 'node_modules', 'migrations'];

/** The files of each folder below one, by the folder's path from the root. */
export function filesByFolder(root: string, folder: string): Map<string, string[]> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  const own = entries.filter((entry) => entry.isFile()).map(({ name }) => `${folder}/${name}`);
  const inner = entries.filter((entry) => entry.isDirectory() && !UNCOUNTED.includes(entry.name));
  return new Map([
    [folder, own],
    ...inner.flatMap(({ name }) => [...filesByFolder(root, `${folder}/${name}`)]),
  ]);
}

/** The files of a kind below a folder, with their lengths, the longest first. */
export function sizesBelow(root: string, folder: string, extension: string): Size[] {
  return [...filesByFolder(root, folder).values()]
    .flat()
    .filter((path) => path.endsWith(extension))
    .map((path) => ({ path, lines: linesOf(readFileSync(join(root, path), 'utf8')) }))
    .sort((a, b) => b.lines - a.lines);
}

export const linesOf = (text: string) => text.replace(/\n$/, '').split('\n').length;

/** The length that a share of the files does not exceed: 0.5 gives the median. */
export function quantile(sizes: Size[], share: number): number {
  const lines = sizes.map((size) => size.lines).sort((a, b) => a - b);
  return lines[Math.ceil(lines.length * share) - 1] ?? 0;
}

export interface LongFunction extends Size {
  name: string;
}

/** The functions of some code, closures too, that are longer than a limit. */
export function functionsOver(limit: number, path: string, code: string): LongFunction[] {
  const source = ts.createSourceFile(basename(path), code, ts.ScriptTarget.ES2023, true);
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const found: LongFunction[] = [];
  const visit = (node: ts.Node): void => {
    const lines = line(node.end) - line(node.getStart()) + 1;
    if (ts.isFunctionLike(node) && 'body' in node && node.body && lines > limit) {
      found.push({ path, lines, name: node.name?.getText() ?? '(closure)' });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** How many lines of some code hold nothing but a comment. */
export function commentLinesIn(code: string): number {
  const lines = code.split('\n');
  const source = ts.createSourceFile('x.ts', code, ts.ScriptTarget.ES2023, true);
  const commented = new Set<number>();
  const visit = (node: ts.Node): void => {
    const ranges = ts.getLeadingCommentRanges(code, node.getFullStart()) ?? [];
    for (const { pos, end } of ranges) {
      const first = source.getLineAndCharacterOfPosition(pos);
      if ((lines[first.line] ?? '').slice(0, first.character).trim() !== '') continue;
      const last = source.getLineAndCharacterOfPosition(end).line;
      for (let line = first.line; line <= last; line++) commented.add(line);
    }
    node.getChildren(source).forEach(visit);
  };
  visit(source);
  return commented.size;
}

/** How many per cent of the lines of some files hold nothing but a comment. */
export function commentShare(codes: string[]): number {
  const total = (count: (code: string) => number) =>
    codes.reduce((sum, code) => sum + count(code), 0);
  return (100 * total(commentLinesIn)) / total(linesOf);
}
