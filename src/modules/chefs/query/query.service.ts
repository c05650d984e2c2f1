import { ask, together } from '../../../platform/database/questions.js';
import type { ChefsDeps } from '../deps.js';
import { normalizedForms } from './normalized-form.rules.js';
import { queryWords, synonyms } from './query-words.rules.js';
import { SYNONYMS } from './search-words.rules.js';
import { closestWords } from './spelling.rules.js';
import type { Meaning } from './terms.rules.js';
import * as data from './words.data.js';

/** What a search asks for, in ids and words that chefs have. */
interface Parsed {
  words: Meaning[];
  cuisineIds?: number[];
  placeIds?: number[];
}

interface Asked {
  q?: string | undefined;
  location?: string | undefined;
  /** Names, in any case. */
  cuisine?: string[] | undefined;
}

const GROUPS = SYNONYMS.map((group) => group.map((word) => normalizedForms(word)[0] ?? ''));

/** Finds synonyms and corrects the spelling of a search's words, by one statement. */
export function createQueryParser({ db }: Pick<ChefsDeps, 'db'>) {
  return async function parseQuery({ q, location, cuisine }: Asked): Promise<Parsed> {
    const words = [...wordsOf('text', q), ...wordsOf('place', location)];
    if (words.length === 0 && cuisine === undefined) return { words: [] };
    const { vocabulary, cuisineIds } = await ask(
      db,
      together({
        vocabulary: data.vocabularyOf(words),
        cuisineIds: data.cuisinesNamed(cuisine ?? []),
      }),
    );
    const meanings = (field: data.SearchField) =>
      words.filter((word) => word.field === field).map((word) => meaningOf(word, vocabulary));
    return {
      words: meanings('text'),
      ...(cuisine === undefined ? {} : { cuisineIds }),
      ...(location === undefined ? {} : { placeIds: inAll(meanings('place')) }),
    };
  };
}

function wordsOf(field: data.SearchField, typed = ''): data.AskedWord[] {
  return queryWords(typed).flatMap((word) => {
    const forms = normalizedForms(word).filter((form) => form !== '');
    const known = withSynonyms(forms);
    if (known.length > forms.length) return [{ field, forms: known, guesses: [] }];
    const guesses = forms.flatMap((form) => closestWords(form, GROUPS.flat()));
    return forms.length === 0 ? [] : [{ field, forms, guesses: withSynonyms(guesses) }];
  });
}

/** What chefs have of a word, else of the closest spellings, else the word itself. */
function meaningOf(word: data.AskedWord, vocabulary: data.Vocabulary): Meaning {
  const { field, forms } = word;
  const [typed = ''] = forms;
  const known = meaning(field, forms, vocabulary.known);
  if (known !== null) return known;
  const similar = vocabulary.similar.filter((one) => one.field === field && one.typed === typed);
  const spellings = [...similar.map((one) => one.word), ...GROUPS.flat()];
  const closest = withSynonyms(closestWords(typed, spellings));
  return (
    meaning(
      field,
      closest,
      vocabulary.guessed,
      similar.map((one) => one.word),
    ) ?? {
      cuisineIds: [],
      placeIds: [],
      words: [typed],
    }
  );
}

/** Null if chefs have nothing of the forms. @param themselves words that are known to be some chef's */
function meaning(
  field: data.SearchField,
  forms: string[],
  { words, facets }: data.Having,
  themselves: string[] = [],
): Meaning | null {
  const found = forms.flatMap((form) => [
    ...(words.get(form) ?? []),
    ...(themselves.includes(form) ? [form] : []),
  ]);
  const inTexts = field === 'text' ? [...new Set(found)] : [];
  const ids = facetsOf(field, forms, facets);
  if (inTexts.length + ids.cuisineIds.length + ids.placeIds.length === 0) return null;
  // Part of a cuisine or a place without being part of a word, such as "n-f": terms need one.
  return { ...ids, words: inTexts.length > 0 ? inTexts : forms.slice(0, 1) };
}

function facetsOf(field: data.SearchField, forms: string[], facets: data.Facet[]) {
  const having = facets.filter((facet) => forms.some((form) => facet.form.includes(form)));
  const idsOf = (one: string) => having.filter((facet) => facet.field === one).map(({ id }) => id);
  return { cuisineIds: field === 'text' ? idsOf('cuisine') : [], placeIds: idsOf('place') };
}

function withSynonyms(forms: string[]): string[] {
  return [...new Set(forms.flatMap((form) => synonyms(form, GROUPS)))];
}

function inAll([first, ...others]: Meaning[]): number[] {
  const ids = first?.placeIds ?? [];
  return ids.filter((id) => others.every(({ placeIds }) => placeIds.includes(id)));
}
