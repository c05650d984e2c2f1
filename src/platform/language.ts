/** The languages that people can read the pages in, the one for everybody else first. */
export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language in its own words. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', ko: '한국어' };

export type Values = Record<string, string | number>;

/**
 * What a page will say in the language of its reader: the English words, which are the key of every
 * other language's, and what goes into their {{places}}.
 */
export type Words = string | { words: string; values: Values };

/** Words that a page will say. Only rendering puts them into a language. */
export function say(words: string, values?: Values): Words {
  return values === undefined ? words : { words, values };
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((one) => one === value);
}
