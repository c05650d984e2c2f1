import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { CANCELLATION_TERMS, policySentences } from '../../src/modules/chefs/chefs.rules.js';
import type { CancellationPolicy } from '../../src/modules/chefs/chefs.rules.js';
import { CUISINES, PLACES } from '../../src/modules/chefs/search.rules.js';
import { STATUS_LABELS } from '../../src/platform/http/views.js';
import { packageRoot } from '../../src/platform/paths.js';
import { keyOfSentence, readCatalogue } from '../../src/platform/translations.js';

const root = packageRoot();
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const locales = join(root, 'locales');
const english = readCatalogue(locales, 'en');
const korean = readCatalogue(locales, 'ko');

function files(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (path === 'src/generated') return [];
    return statSync(join(root, path)).isDirectory() ? files(path) : [path];
  });
}
const views = files('views');

/** Words that are the same in every language. */
const NAMES = ['CooCook', 'API', 'light dark'];
/** Parts of sentences that a rule puts together; the whole ones are looked at instead. */
const PARTS = ['Full refund', '7 if you cancel at least 7 before the meal.'];
/** What the API says to programs in their own words. */
const PROTOCOL = ['Bearer'];
/** Tables of search words, drawings, and calendar files, which are in English so far. */
const SPEECHLESS = ['search.rules.ts', 'art.rules.ts', 'calendar.present.ts'];
/** What the database calls the plans, and chefs may call their cuisine and their place. */
const STORED = ['Monthly', 'Yearly', ...[...CUISINES, ...PLACES].map(([english = '']) => english)];
const EJS_TAG = /<%([-=_#%]?)([^]*?)[-_]?%>/g;

/** Whether text reads like words for people, rather than a name for programs. */
function isWorded(text: string): boolean {
  const isZone = /^[A-Z]\w+\/\w+$/.test(text);
  const reads = /^[A-Z][a-z]|^[A-Z] [a-z]|[a-z]{2} [a-z]{2}|\p{Script=Hangul}/u;
  return !isZone && !NAMES.includes(text) && reads.test(text);
}

interface Words {
  text: string;
  /** Whether they are the first argument of t, rich, told, known or say. */
  isKey: boolean;
  hasCount: boolean;
}

/** The text literals of code, with a 7 where a template has a value. */
function literalsIn(code: string): Words[] {
  const found: Words[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isFault(node)) return;
    if (isDescription(node)) {
      visit(node.expression);
      return;
    }
    const text = textOf(node);
    if (text !== null) {
      const call = ts.isCallExpression(node.parent) ? node.parent : null;
      const name = call?.expression.getText() ?? '';
      const isKey = call?.arguments[0] === node && /(^|\.)(t|rich|told|known|say)$/.test(name);
      const hasCount = isKey && /\bcount(:|\b *\})/.test(call.arguments[1]?.getText() ?? '');
      found.push({ text, isKey, hasCount });
    }
    if (!ts.isBinaryExpression(node) || text === null) ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', code, ts.ScriptTarget.ES2023, true));
  return found;
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map((span) => `7${span.literal.text}`).join('');
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textOf(node.left), textOf(node.right)];
    return left !== null && right !== null ? left + right : null;
  }
  return null;
}

/** A fault of ours, which nobody is told about. */
function isFault(node: ts.Node): boolean {
  return ts.isNewExpression(node) && node.expression.getText() === 'Error';
}

/** The description of a schema in the API's document. */
function isDescription(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'meta'
  );
}

/** The code of a view, as one program. */
function codeOf(view: string): string {
  return [...view.matchAll(EJS_TAG)]
    .map(([, kind, code = '']) => (kind === '#' ? '' : kind === '' ? code : `;(${code});`))
    .join('\n');
}

/** Attributes that people read or hear, however they are quoted; `value` is one on a button of input. */
const WORDED_ATTRIBUTE =
  /(?:\s(title|alt|placeholder|label|aria-(?:label|description|placeholder|roledescription|valuetext))=|<input type="?(?:submit|button|reset)"?[^>]*\svalue=|<meta (?:name|property)="(?:\w+:)?(?:description|title)" content=)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** Words in a view that are not said by t or rich: in its text, its attributes and its code. */
