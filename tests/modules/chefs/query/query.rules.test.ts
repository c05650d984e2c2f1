import { describe, expect, it } from 'vitest';
import { queryWords, synonyms } from '../../../../src/modules/chefs/query/query-words.rules.js';
import { closestWords } from '../../../../src/modules/chefs/query/spelling.rules.js';

describe('what was typed', () => {
  it('is words, without those that say nothing beside others', () => {
    expect(queryWords('  Park,  Seoul park Park ')).toEqual(['Park', 'Seoul', 'park']);
    expect(queryWords('한국 요리')).toEqual(['한국']);
    expect(queryWords('요리')).toEqual(['요리']);
    expect(queryWords(', ')).toEqual([', ']);
    expect(queryWords('a b c d e f g h i j')).toHaveLength(8);
  });

  it('stands for words of the same meaning, a beginning too if it is long enough', () => {
    const groups = [
      ['korean', 'GKSTLR'],
      ['kimchi', 'RLACL'],
    ];
    expect(synonyms('GKSTLR', groups)).toEqual(['GKSTLR', 'korean']);
    expect(synonyms('GKS', groups)).toEqual(['GKS', 'korean', 'GKSTLR']);
    expect(synonyms('ki', groups)).toEqual(['ki']);
    expect(synonyms('tanaka', groups)).toEqual(['tanaka']);
  });
});

describe('a mistyped word', () => {
  const words = 'tanaka yuki japanese seoul trained in a kyoto kaiseki house rice'.split(' ');
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
    expect(closestWords(typed, words)).toEqual(meant);
  });

  it('means nothing where there are no words', () => {
    expect(closestWords('tanaka', [])).toEqual([]);
  });
});
