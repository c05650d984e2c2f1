import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import { LANGUAGES, type Language, type Values, type Words } from './language.js';

/** One language's words by their English ones. */
export type Catalogue = Record<string, string>;

/** Puts words into one language. */
export interface Translator {
  language: Language;
  /** The words in this language; words that it does not know stay as they are. */
  t: (words: Words, values?: Values) => string;
  /** Stored text in this language if it is one of our own sentences, else as it stands. */
  known: (text: string) => string;
  /** A finished sentence of a failure in this language, such as "Enter at most 500 characters." */
  told: (sentence: string) => string;
}

/** Reads the catalogues of all languages, once: locales/<language>/<any name>.json. */
export function loadTranslations(folder: string): Record<Language, Translator> {
  const catalogues = LANGUAGES.map((language) => [language, readCatalogue(folder, language)]);
  return createTranslations(Object.fromEntries(catalogues) as Record<Language, Catalogue>);
}

/** All of a language's files as one catalogue. */
export function readCatalogue(folder: string, language: Language): Catalogue {
  const files = readdirSync(join(folder, language)).sort();
  const parts = files.map(
    (file) => JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Catalogue,
  );
  return Object.assign({}, ...parts) as Catalogue;
}

export function createTranslations(
  catalogues: Record<Language, Catalogue>,
): Record<Language, Translator> {
  const i18n = createInstance({
    resources: Object.fromEntries(
      LANGUAGES.map((language) => [language, { translation: catalogues[language] }]),
    ),
    fallbackLng: 'en',
    // The English words are the keys, so dots and colons are just that.
    keySeparator: false,
    nsSeparator: false,
    // Views escape.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  void i18n.init();
  const translators = LANGUAGES.map((language) => {
    const fixed = i18n.getFixedT(language);
    const t: Translator['t'] = (words, values) =>
      typeof words === 'string'
        ? fixed(words, { ...values, nest: false })
        : fixed(words.words, { ...words.values, nest: false });
    const knows = (key: string) => Object.hasOwn(catalogues[language], key);
    const told = (sentence: string) => (language === 'en' ? sentence : tell(sentence, t, knows));
    const known = (text: string) => (knows(text) ? t(text) : text);
    return [language, { language, t, told, known } satisfies Translator];
  });
  return Object.fromEntries(translators) as Record<Language, Translator>;
}

/**
 * Services and schemas tell failures in finished English sentences. Numbers are all that varies in
 * one, so its key has {{n1}}, {{n2}} … in their places; a day before a colon is told by itself.
 */
function tell(sentence: string, t: Translator['t'], knows: (key: string) => boolean): string {
  if (knows(sentence)) return t(sentence);
  const { key, values } = keyOfSentence(sentence);
  if (knows(key)) return t(key, values);
  const [, day, rest] = /^(\w+): (.+)$/.exec(sentence) ?? [];
  if (day !== undefined && rest !== undefined && knows(day)) {
    return `${t(day)}: ${tell(rest, t, knows)}`;
  }
  return t('Check what you have entered here.');
}

/** A sentence with places where its numbers are, and the numbers. */
export function keyOfSentence(sentence: string): { key: string; values: Values } {
  const values: Values = {};
  const key = sentence.replace(/\d+(,\d{3})*/g, (number) => {
    const name = `n${Object.keys(values).length + 1}`;
    values[name] = number;
    return `{{${name}}}`;
  });
  return { key, values };
}
