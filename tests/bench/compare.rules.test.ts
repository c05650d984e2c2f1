import { describe, expect, it } from 'vitest';
import { slower } from '../../bench/http/report/compare.js';
import { row, run } from './examples.js';

const earlier = run([row('GET /', { cpu: 1 }), row('GET /explore', { cpu: 2, databaseCpu: 1 })]);

describe('what got slower', () => {
  it('is named with the figures of both runs', () => {
    const now = run([row('GET /', { cpu: 1 }), row('GET /explore', { cpu: 2, databaseCpu: 1.6 })]);
    expect(slower(earlier, now)).toEqual([
      'GET /explore: 30.00 → 36.00 × Express (+20 %), 3.00 → 3.60 CPU ms (+20 %)',
    ]);
  });

  it('is nothing where a tenth at most was added, or time was saved', () => {
    const now = run([row('GET /', { cpu: 1.09 }), row('GET /explore', { cpu: 0.1 })]);
    expect(slower(earlier, now)).toEqual([]);
  });

  it('is no route that was not measured before', () => {
    expect(slower(earlier, run([row('GET /new', { cpu: 9 })]))).toEqual([]);
  });

  it('goes by the ratios alone on another processor', () => {
    const dear = row('GET /', { cpu: 2 });
    const same = { ...dear, ratios: { express: { cpu: 10, speed: 0.1 } } };
    expect(slower(earlier, run([same], 'EPYC'))).toEqual([]);
    expect(slower(earlier, run([dear], 'EPYC'))).toEqual([
      'GET /: 10.00 → 20.00 × Express (+100 %)',
    ]);
  });
});
