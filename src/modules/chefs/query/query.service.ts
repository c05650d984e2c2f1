import { all, ask, mapped, together, type Question } from '../../../platform/database/questions.js';
import type { ChefsDeps } from '../deps.js';
import { createForms } from './forms.service.js';
import { queryWords, synonyms } from './query-words.rules.js';
import { closestWords } from './spelling.rules.js';
import { joinedMeaning, type Meaning } from './terms.rules.js';
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

/** A word of one field: its normalized form first, then its synonyms. */
interface Word {
  field: data.SearchField;
  forms: string[];
}

/**
 * Finds synonyms and corrects the spelling of a search's words. One statement tells what they mean,
 * another one their forms when they are new, and two more correct those that no chef has.
 */
export function createQueryParser({ db }: Pick<ChefsDeps, 'db'>) {
  const { formsOf, synonymGroups } = createForms(db);

  return async function parseQuery({ q, location, cuisine }: Asked): Promise<Parsed> {
    const [texts, places] = [q, location].map((typed) => (typed ? queryWords(typed) : []));
    const words = await wordsOf(texts ?? [], places ?? []);
    if (words.length === 0 && cuisine === undefined) return { words: [] };
    const { found, cuisineIds } = await ask(
      db,
      together({ found: meanings(words), cuisineIds: data.cuisinesNamed(cuisine ?? []) }),
    );
    const known = await corrected(words, found);
    const placeIds = known.flatMap(({ field, meaning }) =>
      field === 'place' ? [meaning.placeIds] : [],
    );
    return {
      words: known.flatMap(({ field, meaning }) => (field === 'text' ? [meaning] : [])),
      ...(cuisine === undefined ? {} : { cuisineIds }),
      ...(location === undefined ? {} : { placeIds: inAll(placeIds) }),
    };
  };

  async function wordsOf(texts: string[], places: string[]): Promise<Word[]> {
    if (texts.length + places.length === 0) return [];
    const [forms, groups] = [await formsOf([...texts, ...places]), await synonymGroups()];
    return forms.flatMap((form, index) => {
      const field = index < texts.length ? 'text' : 'place';
      return form === '' ? [] : [{ field, forms: synonyms(form, groups) } as const];
    });
  }

  /** Each with what some chef has of it, else of the closest spellings, else the word itself. */
  async function corrected(words: Word[], found: (Meaning | null)[]) {
    const unknown = words.filter((_, index) => found[index] === null);
    const others = unknown.length === 0 ? [] : await closest(unknown);
    return words.map((word, index) => {
      const meaning = found[index] ?? others[unknown.indexOf(word)];
      const itself = { cuisineIds: [], placeIds: [], words: word.forms.slice(0, 1) };
      return { field: word.field, meaning: meaning ?? itself };
    });
  }

  async function closest(words: Word[]): Promise<(Meaning | null)[]> {
    const groups = await synonymGroups();
    const similar = words.map(({ field, forms }) => data.similarWords(field, forms[0] ?? ''));
    const vocabularies = await ask(db, all(similar));
    const spelled = words.map(({ field, forms: [typed = ''] }, index) => {
      const vocabulary = [...(vocabularies[index] ?? []), ...groups.flat()];
      const forms = closestWords(typed, vocabulary).flatMap((word) => synonyms(word, groups));
      return { field, forms };
    });
    return ask(db, meanings(spelled));
  }
}

/** Null for a word that is part of nothing that some chef has or had. */
function meanings(words: Word[]): Question<(Meaning | null)[]> {
  const texts = words.flatMap(({ field, forms }) => (field === 'text' ? forms : []));
  const questions = {
    texts: data.wordsWith(texts),
    facets: data.facetsWith(words.flatMap(({ forms }) => forms)),
  };
  return mapped(together(questions), ({ texts: found, facets }) =>
    words.map(({ field, forms }) => {
      const having = facets.filter((facet) => forms.some((form) => facet.form.includes(form)));
      const idsOf = (one: string) =>
        having.filter((facet) => facet.field === one).map(({ id }) => id);
      const meaning = joinedMeaning([
        {
          cuisineIds: field === 'text' ? idsOf('cuisine') : [],
          placeIds: idsOf('place'),
          words: field === 'text' ? forms.flatMap((form) => found.get(form) ?? []) : [],
        },
      ]);
      if (Object.values(meaning).flat().length === 0) return null;
      // Part of a cuisine or a place without being part of a word, such as "n-f": terms need one.
      return meaning.words.length > 0 ? meaning : { ...meaning, words: forms.slice(0, 1) };
    }),
  );
}

function inAll([first = [], ...others]: number[][]): number[] {
  return first.filter((id) => others.every((ids) => ids.includes(id)));
}
