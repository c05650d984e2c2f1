import { HOUR_MS } from '../../platform/time.js';
import type { Slot } from './availability.rules.js';

/**
 * Cuisines, then places, by their English names, which are what pages say in the reader's language,
 * with all that people type for them.
 */
export const CUISINES: string[][] = [
  ['Korean', '한식', '한국', '한국요리'],
  ['Italian', '이탈리아', '이탈리안', '이태리'],
  ['Japanese', '일식', '일본', '일본요리'],
  ['French', '프랑스', '프렌치'],
  ['Mexican', '멕시코', '멕시칸'],
  ['Chinese', '중식', '중국', '중국요리'],
  ['Western', '양식', '서양식'],
  ['Thai', '태국', '타이'],
  ['Vietnamese', '베트남'],
  ['Indian', '인도'],
  ['Spanish', '스페인', '스패니시'],
  ['Greek', '그리스'],
  ['Turkish', '튀르키예', '터키'],
  ['Mediterranean', '지중해'],
  ['American', '미국', '아메리칸'],
  ['Fusion', '퓨전'],
  ['Vegan', '비건'],
  ['Vegetarian', '채식'],
  ['Seafood', '해산물'],
  ['Dessert', '디저트'],
];
export const PLACES: string[][] = [
  ['Seoul', '서울'],
  ['Busan', '부산'],
  ['Incheon', '인천'],
  ['Daegu', '대구'],
  ['Daejeon', '대전'],
  ['Gwangju', '광주'],
  ['Ulsan', '울산'],
  ['Sejong', '세종'],
  ['Suwon', '수원'],
  ['Seongnam', '성남'],
  ['Goyang', '고양'],
  ['Yongin', '용인'],
  ['Cheongju', '청주'],
  ['Changwon', '창원'],
  ['Pohang', '포항'],
  ['Gyeongju', '경주'],
  ['Gangneung', '강릉'],
  ['Yeosu', '여수'],
  ['Jeonju', '전주'],
  ['Jeju', '제주'],
  ['Gangnam', '강남'],
  ['Tokyo', '도쿄', '동경'],
  ['Paris', '파리'],
  ['London', '런던'],
];

/** Words that mean the same to who looks for a chef: whoever types one finds the others. */
export const SAME_WORDS: string[][] = [
  ...CUISINES,
  ...PLACES,
  ['Kimchi', '김치'],
  ['Galbi', '갈비'],
  ['Bulgogi', '불고기'],
  ['Bibimbap', '비빔밥'],
  ['Banchan', '반찬'],
  ['Pasta', '파스타'],
  ['Sushi', '스시', '초밥'],
  ['Kaiseki', '가이세키'],
  ['Taco', '타코'],
];

/** Words that say nothing when there are others beside them: "한국 요리" is Korean. */
const FILLERS = ['요리', '음식', '셰프', '요리사', 'food', 'cuisine', 'cooking'];
const MOST_WORDS = 8;
/** A beginning shorter than this could be of anything; a Hangul syllable is two keys or more. */
const SHORTEST_BEGINNING = 3;

/** The words of what somebody typed, each to be looked for. */
export function searchWords(typed: string): string[] {
  const words = [...new Set(typed.split(/[\s,]+/).filter((word) => word !== ''))];
  const telling = words.filter((word) => !FILLERS.includes(word.toLowerCase()));
  return [telling, words, [typed]].find((some) => some.length > 0)?.slice(0, MOST_WORDS) ?? [];
}

/** The words of a text that a mistyped word is compared with. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.split(/[\s.,;:!?()"“”…]+/).filter((word) => word !== ''))];
}

/** The word and all that mean the same, also when it is only the beginning of one of them. */
export function sameWords(word: string, groups: string[][]): string[] {
  const isMeant = (one: string) =>
    one === word || (word.length >= SHORTEST_BEGINNING && one.startsWith(word));
  return [...new Set([word, ...groups.filter((group) => group.some(isMeant)).flat()])];
}

/**
 * The words that a mistyped one may have meant: those fewest slips away, if few enough for its length.
 * A slip is a letter too many, missing, wrong, or changed over with the next. What is typed may be
 * just the beginning of a word.
 */
export function meantBy(typed: string, words: string[]): string[] {
  const allowed = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  const slips = words.map((word) => ({ word, count: slipsBetween(typed, word) }));
  const fewest = Math.min(...slips.map((one) => one.count));
  if (fewest > allowed) return [];
  return [...new Set(slips.filter((one) => one.count === fewest).map((one) => one.word))];
}

/** The optimal string alignment distance of what is typed to the nearest beginning of a word. */
function slipsBetween(typed: string, word: string): number {
  let before: number[] = [];
  let above = Array.from({ length: word.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= word.length; column += 1) {
      const same = typed[row - 1] === word[column - 1];
      const options = [
        (above[column] ?? 0) + 1,
        (here[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      ];
      if (row > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]) {
        options.push((before[column - 2] ?? 0) + 1);
      }
      here.push(Math.min(...options));
    }
    [before, above] = [above, here];
  }
  return Math.min(...above);
}

interface Filters {
  q?: unknown;
  cuisine?: unknown;
  location?: unknown;
  date?: unknown;
  min_price?: unknown;
  max_price?: unknown;
  min_rating?: unknown;
  guests?: unknown;
}

/** The filters that can be taken away, each with the fields that make it. */
const FACETS = {
  q: ['q'],
  cuisine: ['cuisine'],
  location: ['location'],
  date: ['date'],
  price: ['min_price', 'max_price'],
  rating: ['min_rating'],
  guests: ['guests'],
} satisfies Record<string, (keyof Filters)[]>;
export type Facet = keyof typeof FACETS;

/** The filters that a search applies. */
export function appliedFacets(search: Filters): Facet[] {
  const facets = Object.keys(FACETS) as Facet[];
  return facets.filter((facet) => FACETS[facet].some((field) => search[field] !== undefined));
}

/** The same search, or query of an address, without one of its filters. */
export function withoutFacet<T extends object>(search: T, facet: Facet): T {
  const left: string[] = FACETS[facet];
  return Object.fromEntries(Object.entries(search).filter(([field]) => !left.includes(field))) as T;
}

/** The first of the slots, the next that is so many hours later, and so on, up to a count. */
export function spacedOut(slots: Slot[], hours: number, count: number): Slot[] {
  const chosen: Slot[] = [];
  for (const slot of slots) {
    const last = chosen.at(-1);
    if (chosen.length === count) break;
    if (last === undefined || slot.start.getTime() - last.start.getTime() >= hours * HOUR_MS) {
      chosen.push(slot);
    }
  }
  return chosen;
}
