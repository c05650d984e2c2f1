import { describe, expect, it } from 'vitest';
import { formatMoney, percentOf } from '../../src/platform/money.js';

describe('money', () => {
  it('is whole minor units', () => {
    expect(formatMoney(150_000, 'KRW', 'en')).toBe('₩150,000');
    expect(formatMoney(150_050, 'USD', 'en')).toBe('$1,500.50');
    expect(percentOf(361, 50)).toBe(180);
  });
});
