export interface Meaning {
  cuisineIds: number[];
  placeIds: number[];
  /** Normalized words of texts. */
  words: string[];
}

/** Where a word stands, as `chef_search.terms` of the migrations marks it. */
const MARKS = { name: 'n:', facet: 'f:', bio: '' };
type Where = keyof typeof MARKS;

/**
 * All words somewhere, at least one of them where no index of cuisines and places finds it; as a
 * tsquery, like the others.
 */
export function anyTerms(words: Meaning[]): string {
  return eachInTurn(words, ['name', 'bio'], ['name', 'facet', 'bio']);
}

/** All words in name, cuisine and place, at least one in the name. */
export function headingTerms(words: Meaning[]): string {
  return eachInTurn(words, ['name'], ['name', 'facet']);
}

/** All words somewhere, at least one in the bio alone. */
export function otherTerms(words: Meaning[]): string {
  const inHeading = words.map((word) => `!${anyOf(word, ['name', 'facet'])}`).join(' | ');
  return `${anyTerms(words)} & (${inHeading})`;
}

function eachInTurn(words: Meaning[], here: Where[], elsewhere: Where[]): string {
  // Whoever has a word that is no facet has that one here.
  if (!words.every(isFacet)) return words.map((word) => anyOf(word, elsewhere)).join(' & ');
  const ways = words.map((_, turn) =>
    words.map((word, index) => anyOf(word, index === turn ? here : elsewhere)).join(' & '),
  );
  return `(${ways.join(' | ')})`;
}

/** Whether some cuisine or place has it. */
export function isFacet({ cuisineIds, placeIds }: Meaning): boolean {
  return cuisineIds.length + placeIds.length > 0;
}

function anyOf(meaning: Meaning, where: Where[]): string {
  const having = where.filter((one) => one !== 'facet' || isFacet(meaning));
  const terms = having.flatMap((one) => meaning.words.map((word) => quoted(MARKS[one] + word)));
  return `(${terms.join(' | ')})`;
}

function quoted(term: string): string {
  return `'${term.replace(/['\\]/g, '$&$&')}'`;
}
