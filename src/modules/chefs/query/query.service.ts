import type { ChefsDeps } from '../deps.js';
import { SYNONYMS } from './search-words.rules.js';
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

/** Finds synonyms and corrects the spelling of a search's words. */
export function createQueryParser({ db }: Pick<ChefsDeps, 'db'>) {
  const meaningsOf = createMeanings({ db });

  return async function parseQuery({ q, location, cuisine }: Asked): Promise<Parsed> {
    const [words, places, cuisines] = await Promise.all([
      q === undefined ? [] : meaningsOf('text', q),
      location === undefined ? null : meaningsOf('place', location),
      cuisine === undefined ? null : data.facetsWith(db, [], cuisine),
    ]);
    const placeIds = places?.map((place) => place.placeIds) ?? [];
    return {
      words,
      ...(cuisines === null ? {} : { cuisineIds: cuisines.map(({ id }) => id) }),
      ...(places === null ? {} : { placeIds: inAll(placeIds) }),
    };
  };
}

function createMeanings({ db }: Pick<ChefsDeps, 'db'>) {
  let synonymGroups: string[][] | undefined;

  /** Of each word typed: meanings that some chef has, else the closest spellings, else the word itself. */
  async function meaningsOf(field: data.SearchField, typed: string): Promise<Meaning[]> {
    const groups = await normalizedSynonyms();
    const forms = await data.normalizeTexts(db, queryWords(typed));
    const each = forms.filter((form) => form !== '').map((form) => synonyms(form, groups));
    const found = await known(field, each.flat());
    const corrected = await Promise.all(
      each.map(async (same) =>
        same.some((one) => found.has(one)) ? [] : corrections(field, same[0] ?? '', groups),
      ),
    );
    const foundThen = await known(field, corrected.flat());
    return each.map((same, index) => {
      const all = [...same, ...(corrected[index] ?? [])];
      const parts = all.flatMap((one) => found.get(one) ?? foundThen.get(one) ?? []);
      return parts.length > 0
        ? joinedMeaning(parts)
        : { cuisineIds: [], placeIds: [], words: same.slice(0, 1) };
    });
  }

  /** Those that are part of what some chef has or had. */
  async function known(field: data.SearchField, forms: string[]): Promise<Map<string, Meaning>> {
    if (forms.length === 0) return new Map();
    const [words, facets] = await Promise.all([
      field === 'text' ? data.wordsWith(db, forms) : new Map<string, string[]>(),
      data.facetsWith(db, forms, []),
    ]);
    const meaningOf = (form: string): Meaning => {
      const having = facets.filter((facet) => facet.form.includes(form));
      const idsOf = (one: string) =>
        having.filter((facet) => facet.field === one).map(({ id }) => id);
      return {
        cuisineIds: field === 'text' ? idsOf('cuisine') : [],
        placeIds: idsOf('place'),
        words: words.get(form) ?? [],
      };
    };
    const each = forms.map((form) => [form, meaningOf(form)] as const);
    return new Map(each.filter(([, meaning]) => Object.values(meaning).flat().length > 0));
  }

  async function corrections(field: data.SearchField, word: string, groups: string[][]) {
    const vocabulary = [...(await data.similarWords(db, field, word)), ...groups.flat()];
    return closestWords(word, vocabulary).flatMap((closest) => synonyms(closest, groups));
  }

  /** The synonyms never change, so each process normalizes them once. */
  async function normalizedSynonyms(): Promise<string[][]> {
    if (synonymGroups === undefined) {
      const forms = await data.normalizeTexts(db, SYNONYMS.flat());
      synonymGroups = SYNONYMS.map((group) => forms.splice(0, group.length));
    }
    return synonymGroups;
  }

  return meaningsOf;
}

function inAll([first = [], ...others]: number[][]): number[] {
  return first.filter((id) => others.every((ids) => ids.includes(id)));
}
