// Cuts Pretendard, whose npm package is too big to come with every start, into the files of
// public/fonts, and writes the rules that name them into public/css/fonts.css. Both are committed.
import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TextDecoder } from 'node:util';
import subsetFont from 'subset-font';
import { points, rangesOf, span } from './characters.mjs';
import { root } from './prepare.mjs';

const PACKAGE = 'pretendard@1.3.9';
const SHA512 =
  'PaQAADyLY5v4kYFwkpSJHbSSYIkiriY/1xXw75TKoZ9UQQqeU+tvP05yTdZAWibiIYoo8ZKtRv8PM7w0IaywSw==';
/** The licence keeps the name Pretendard for the whole font. This one has as many letters. */
const FAMILY = 'CooCook UI';
/** The weights in use: fewer make smaller files. */
const WEIGHTS = { min: 400, max: 700 };
const FEATURES = ['kern', 'tnum', 'ccmp', 'locl', 'mark'];

/** Latin-1, and the signs that people and our own pages write. */
const CORE = [
  ...span(0x20, 0x7e),
  ...span(0xa0, 0xff),
  ...span(0x2010, 0x203a),
  ...points('ŒœŠšŸŽž₩€™←↑→↓−★☆✓'),
];
const LATIN = [...span(0x100, 0x24f), ...span(0x300, 0x36f), ...span(0x1e00, 0x1eff)];
/** Korean letters that stand alone (ㅋㅋ), East Asian brackets, wide forms. */
const SIGNS = [...span(0x3000, 0x303f), ...span(0x3131, 0x318e), ...span(0xff01, 0xff5e)];
/** Each language is offered in its own words, on pages in any other. */
const LANGUAGE_NAMES = points('한국어');
/** What Intl adds to our own words in dates and prices. */
const OF_INTL = points('년월일화수목금토요오전후시분초원');
/** Not among the syllables of KS X 1001, but on menus: 똠얌. */
const OF_FOOD = points('똠');
const SYLLABLES = { first: 0xac00, last: 0xd7a3 };
const SELDOM_IN_FILE = 100;
/** The package itself is cut into parts. From the first of these on, each has more frequent syllables. */
const PARTS = { daily: 72, mostFrequent: 87 };

