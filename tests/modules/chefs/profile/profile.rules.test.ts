import { describe, expect, it } from 'vitest';
import type { Slot } from '../../../../src/modules/chefs/availability/availability.rules.js';
import {
  firstFree,
  weekStart,
} from '../../../../src/modules/chefs/availability/free-days.rules.js';
import { reorderPictures } from '../../../../src/modules/chefs/pictures/photos.rules.js';
import {
  fitsOneLine,
  formatDishes,
  INCLUDED,
  LANGUAGE_CODES,
  notIncluded,
  parseDishes,
} from '../../../../src/modules/chefs/profile/profile.rules.js';

describe('dishes as lines', () => {
  it('stand one a line, notes after a dash of any length', () => {
    const typed = ' 갈비찜 – short ribs, braised - slowly \r\n\n  Kimchi\nOeuf — soft\nTex-Mex';
    expect(parseDishes(typed)).toEqual([
      { name: '갈비찜', notes: 'short ribs, braised - slowly' },
      { name: 'Kimchi', notes: null },
      { name: 'Oeuf', notes: 'soft' },
      { name: 'Tex-Mex', notes: null },
    ]);
  });

  it('come back as they were stored', () => {
    const dishes = [
      { name: 'Tex-Mex', notes: 'a – b' },
      { name: 'Rice', notes: null },
    ];
    expect(parseDishes(formatDishes(dishes))).toEqual(dishes);
    expect(['Tex-Mex', '-1', 'a–b'].map(fitsOneLine)).toEqual([true, true, true]);
    expect(['a - b', 'a — b', 'a –', '- b'].map(fitsOneLine)).toEqual(Array(4).fill(false));
  });
});

describe('what the price does not include', () => {
  it('is all else, once anything is named', () => {
    expect(notIncluded([])).toEqual([]);
    expect(notIncluded(Object.keys(INCLUDED))).toEqual([]);
    expect(notIncluded(Object.keys(INCLUDED).filter((code) => code !== 'drinks'))).toEqual([
      'drinks',
    ]);
  });
});

describe('languages', () => {
  it('all have a name in the languages of the pages', () => {
    for (const language of ['en', 'ko']) {
      const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
      expect(LANGUAGE_CODES.filter((code) => names.of(code) === undefined)).toEqual([]);
    }
    expect(new Set(LANGUAGE_CODES).size).toBe(183);
  });
});

describe('the order of pictures', () => {
  const there = ['a', 'b', 'c', 'd'].map((key) => ({ key, alt: key }));
  const wish = (key: string, place: number, remove = false) => ({ key, alt: key, place, remove });
  const order = (...wishes: ReturnType<typeof wish>[]) =>
    reorderPictures(there, wishes)
      .map(({ key }) => key)
      .join('');

  it.each([
    ['stays without a wish', [], 'abcd'],
    ['takes one forward', [wish('c', 1)], 'cabd'],
    ['takes one back', [wish('a', 3)], 'bcad'],
    ['swaps two', [wish('a', 2), wish('b', 1)], 'bacd'],
    ['leaves one out', [wish('b', 2, true), wish('d', 1)], 'dac'],
    ['passes over a place beyond the last', [wish('a', 9)], 'bcda'],
    ['passes over a picture of somebody else', [wish('z', 1)], 'abcd'],
  ])('%s', (_, wishes, wanted) => {
    expect(order(...wishes)).toBe(wanted);
  });
});

describe('free days', () => {
  const slot = (startTime: string) => ({ startTime }) as Slot;

  it('come in weeks from today on', () => {
    expect(weekStart('2026-11-23', '2026-11-23')).toBe('2026-11-23');
    expect(weekStart('2026-11-29', '2026-11-23')).toBe('2026-11-23');
    expect(weekStart('2026-11-30', '2026-11-23')).toBe('2026-11-30');
    expect(weekStart('2027-01-01', '2026-11-23')).toBe('2026-12-28');
  });

  it('begin with the first that has a time', () => {
    expect(firstFree([{ date: '2026-11-23', slots: [] }])).toBeNull();
    expect(
      firstFree([
        { date: '2026-11-23', slots: [] },
        { date: '2026-11-24', slots: [slot('10:00')] },
      ]),
    ).toBe('2026-11-24');
  });
});
