import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/platform/paths.js';

export const root = packageRoot();

/** The text of a file, by its path from the root of the repository. */
export const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Every file below a folder, as paths from the root; without the generated client of the database. */
export function files(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (path === 'src/generated') return [];
    return statSync(join(root, path)).isDirectory() ? files(path) : [path];
  });
}

export const sources = files('src');
export const modules = readdirSync(join(root, 'src/modules'));
