import { describe, expect, it } from 'vitest';
import { read, root } from '../support/files.js';
import {
  commentLinesIn,
  commentShare,
  filesByFolder,
  functionsOver,
  linesOf,
  quantile,
  sizesBelow,
  type Size,
} from '../support/sizes.js';

const LONGEST = 200;
const LONGEST_TEST = 300;
const COMMENTS = { least: 3, most: 6 };
const MAX_FILES = 12;

/** Folders that hold one file for each of many like things. */
const COLLECTIONS = [
  // The parts of one font, cut by a command.
  'public/fonts',
];

const foldersOf = (...tops: string[]) =>
  new Map(tops.flatMap((top) => [...filesByFolder(root, top)]));
const tooLong = (sizes: Size[], limit: number) =>
  sizes.filter(({ lines }) => lines > limit).map(({ path }) => path);

describe('a file', () => {
  it('is short enough to be read at once', () => {
    const source = sizesBelow(root, 'src', '.ts');
    const others = [
      ...['scripts', 'prisma', 'public', 'views', 'bench'].flatMap((folder) =>
        ['.ts', '.mjs', '.js', '.css', '.ejs'].flatMap((kind) => sizesBelow(root, folder, kind)),
      ),
    ];
    const tests = sizesBelow(root, 'tests', '.ts');
    expect(source.length).toBeGreaterThan(100);
    expect(others.length).toBeGreaterThan(50);
    const found = [...tooLong([...source, ...others], LONGEST), ...tooLong(tests, LONGEST_TEST)];
    expect(found).toEqual([]);
  });

  it('of source is short as a rule, not only at most', () => {
    const sizes = sizesBelow(root, 'src', '.ts');
    expect(quantile(sizes, 0.5)).toBeLessThanOrEqual(60);
    expect(quantile(sizes, 0.95)).toBeLessThanOrEqual(160);
  });

  it('is caught when it is not', () => {
    const planted = { path: 'src/a.ts', lines: linesOf('x\n'.repeat(LONGEST + 1)) };
    expect(tooLong([planted], LONGEST)).toEqual(['src/a.ts']);
    expect(quantile([planted, { ...planted, lines: 2 }, { ...planted, lines: 3 }], 0.5)).toBe(3);
  });
});

const tooFull = (folders: Map<string, string[]>) =>
  [...folders].filter(([, found]) => found.length > MAX_FILES).map(([folder]) => folder);

describe('a folder', () => {
  it(`holds at most ${String(MAX_FILES)} files`, () => {
    const folders = foldersOf('src', 'tests', 'views', 'public', 'prisma', 'scripts', 'bench');
    expect(folders.size).toBeGreaterThan(40);
    expect(tooFull(folders)).toEqual(COLLECTIONS);
  });

  it('is caught when it holds more', () => {
    const planted = Array.from(
      { length: MAX_FILES + 1 },
      (_, index) => `src/a/${String(index)}.ts`,
    );
    expect(tooFull(new Map([['src/a', planted]]))).toEqual(['src/a']);
  });
});

const strayShares = (codes: string[]) =>
  [commentShare(codes)].filter((share) => share < COMMENTS.least || share > COMMENTS.most);

describe('the source', () => {
  it('has comments where the code cannot say it, and no others', () => {
    const source = sizesBelow(root, 'src', '.ts').map(({ path }) => read(path));
    expect(source.length).toBeGreaterThan(100);
    expect(strayShares(source)).toEqual([]);
  });

  it('is caught when it has too many or too few', () => {
    const planted = (comments: number) =>
      '// Why.\n'.repeat(comments) + 'const a = 1;\n'.repeat(100 - comments);
    expect([2, 3, 6, 7].flatMap((comments) => strayShares([planted(comments)]))).toEqual([2, 7]);
  });
});

describe('what is measured', () => {
  it('is no generated code', () => {
    const folders = [...filesByFolder(root, 'src').keys()];
    expect(folders.filter((folder) => folder.includes('generated'))).toEqual([]);
  });

  it('counts the lines of functions and closures', () => {
    const planted = `const outer = () => {\n  return function inner() {\n    return 1;\n  };\n};`;
    expect(functionsOver(2, 'a.ts', planted).map(({ name, lines }) => [name, lines])).toEqual([
      ['(closure)', 5],
      ['inner', 3],
    ]);
  });

  it('counts lines that are comments, not code with a comment behind it', () => {
    const planted = `/**\n * Why.\n */\nconst a = 1; // Not counted.\n// Counted.\nconst b = '// text';`;
    expect(commentLinesIn(planted)).toBe(4);
    expect(commentLinesIn(read('src/platform/clock.ts'))).toBeGreaterThan(0);
  });
});
