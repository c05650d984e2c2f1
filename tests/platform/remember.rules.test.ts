import { describe, expect, it } from 'vitest';
import { remember } from '../../src/platform/remember.js';

describe('a function that is remembered', () => {
  it('computes once for each argument, until there are too many', () => {
    const computed: number[] = [];
    const square = remember((value: number) => {
      computed.push(value);
      return value * value;
    }, 2);
    expect([square(3), square(4), square(3), square(4)]).toEqual([9, 16, 9, 16]);
    expect(computed).toEqual([3, 4]);
    expect([square(5), square(3)]).toEqual([25, 9]);
    expect(computed).toEqual([3, 4, 5, 3]);
  });
});