const folder = join(root, 'public', 'fonts');
const work = mkdtempSync(join(tmpdir(), 'coocook-fonts-'));
try {
  const unpacked = fetchPackage();
  const font = renamed(readFileSync(join(unpacked, 'public/variable/PretendardVariable.ttf')));
  const parts = partsOf(join(unpacked, 'web/variable/pretendardvariable-dynamic-subset.css'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  copyFileSync(join(unpacked, 'LICENSE.txt'), join(folder, 'LICENSE.txt'));
  const rules = [];
  for (const subset of subsetsOf(parts, charactersOf(font))) rules.push(await cut(font, subset));
  const head = `/* Written by \`npm run fonts\`: Pretendard in parts. No two files have a character in common. */\n`;
  writeFileSync(join(root, 'public/css/fonts.css'), head + rules.join(''));
} finally {
  rmSync(work, { recursive: true, force: true });
}

function fetchPackage() {
  const options = { cwd: work, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
  const archive = execFileSync('npm', ['pack', PACKAGE, '--silent'], options).trim();
  const digest = createHash('sha512').update(readFileSync(join(work, archive)));
  if (digest.digest('base64') !== SHA512) throw new Error(`${PACKAGE} is not what it was.`);
  execFileSync('tar', ['-xzf', archive], options);
  return join(work, 'package', 'dist');
}

/** The font under our name. Its texts are UTF-16, and those of equal length change no offset. */
function renamed(font) {
  const wide = (text) => Buffer.from(text, 'utf16le').swap16().toString('latin1');
  const plain = font
    .toString('latin1')
    .replaceAll(wide('Pretendard Variable'), wide(`${FAMILY} Variable`))
    .replaceAll(wide('PretendardVariable'), wide(`${FAMILY.replace(' ', '-')}Variable`));
  return Buffer.from(plain, 'latin1');
}

/** All that the font can draw: the groups of its Unicode table (OpenType's cmap, format 12). */
function charactersOf(font) {
  const tables = span(0, font.readUInt16BE(4) - 1).map((index) => 12 + 16 * index);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap');
  const cmap = font.subarray(font.readUInt32BE(entry + 8));
  const table = span(0, cmap.readUInt16BE(2) - 1)
    .map((index) => cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4)))
    .find((one) => one.readUInt16BE(0) === 12);
  const groups = span(0, table.readUInt32BE(12) - 1).map((index) => 16 + 12 * index);
  return new Set(groups.flatMap((at) => span(table.readUInt32BE(at), table.readUInt32BE(at + 4))));
}

/** The characters of each part, read from the package's stylesheet. */
function partsOf(stylesheet) {
  const rules = readFileSync(stylesheet, 'utf8').matchAll(/unicode-range: ([^;]+);/g);
  return [...rules].map(([, ranges]) =>
    ranges.split(',').flatMap((range) => {
      const [first, last = first] = range.trim().slice(2).split('-');
      return span(parseInt(first, 16), parseInt(last, 16));
    }),
  );
}

/**
 * The files to cut, and for which characters browsers fetch each. Those are never the same in two: a
 * browser that waits for the one file would fetch the other meanwhile.
 */
function subsetsOf(parts, known) {
  const own = points(ownText()).filter((point) => point > 0x7e);
  const unknown = own.filter((point) => !known.has(point));
  if (unknown.length > 0) throw new Error(`The font lacks ${String.fromCodePoint(...unknown)}`);

  const isSyllable = (point) => point >= SYLLABLES.first && point <= SYLLABLES.last;
  const daily = parts.slice(PARTS.daily, PARTS.mostFrequent);
  const frequent = parts.slice(PARTS.mostFrequent).flat();
  const grouped = new Set(parts.slice(PARTS.daily).flat());
  const seldom = syllablesInUse().filter((point) => !grouped.has(point));
  const signs = own.filter((point) => !isSyllable(point));
  const taken = new Set();
  const subset = (name, wanted, features = []) => {
    const text = wanted.filter((point) => known.has(point));
    const range = text.filter((point) => !taken.has(point));
    for (const point of range) taken.add(point);
    return { name, text, range, features };
  };
  return [
    subset('core', [...CORE, ...signs, ...LANGUAGE_NAMES], FEATURES),
    subset('korean', [...own, ...OF_INTL, ...OF_FOOD, ...frequent].filter(isSyllable)),
    ...daily.map((part, index) => subset(`daily-${index}`, part.filter(isSyllable))),
    ...span(0, Math.floor((seldom.length - 1) / SELDOM_IN_FILE)).map((index) =>
      subset(`seldom-${index}`, seldom.slice(index * SELDOM_IN_FILE, (index + 1) * SELDOM_IN_FILE)),
    ),
    subset('signs', SIGNS),
    subset('latin', LATIN, FEATURES),
  ];
}

/** The 2,350 syllables of KS X 1001. The system's font draws what else there is, such as 뷁. */
function syllablesInUse() {
  const decoder = new TextDecoder('euc-kr');
  const rows = span(0xb0, 0xc8);
  return rows.flatMap((row) =>
    span(0xa1, 0xfe).flatMap((cell) => points(decoder.decode(Uint8Array.of(row, cell)))),
  );
}

/** All that our own pages and demo data say, in whichever language. */
function ownText() {
  const files = ['locales', 'views'].flatMap((name) =>
    readdirSync(join(root, name), { recursive: true })
      .filter((path) => /\.(json|ejs)$/.test(path))
      .map((path) => join(root, name, path)),
  );
  return [...files, join(root, 'prisma/seed.ts')]
    .map((path) => readFileSync(path, 'utf8'))
    .join('');
}

/** Writes one file, and returns the rule by which browsers fetch it when a page has such a character. */
async function cut(font, { name, text, range, features }) {
  const file = await subsetFont(font, String.fromCodePoint(...text), {
    targetFormat: 'woff2',
    variationAxes: { wght: WEIGHTS },
    keepFeatures: features,
    noHinting: true,
    dropTables: ['vhea', 'vmtx', 'VVAR', 'VORG'],
  });
  writeFileSync(join(folder, `${name}.woff2`), file);
  console.log(`public/fonts/${name}.woff2: ${new Set(text).size} characters, ${file.length} bytes`);
  const version = createHash('sha256').update(file).digest('base64url').slice(0, 10);
  const source = `src:url(/fonts/${name}.woff2?v=${version}) format('woff2')`;
  return facesOf(name)
    .map(
      ({ family, display }) =>
        `@font-face{font-family:'${family}';font-weight:${WEIGHTS.min} ${WEIGHTS.max};font-display:${display};${source};unicode-range:${rangesOf(range)}}\n`,
    )
    .join('');
}

/**
 * Our own words move nothing when their font is late. What people wrote is shown with it all the same:
 * where the system has no Korean font, it would be invisible.
 */
function facesOf(name) {
  const own = { family: FAMILY, display: 'optional' };
  const written = { family: `${FAMILY} Written`, display: 'swap' };
  if (name === 'core' || name === 'latin') return [own];
  if (name === 'korean') return [{ ...own, family: `${FAMILY} Korean` }, written];
  return [{ ...written, family: `${FAMILY} Seldom` }];
}
