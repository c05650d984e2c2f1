import { describe, expect, it } from 'vitest';
import { keepResponse } from '../../../../src/platform/http/response-cache/kept-response.js';
import { createStore } from '../../../../src/platform/http/response-cache/store.js';

const response = (bytes: number) =>
  keepResponse(
    Buffer.alloc(bytes),
    {},
    {
      route: '/',
      topics: [],
      moment: { sequence: 0, ownWrites: 0 },
      until: 0,
    },
  );

describe('the store', () => {
  it('stays within its bytes: what was not used for longest goes', () => {
    const store = createStore(100_000);
    for (const key of ['a', 'b', 'c']) store.set(key, response(10_000));
    store.get('a');
    store.set('d', response(10_000));
    store.set('e', response(10_000));
    const kept = ['a', 'b', 'c', 'd', 'e'].filter((key) => store.get(key) !== undefined);
    expect(kept).toEqual(['a', 'c', 'd', 'e']);
  });

  it('counts a response once, however often it is set or removed', () => {
    const store = createStore(50_000);
    for (let time = 0; time < 100; time += 1) store.set('a', response(10_000));
    store.set('b', response(10_000));
    store.remove('a');
    store.remove('a');
    store.set('c', response(10_000));
    expect(['a', 'b', 'c'].map((key) => store.get(key) !== undefined)).toEqual([false, true, true]);
  });

  it('keeps nothing that is larger than all of it', () => {
    const store = createStore(50_000);
    store.set('a', response(30_000));
    expect(store.get('a')).toBeUndefined();
  });
});
