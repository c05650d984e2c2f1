import { describe, expect, it } from 'vitest';
import { spacedOut } from '../../../../src/modules/chefs/availability/free-days.rules.js';
import { appliedFacets, withoutFacet } from '../../../../src/modules/chefs/search/facets.rules.js';

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
    const asked: string[] = [];
    function* eachSlot() {
      for (const slot of slots) {
        asked.push(slot.startTime);
        yield slot;
      }
    }
    spacedOut(eachSlot(), 4, 2);
    expect(asked).toEqual(['10', '10.5', '13.5', '14']);
  });
});
