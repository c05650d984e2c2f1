import { STOP_WORDS } from './search-words.rules.js';

const MAX_WORDS = 8;
/** Shorter prefixes match too much; a Hangul syllable is normalized to two letters or more. */
const MIN_PREFIX_LENGTH = 3;

/** Without stop words, unless there are no others. */
export function queryWords(typed: string): string[] {
  const words = [...new Set(typed.split(/[\s,]+/).filter((word) => word !== ''))];
  const meaningful = words.filter((word) => !STOP_WORDS.includes(word.toLowerCase()));
  return [meaningful, words, [typed]].find((some) => some.length > 0)?.slice(0, MAX_WORDS) ?? [];
}

/** The word and its synonyms; a prefix of a word counts as that word. */
export function synonyms(word: string, groups: string[][]): string[] {
  const matches = (one: string) =>
    one === word || (word.length >= MIN_PREFIX_LENGTH && one.startsWith(word));
  return [...new Set([word, ...groups.filter((group) => group.some(matches)).flat()])];
}
