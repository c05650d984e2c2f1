import { describe, expect, it } from 'vitest';
import {
  appliedFacets,
  meantBy,
  sameWords,
  searchWords,
  spacedOut,
  withoutFacet,
  wordsOf,
} from '../../../src/modules/chefs/search.rules.js';

describe('what was typed', () => {
  it('is words, without those that say nothing beside others', () => {
    expect(searchWords('  Park,  Seoul park Park ')).toEqual(['Park', 'Seoul', 'park']);
    expect(searchWords('한국 요리')).toEqual(['한국']);
    expect(searchWords('요리')).toEqual(['요리']);
    expect(searchWords(', ')).toEqual([', ']);
    expect(searchWords('a b c d e f g h i j')).toHaveLength(8);
  });

  it('stands for words of the same meaning, a beginning too if it is long enough', () => {
    const groups = [
      ['korean', 'GKSTLR'],
      ['kimchi', 'RLACL'],
    ];
    expect(sameWords('GKSTLR', groups)).toEqual(['GKSTLR', 'korean']);
    expect(sameWords('GKS', groups)).toEqual(['GKS', 'korean', 'GKSTLR']);
    expect(sameWords('ki', groups)).toEqual(['ki']);
    expect(sameWords('tanaka', groups)).toEqual(['tanaka']);
  });
});

describe('a mistyped word', () => {
  const words = wordsOf('tanaka yuki japanese seoul trained in a kyoto kaiseki house. (rice)');
  it.each([
    ['tanka', ['tanaka']],
    ['tnaaka', ['tanaka']],
    ['tanakka', ['tanaka']],
    ['yuky', ['yuki']],
    ['japnaees', ['japanese']],
    ['jaapne', ['japanese']],
    ['riec', ['rice']],
    ['ysk', []],
    ['tokyo', []],
    ['tandoori', []],
  ])('%s means %j', (typed, meant) => {
    expect(meantBy(typed, words)).toEqual(meant);
  });

  it('means nothing where there are no words', () => {
    expect(meantBy('tanaka', [])).toEqual([]);
  });
});

describe('filters', () => {
  it('are taken away one at a time, both prices together', () => {
    const search = { q: 'a', min_price: 1, max_price: 2, min_rating: undefined, sort: 'rating' };
    expect(appliedFacets(search)).toEqual(['q', 'price']);
    expect(withoutFacet(search, 'price')).toEqual({
      q: 'a',
      min_rating: undefined,
      sort: 'rating',
    });
  });
});

describe('times to choose from', () => {
  it('lie hours apart', () => {
    const slots = [10, 10.5, 13.5, 14, 17, 18, 22].map((hour) => {
      const start = new Date(hour * 3_600_000);
      const span = { start, end: start };
      return { date: '1970-01-01', startTime: `${hour}`, ...span, held: span };
    });
    expect(spacedOut(slots, 4, 3).map((slot) => slot.startTime)).toEqual(['10', '14', '18']);
    expect(spacedOut([], 4, 3)).toEqual([]);
  });
});
