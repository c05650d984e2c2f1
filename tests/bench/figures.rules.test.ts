import { describe, expect, it } from 'vitest';
import { meanOf, quantile, ratioTo, rowOf } from '../../bench/http/report/figures.js';
import { figures } from './examples.js';

describe('a quantile', () => {
  it('is the value that a share of all others does not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([0.5, 0.99, 1].map((share) => quantile(hundred, share))).toEqual([50, 99, 100]);
  });

  it('orders numbers by their size, not by their digits', () => {
    expect(quantile([9, 10, 100], 0.5)).toBe(10);
  });

  it('is 0 of nothing', () => {
    expect(quantile([], 0.5)).toBe(0);
  });
});

describe('a ratio', () => {
  const express = figures({ cpu: 0.1, perSecond: 10_000 });

  it('counts the processor time of server and database together', () => {
    const route = figures({ cpu: 0.8, databaseCpu: 0.4, perSecond: 500 });
    expect(ratioTo(express, route)).toEqual({ cpu: 12, speed: 0.05 });
  });

  it('is none where the yardstick took no time that could be counted', () => {
    expect(ratioTo(figures({ cpu: 0 }), express)).toBeNull();
  });

  it('to an INSERT is for what writes', () => {
    const yardsticks = { express, insert: figures({ databaseCpu: 0.3 }) };
    const ratios = (writes: boolean) => rowOf({ name: 'a', writes }, express, yardsticks).ratios;
    expect(Object.keys(ratios(true))).toEqual(['express', 'insert']);
    expect(Object.keys(ratios(false))).toEqual(['express']);
  });
});

describe('a yardstick that was measured twice', () => {
  it('is the mean of both', () => {
    const twice = meanOf(figures({ cpu: 1, bytes: 10 }), figures({ cpu: 3, bytes: 10 }));
    expect(twice).toMatchObject({ cpu: 2, bytes: 10 });
  });
});
