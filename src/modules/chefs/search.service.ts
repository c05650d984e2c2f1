import type { Db } from '../../platform/db.js';
import { pagesOf, windowOf } from '../../platform/http/paging.js';
import type { Availability } from './availability.service.js';
import type { Chef } from './chefs.data.js';
import type { ChefSearch } from './chefs.schemas.js';
import type { FreeChef } from './free-chefs.service.js';
import * as data from './search.data.js';
import {
  appliedFacets,
  meantBy,
  SAME_WORDS,
  sameWords,
  searchWords,
  withoutFacet,
  wordsOf,
  type Facet,
} from './search.rules.js';

export interface SearchDeps {
  db: Db;
  availability: Availability;
}

/** How many chefs there would be without one filter; or more of them. */
interface Hint {
  facet: Facet;
  total: number;
  more: boolean;
}

const FEATURED = 5;
const OTHERS_LOOKED_AT = 50;
/** Whether a chef is free takes computing, so a hint that counts the free ones counts no further. */
const HINT_LOOKED_AT = 100;
const ALL = { skip: 0, take: null };

/** Finding chefs: by words, by filters, by a day on which they are free. */
export function createSearchService({ db, availability }: SearchDeps) {
  /** One page of the chefs that match. With `date`, only those with a bookable start that day. */
  async function search(asked: ChefSearch) {
    const window = windowOf(asked);
    const wanted = await understood(asked);
    if (asked.date === undefined) {
      const [chefs, total] = await Promise.all([
        data.matchingChefs(db, wanted, window),
        data.countMatching(db, wanted),
      ]);
      return { chefs, total, pages: pagesOf(total, asked.per_page) };
    }
    const free = await availability.freeOn(await data.matchingChefs(db, wanted, ALL), asked.date);
    const chefs = free.slice(window.skip, window.skip + window.take);
    return { chefs, total: free.length, pages: pagesOf(free.length, asked.per_page) };
  }

  /**
   * What taking one filter away would find, the most first; filters that would not help are left
   * out. With a date only the hundred best are looked at, so there may be more.
   */
  async function withoutOne(asked: ChefSearch): Promise<Hint[]> {
    const counted = await Promise.all(
      appliedFacets(asked).map(async (facet) => {
        const { date, ...rest } = withoutFacet(asked, facet);
        const wanted = await understood(rest);
        if (date === undefined) {
          return { facet, total: await data.countMatching(db, wanted), more: false };
        }
        const some = await data.matchingChefs(db, wanted, { skip: 0, take: HINT_LOOKED_AT });
        const free = await availability.freeOn(some, date);
        return { facet, total: free.length, more: some.length === HINT_LOOKED_AT };
      }),
    );
    return counted.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
  }

  /** The best rated chefs, for the home page. */
  async function featured(): Promise<Chef[]> {
    const wanted: data.Wanted = { words: [], places: [], sort: 'recommended' };
    return data.matchingChefs(db, wanted, { skip: 0, take: FEATURED });
  }

  /** Other chefs in the same city who are free for such a meal at an instant, the same cuisine first. */
  async function othersFreeAt(
    chef: Chef,
    wanted: { start: Date; durationHours: number; guests: number },
    count: number,
    isWelcome: (other: Chef) => boolean = () => true,
  ): Promise<FreeChef[]> {
    const { start, durationHours, guests } = wanted;
    const nearby = await understood({ location: chef.location, guests, sort: 'recommended' });
    const chefs = await data.matchingChefs(db, nearby, { skip: 0, take: OTHERS_LOOKED_AT });
    const others = chefs.filter((one) => one.id !== chef.id && isWelcome(one));
    const free = await availability.freeAt(others, start, durationHours);
    const kin = (one: FreeChef) => (one.chef.cuisineType === chef.cuisineType ? 0 : 1);
    return free.sort((a, b) => kin(a) - kin(b)).slice(0, count);
  }

  /** A search whose words are understood: in every way to say them, and put right when mistyped. */
  async function understood(asked: Omit<ChefSearch, 'date' | 'page' | 'per_page'>) {
    const { q, location, ...filters } = asked;
    const [words, places] = await Promise.all([
      q === undefined ? [] : readings('text', q),
      location === undefined ? [] : readings('place', location),
    ]);
    return { ...filters, words, places };
  }

  /** For each word of what was typed, all that it may stand for; the typed word alone if nothing. */
  async function readings(where: data.Where, typed: string): Promise<string[][]> {
    const words = searchWords(typed);
    const forms = await data.searchForms(db, [...words, ...SAME_WORDS.flat()]);
    const typedForms = forms.splice(0, words.length).filter((form) => form !== '');
    const groups = SAME_WORDS.map((group) => forms.splice(0, group.length));
    const meanings = typedForms.map((form) => sameWords(form, groups));
    const there = await data.wordsThere(db, where, meanings.flat());
    return Promise.all(
      meanings.map(async (same) => {
        const found = same.filter((word) => there.includes(word));
        if (found.length > 0) return found;
        const [form = ''] = same;
        const meant = await wordsMeantBy(where, form, groups);
        return meant.length > 0 ? meant : [form];
      }),
    );
  }

  async function wordsMeantBy(
    where: data.Where,
    form: string,
    groups: string[][],
  ): Promise<string[]> {
    const texts = await data.textsResembling(db, where, form);
    const known = [...texts.flatMap(wordsOf), ...groups.flat()];
    return meantBy(form, known).flatMap((word) => sameWords(word, groups));
  }

  return {
    search,
    withoutOne,
    featured,
    othersFreeAt,
    /** Every place where some chef cooks, in alphabetical order. */
    locations: () => data.locations(db),
  };
}
