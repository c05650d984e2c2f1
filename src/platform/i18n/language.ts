/** The first is the default. */
export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', ko: '한국어' };

export type Values = Record<string, string | number>;

/** English text, the key of its translations, with values for {{names}}. */
export type Words = string | { words: string; values: Values };

/** Only rendering translates it. */
export function message(words: string, values?: Values): Words {
  return values === undefined ? words : { words, values };
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((one) => one === value);
}