function hardCoded(view: string): string[] {
  const markup = view.replace(EJS_TAG, '\0');
  const text = markup.replace(/<[^>]*>/g, '\n').split(/[\n\0]/);
  const attributes = [...markup.matchAll(WORDED_ATTRIBUTE)].map(
    ([, , quoted = '', single = '', bare = '']) => quoted + single + bare,
  );
  const shown = [...text, ...attributes.flatMap((value) => value.split('\0'))];
  const code = literalsIn(codeOf(view)).filter(({ isKey }) => !isKey);
  const bare = (one: string) => NAMES.reduce((rest, name) => rest.replaceAll(name, ''), one);
  return [
    ...shown.map((one) => one.trim()).filter((one) => /\p{L}{2}/u.test(bare(one))),
    ...code.map(({ text: literal }) => literal).filter(isWorded),
  ];
}

const viewWords = views.flatMap((path) =>
  literalsIn(codeOf(read(path))).filter(({ isKey }) => isKey),
);
/** Files whose words people are told, and the edge, where only whole sentences are for them. */
const talking = [
  'src/platform/images.ts',
  ...files('src/modules').filter(
    (path) =>
      /\.(pages|errors|schemas|rules|service|present)\.ts$/.test(path) &&
      !SPEECHLESS.some((name) => path.endsWith(name)),
  ),
];
const edge = files('src/platform/http').filter(
  (path) => !/(api-route|docs|openapi)\.ts$/.test(path),
);
const codeWords = [
  ...talking.flatMap((path) =>
    literalsIn(read(path)).filter(({ text, isKey }) => isKey || isWorded(text)),
  ),
  ...edge.flatMap((path) =>
    literalsIn(read(path)).filter(({ text, isKey }) => isKey || /^[A-Z].* .*\.$/.test(text)),
  ),
  ...['errors', 'idempotency.service', 'translations'].flatMap((name) =>
    literalsIn(read(`src/platform/${name}.ts`)).filter(({ text }) => isWorded(text)),
  ),
];
const labels = Object.values(STATUS_LABELS);
const sentences = (Object.keys(CANCELLATION_TERMS) as CancellationPolicy[]).flatMap(
  policySentences,
);

/** The key that words are looked up by: they themselves, or with places for their numbers. */
const keyOf = (text: string) => (Object.hasOwn(korean, text) ? text : keyOfSentence(text).key);
const isBare = (text: string) => /^\{\{\w+\}\}$/.test(text);
const used = new Set(
  [...[...viewWords, ...codeWords].map(({ text }) => text), ...sentences, ...labels, ...STORED]
    .filter((text) => !isBare(text) && ![...PARTS, ...PROTOCOL].includes(text))
    .map(keyOf),
);

const placesIn = (text: string) =>
  [...text.matchAll(/\{\{\w+\}\}/g)].map(([place]) => place).sort();
const tagsIn = (text: string) => [...text.matchAll(/<[^>]+>/g)].map(([tag]) => tag).sort();

