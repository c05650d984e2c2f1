import { cruiseImports } from './violations.js';

export interface Arrow {
  from: string;
  to: string;
}

/** The imports between the source files below a root, type imports included. */
export async function importsBelow(baseDir: string): Promise<Arrow[]> {
  const { modules } = await cruiseImports(baseDir, ['src']);
  return modules
    .filter(({ source }) => isSource(source))
    .flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
    )
    .filter(({ to }) => isSource(to));
}

const isSource = (path: string) => path.startsWith('src/') && !path.startsWith('src/generated/');

/**
 * The arrows between the direct children (files and folders) of each folder: what a reader of that
 * folder has to follow. The result maps a folder to its arrows, each once.
 */
export function arrowsInFolders(imports: Arrow[]): Map<string, Arrow[]> {
  const folders = new Map<string, Map<string, Arrow>>();
  for (const { from, to } of imports) {
    const [a, b] = [from.split('/'), to.split('/')];
    const shared = a.findIndex((part, index) => part !== b[index]);
    if (shared < 1) continue;
    const folder = a.slice(0, shared).join('/');
    const arrow = { from: a[shared] ?? '', to: b[shared] ?? '' };
    const arrows = folders.get(folder) ?? new Map<string, Arrow>();
    folders.set(folder, arrows.set(`${arrow.from} → ${arrow.to}`, arrow));
  }
  return new Map([...folders].map(([folder, arrows]) => [folder, [...arrows.values()]]));
}

/** The circles of a graph: groups of more than one node that all reach each other. */
export function circles(arrows: Arrow[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to]);
  const reached = new Map([...next.keys()].map((node) => [node, reachableFrom(node, next)]));
  const groups = [...reached].map(([node, others]) =>
    [...others].filter((other) => reached.get(other)?.has(node)).sort(),
  );
  return [...new Map(groups.map((group) => [group.join(), group])).values()].filter(
    (group) => group.length > 1,
  );
}

function reachableFrom(start: string, next: Map<string, string[]>): Set<string> {
  const seen = new Set<string>();
  const open = [...(next.get(start) ?? [])];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    open.push(...(next.get(node) ?? []));
  }
  return seen;
}
