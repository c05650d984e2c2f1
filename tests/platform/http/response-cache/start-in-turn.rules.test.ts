import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { beforeEach, describe, expect, it } from 'vitest';
import { createStarter } from '../../../../src/platform/http/response-cache/start-in-turn.js';

let started: string[] = [];
let start = createStarter();

beforeEach(() => {
  started = [];
  start = createStarter();
});

const turn = () => new Promise((resolve) => setImmediate(resolve));
const ask = (name: string, socket = new Socket()) => {
  start(new IncomingMessage(socket), () => started.push(name));
  return socket;
};

describe('a request', () => {
  it('starts at once on a connection that is known, and two turns later on a new one', async () => {
    const socket = ask('first');
    expect(started).toEqual([]);
    await turn();
    await turn();
    expect(started).toEqual(['first']);
    ask('second', socket);
    expect(started).toEqual(['first', 'second']);
  });

  it('waits, in turn, while new connections come', async () => {
    const socket = ask('0');
    for (let turns = 1; turns < 50; turns += 1) {
      await turn();
      ask(String(turns));
      expect(started).toEqual([]);
    }
    ask('known', socket);
    await turn();
    await turn();
    expect(started).toEqual([...Array.from({ length: 50 }, (_, turns) => `${turns}`), 'known']);
  });

  it('does not wait for ever', async () => {
    ask('first');
    for (let turns = 0; started.length === 0; turns += 1) {
      expect(turns).toBeLessThan(1000);
      await turn();
      ask('another');
    }
    expect(started[0]).toBe('first');
  });
});
