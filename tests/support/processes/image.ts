import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/platform/paths.js';

/** How the image starts the server: Node's options, the program in its folder, and its environment. */
export function imageCommand() {
  const text = readFileSync(join(packageRoot(), 'Dockerfile'), 'utf8');
  const last = (instruction: string) =>
    [...text.matchAll(new RegExp(`^${instruction} (.*)$`, 'gm'))].at(-1)?.[1] ?? '';
  const [node, ...args] = JSON.parse(last('CMD')) as string[];
  return {
    node,
    options: args.slice(0, -1),
    program: args.at(-1) ?? '',
    env: Object.fromEntries(
      last('ENV')
        .split(' ')
        .map((one) => one.split('=')),
    ) as Record<string, string>,
  };
}
