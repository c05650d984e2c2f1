import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  CANCELLATION_TERMS,
  policySentences,
} from '../../src/modules/chefs/chef/cancellation-policy.rules.js';
import { CUISINES, PLACES } from '../../src/modules/chefs/query/search-words.rules.js';
import { STATUS_LABELS } from '../../src/modules/bookings/booking/booking.present.js';
import { keyOfSentence, readCatalogue } from '../../src/platform/i18n/translations.js';
import { files, read, root } from './support/files.js';
import { codeOf, isWorded, literalsIn } from './support/texts.js';

const locales = join(root, 'locales');
const english = readCatalogue(locales, 'en');
const korean = readCatalogue(locales, 'ko');

/** Parts of sentences that a rule puts together; the whole ones are looked at instead. */
const PARTS = ['Full refund', '7 if you cancel at least 7 before the meal.'];
/** What the API says to programs in their own words. */
const PROTOCOL = ['Bearer'];
/** Tables of search words, drawings, and secrets: their strings are for programs. */
const WITHOUT_TEXTS = [
  'search-words.rules.ts',
  'drawn-picture.rules.ts',
  'passwords.service.ts',
  'tokens.service.ts',
];
/** What the database calls the plans, and chefs may call their cuisine and their place. */
const STORED = ['Monthly', 'Yearly', ...[...CUISINES, ...PLACES].map(([english = '']) => english)];
const viewWords = files('views').flatMap((path) =>
  literalsIn(codeOf(read(path))).filter(({ isKey }) => isKey),
);
/** Files whose words people are told, and the edge, where only whole sentences are for them. */
const talking = files('src/modules').filter(
  (path) =>
    /\.(pages|errors|schemas|rules|service|present)\.ts$/.test(path) &&
    !WITHOUT_TEXTS.some((name) => path.endsWith(name)),
);
const edge = files('src/platform/http').filter(
  (path) => !/(api-router?\.ts|openapi\/\w+\.ts)$/.test(path),
);
const codeWords = [
  ...talking.flatMap((path) =>
    literalsIn(read(path)).filter(({ text, isKey }) => isKey || isWorded(text)),
  ),
  ...edge.flatMap((path) =>
    literalsIn(read(path)).filter(
      ({ text, isKey }) => isKey || /^([A-Z]|[a-z]+_[a-z]+ ).* .*\.$/.test(text),
    ),
  ),
  ...['errors', 'idempotency/idempotency.service', 'i18n/translations'].flatMap((name) =>
    literalsIn(read(`src/platform/${name}.ts`)).filter(({ text }) => isWorded(text)),
  ),
];
const labels = Object.values(STATUS_LABELS);
const sentences = Object.values(CANCELLATION_TERMS).flatMap(policySentences);

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
