import { beforeEach, describe, expect, it } from 'vitest';
import { createFlights } from '../../../../src/platform/http/response-cache/flights.js';
import { createFreshness } from '../../../../src/platform/http/response-cache/freshness.js';
import type { KeptResponse } from '../../../../src/platform/http/response-cache/kept-response.js';

const ANSWER = {} as KeptResponse;
const freshness = createFreshness(() => Promise.resolve());
let flights = createFlights(freshness);
let given: string[] = [];
let making: (() => void)[] = [];

beforeEach(() => {
  flights = createFlights(freshness);
  given = [];
  making = [];
});

const ask = (name: string) => {
  flights.join(
    'a page',
    (kept) => given.push(`${name} ${kept === null ? 'makes it' : 'has it'}`),
    (onBegun) => making.push(onBegun),
  );
};
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('of requests for the same', () => {
  it('one makes it, and the others wait until that has begun and is done', async () => {
    for (const name of ['first', 'second', 'third']) ask(name);
    expect(making).toHaveLength(1);
    let resolve = (_kept: KeptResponse): void => undefined;
    const landed = new Promise<KeptResponse>((settle) => (resolve = settle));
    flights.add('a page', { topics: [], moment: freshness.moment(), landed });
    making[0]?.();
    ask('fourth');
    await turn();
    expect(given).toEqual([]);
    resolve(ANSWER);
    await turn();
    expect(given.sort()).toEqual(['fourth has it', 'second has it', 'third has it']);
    expect(making).toHaveLength(1);
  });

  it('each makes it when the one was refused, or made what is for itself alone', async () => {
    for (const name of ['first', 'second', 'third']) ask(name);
    making[0]?.();
    await turn();
    expect(given).toEqual(['second makes it', 'third makes it']);
    ask('fourth');
    expect(making).toHaveLength(2);
  });
});
