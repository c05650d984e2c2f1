import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modules, root } from '../support/files.js';

/** Where the folders of src are repeated, and which folder they repeat. */
const MIRRORS = [
  { mirror: 'tests/platform', of: 'src/platform' },
  ...modules.flatMap((module) =>
    ['tests/modules', 'views', 'public/css'].map((top) => ({
      mirror: `${top}/${module}`,
      of: `src/modules/${module}`,
    })),
  ),
];

/** Shorter names: what a module's views and styles are of is said by the folder around them. */
const SHORT_NAMES: Record<string, string> = {
  'bookings/page': 'bookings/booking-page',
  'bookings/request': 'bookings/requests',
  'chefs/page': 'chefs/chef-page',
  'chefs/home': 'chefs/search',
};

/** The folders below one, as paths from it. */
function foldersBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, folder).length + 1));
}

const withoutTwin = (mirror: string[], original: string[]) =>
  mirror.filter((folder) => !original.includes(folder));

/** The name in src of a folder in a mirror. */
function nameInSource(mirror: string, folder: string): string {
  const module = mirror.split('/').at(-1) ?? '';
  const full = SHORT_NAMES[`${module}/${folder}`];
  return full === undefined ? folder : full.slice(module.length + 1);
}

describe('the folders of tests, views and styles', () => {
  it.each(MIRRORS)('have the names of those in src: $mirror', ({ mirror, of }) => {
    const mirrored = foldersBelow(mirror).map((folder) => nameInSource(mirror, folder));
    expect(withoutTwin(mirrored, foldersBelow(of))).toEqual([]);
  });

  it('are caught when they have other names', () => {
    expect(foldersBelow('src/platform').length).toBeGreaterThan(5);
    expect(withoutTwin(['http', 'http/views', 'shows'], foldersBelow('src/platform'))).toEqual([
      'shows',
    ]);
  });
});
