import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance, type TFunction } from 'i18next';
import { LANGUAGES, type Language, type Values, type Words } from './language.js';

export type Catalogue = Record<string, string>;

export interface Translator {
  language: Language;
  /** Unknown words stay as they are. */
  t: (words: Words, values?: Values) => string;
  /** For stored text, which may be one of our own sentences. */
  tStored: (text: string) => string;
  /** For a finished sentence, such as "Enter at most 500 characters." */
  tError: (sentence: string) => string;
}

/** Bounds the memory for unknown words. */
const MAX_PHRASES = 5000;

/** Reads locales/<language>/*.json. */
export function loadTranslations(folder: string): Record<Language, Translator> {
  const catalogues = LANGUAGES.map((language) => [language, readCatalogue(folder, language)]);
  return createTranslations(Object.fromEntries(catalogues) as Record<Language, Catalogue>);
}

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
    // The keys are English text, in which dots and colons mean nothing.
    keySeparator: false,
    nsSeparator: false,
    // Views escape.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  void i18n.init();
  const translators = LANGUAGES.map((language) => {
    const phrase = phrasesOf(i18n.getFixedT(language), language);
    const t: Translator['t'] = (words, values) =>
      typeof words === 'string' ? phrase(words, values) : phrase(words.words, words.values);
    const knows = (key: string) => Object.hasOwn(catalogues[language], key);
    const tError = (sentence: string) => (language === 'en' ? sentence : tell(sentence, t, knows));
    const tStored = (text: string) => (knows(text) ? t(text) : text);
    return [language, { language, t, tError, tStored } satisfies Translator];
  });
  return Object.fromEntries(translators) as Record<Language, Translator>;
}

/** Looks each phrase up once for each plural form, as i18next is slow. */
function phrasesOf(lookUp: TFunction, language: Language) {
  const plurals = new Intl.PluralRules(language);
  const known = new Map<string, string[]>();

  function partsOf(words: string, count: Values[string] | undefined): string[] {
    const isCounted = typeof count === 'number';
    const key = isCounted ? `${plurals.select(count)}\n${words}` : words;
    let parts = known.get(key);
    if (parts === undefined) {
      const phrase = lookUp(words, { ...(isCounted ? { count } : {}), skipInterpolation: true });
      parts = phrase.split(/\{\{(\w+)\}\}/);
      if (known.size < MAX_PHRASES) known.set(key, parts);
    }
    return parts;
  }

  return (words: string, values: Values = {}): string =>
    partsOf(words, values.count)
      .map((part, index) => (index % 2 === 0 ? part : `${values[part] ?? ''}`))
      .join('');
}

/** The key has {{n1}}, {{n2}} … for numbers; a weekday before a colon is translated separately. */
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

export function keyOfSentence(sentence: string): { key: string; values: Values } {
  const values: Values = {};
  const key = sentence.replace(/\d+(,\d{3})*/g, (number) => {
    const name = `n${Object.keys(values).length + 1}`;
    values[name] = number;
    return `{{${name}}}`;
  });
  return { key, values };
}