describe('what pages say', () => {
  it('is known in Korean, word for word', () => {
    expect(used.size).toBeGreaterThan(300);
    expect([...used].filter((key) => !Object.hasOwn(korean, key))).toEqual([]);
  });

  it('has a singular in English wherever it counts', () => {
    const counting = [...viewWords, ...codeWords].filter(({ hasCount }) => hasCount);
    expect(counting.length).toBeGreaterThan(4);
    const missing = counting.map(({ text }) => `${text}_one`);
    expect(missing.filter((key) => !Object.hasOwn(english, key))).toEqual([]);
  });

  it('has nothing in the catalogues that no page says', () => {
    const unused = Object.keys(korean).filter((key) => !used.has(key));
    const idle = Object.keys(english).filter((key) => !used.has(key.replace(/_one$/, '')));
    expect([...unused, ...idle]).toEqual([]);
  });

  it('has the same places and elements in Korean, and is Korean', () => {
    for (const [key, text] of Object.entries(korean)) {
      expect([key, placesIn(text)]).toEqual([key, placesIn(key)]);
      // A sentence in another order may hide its parts from eyes in another order, too.
      expect([key, new Set(tagsIn(text))]).toEqual([key, new Set(tagsIn(key))]);
      expect([key, /\p{Script=Hangul}|\{\{|CooCook/u.test(text)]).toEqual([key, true]);
    }
  });

  it('names cuisines and places in Korean as people type them', () => {
    for (const [name = '', ...typed] of [...CUISINES, ...PLACES]) {
      expect([name, typed]).toEqual([
        name,
        expect.arrayContaining([korean[name]?.replace(/ 요리$/, '')]),
      ]);
    }
  });

  it('stands once in the files of a language', () => {
    for (const language of ['en', 'ko']) {
      const keys = files(`locales/${language}`).flatMap((path) =>
        [...read(path).matchAll(/^ {2}"((?:[^"\\]|\\.)*)": /gm)].map(([, key]) => key),
      );
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    }
  });
});

describe('a view', () => {
  it('says nothing by itself', () => {
    for (const path of views) expect([path, hardCoded(read(path))]).toEqual([path, []]);
  });

  it.each([
    ['<h1>Find a chef</h1>', 'Find a chef'],
    ['<p><%= name %> cooks</p>', 'cooks'],
    ['<p>셰프 찾기</p>', '셰프 찾기'],
    ['<nav aria-label="Pages"></nav>', 'Pages'],
    ['<img alt="A plate">', 'A plate'],
    ["<input placeholder='Search here'>", 'Search here'],
    ['<a title=Here href="/">1</a>', 'Here'],
    ['<input type="submit" value="Send it">', 'Send it'],
    ['<optgroup label="In town"></optgroup>', 'In town'],
    ['<p aria-label="<%= count %> chefs">1</p>', 'chefs'],
    ['<meta property="og:title" content="A chef">', 'A chef'],
    ["<%= one ? '셰프' : '' %>", '셰프'],
    ["<%- include('field', { label: 'E-mail address' }) %>", 'E-mail address'],
    ['<%= one ? `Up to ${max}` : t("All") %>', 'Up to 7'],
  ])('is caught when it does: %s', (planted, words) => {
    expect(hardCoded(planted)).toEqual([words]);
  });
});

/** Words that a script would put on a page: it moves and shows those that the server wrote. */
function wordsOfScript(code: string): string[] {
  return literalsIn(code)
    .map(({ text }) => text)
    .filter((text) => isWorded(text) && !PROGRAM_TEXTS.includes(text));
}
/** A header's name, and prices as the server writes them. */
const PROGRAM_TEXTS = ['Accept', '7원'];

describe('a script of the pages', () => {
  it('says nothing by itself', () => {
    const scripts = files('public/js');
    expect(scripts.length).toBeGreaterThan(3);
    for (const path of scripts) expect([path, wordsOfScript(read(path))]).toEqual([path, []]);
  });

  it.each([
    ["button.textContent = 'Show more'", 'Show more'],
    ['say(`${count} new bookings`)', '7 new bookings'],
    ["label.ariaLabel = '더 보기'", '더 보기'],
  ])('is caught when it does: %s', (planted, words) => {
    expect(wordsOfScript(planted)).toEqual([words]);
  });
});

describe('the page for when the server cannot be reached', () => {
  it('says in Korean whatever it says in English', () => {
    const body = read('public/offline.html').split('<body>')[1] ?? '';
    const korean = [...body.matchAll(/<(\w+)[^>]* lang="ko">[^]*?<\/\1>/g)].map(([part]) => part);
    const english = korean.reduce((rest, part) => rest.replace(part, ''), body);
    const texts = (html: string) =>
      html
        .split(/<[^>]*>/)
        .map((text) => text.replace('·', '').trim())
        .filter((text) => text !== '' && !NAMES.includes(text));
    expect(texts(english).length).toBe(3);
    expect(texts(english).filter((text) => /\p{Script=Hangul}/u.test(text))).toEqual([]);
    const said = texts(korean.join('\n'));
    expect(said.filter((text) => /\p{Script=Hangul}/u.test(text)).length).toBe(3);
    expect(said.length).toBe(3);
  });
});
