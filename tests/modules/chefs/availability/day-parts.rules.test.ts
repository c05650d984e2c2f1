import { describe, expect, it } from 'vitest';
import { partsOfDay } from '../../../../src/modules/chefs/availability/day-parts.present.js';

describe('a day', () => {
  it('has parts, of which those without a time are left out', () => {
    const parts = (...times: string[]) =>
      partsOfDay(times.map((start_time) => ({ start_time }))).map(({ part, starts }) => [
        part,
        starts.map(({ start_time }) => start_time),
      ]);
    expect(parts('00:30', '04:59', '05:00', '11:59', '12:00', '16:59', '17:00', '23:30')).toEqual([
      ['night', ['00:30', '04:59']],
      ['morning', ['05:00', '11:59']],
      ['afternoon', ['12:00', '16:59']],
      ['evening', ['17:00', '23:30']],
    ]);
    expect(parts('01:30-05:00', '18:00')).toEqual([
      ['night', ['01:30-05:00']],
      ['evening', ['18:00']],
    ]);
    expect(parts()).toEqual([]);
  });
});
