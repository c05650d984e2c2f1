import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAdmission, type Crowd } from '../../../../src/platform/http/server/admission.js';
import { MIN_IN_WORK } from '../../../../src/platform/http/server/limit.rules.js';

const MAX_MS = 300;
const WINDOW_MS = 250;
let now = 0;
let crowds: Crowd[] = [];
let admission = createAdmission(MAX_MS, () => undefined);

beforeEach(() => {
  now = 0;
  crowds = [];
  admission = createAdmission(
    MAX_MS,
    (crowd) => crowds.push(crowd),
    () => now,
  );
});

/** Until the event loop has turned. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

function ask(headers: Record<string, string> = {}) {
  const req = new IncomingMessage(new Socket());
  req.headers = headers;
  const res = new ServerResponse(req);
  return { req, res, isIn: admission.admits(req, res) };
}
const askFor = (count: number, headers?: Record<string, string>) =>
  Array.from({ length: count }, () => ask(headers));
const answer = (asked: { res: ServerResponse }[]) => {
  for (const { res } of asked) res.writeHead(200);
};
const admitted = (asked: { isIn: boolean }[]) => asked.filter(({ isIn }) => isIn).length;

/** Sixty requests that took two seconds: the limit is at its lowest. */
async function beOverloaded() {
  const asked = askFor(70);
  await turn();
  now += 2000;
  answer(asked);
  await turn();
}

describe('a request', () => {
  it('is let in while few are in work, however slow the first answers are', async () => {
    for (let time = 0; time < 5; time += 1) {
      const asked = askFor(MIN_IN_WORK);
      expect(admitted(asked)).toBe(MIN_IN_WORK);
      now += 3000;
      answer(asked);
      await turn();
    }
    expect(crowds).toEqual([]);
  });

  it('is refused when so many are in work that the answer would be late, until some are done', async () => {
    await beOverloaded();
    const asked = askFor(MIN_IN_WORK + 4);
    expect(admitted(asked)).toBe(MIN_IN_WORK);
    answer(asked.slice(0, 3));
    expect(admitted(askFor(20))).toBe(3);
  });

  it('is let in again when answers are quick', async () => {
    await beOverloaded();
    for (let time = 0; time < 12; time += 1) {
      const asked = askFor(150);
      await turn();
      now += WINDOW_MS / 10;
      answer(asked);
      now += WINDOW_MS;
      await turn();
    }
    expect(admitted(askFor(150))).toBe(150);
    expect(crowds[0]).toEqual({ refused: 150 - MIN_IN_WORK, limit: 80, answerMs: 25 });
  });

  it('counts no more when its client has gone or its stream has begun', async () => {
    await beOverloaded();
    const asked = askFor(MIN_IN_WORK);
    asked[0]?.res.emit('close');
    asked[1]?.res.writeHead(200);
    asked[1]?.res.emit('close');
    expect(admitted(askFor(5))).toBe(2);
  });

  it('counts while its body is awaited for a moment only, and again when that has come', async () => {
    await beOverloaded();
    const slow = askFor(MIN_IN_WORK, { 'content-length': '9' });
    expect(admitted(askFor(1))).toBe(0);
    now += WINDOW_MS;
    const others = askFor(MIN_IN_WORK);
    expect(admitted(others)).toBe(MIN_IN_WORK);
    answer(others);
    for (const { req } of slow) req.emit('end');
    expect(admitted(askFor(1))).toBe(0);
    answer(slow);
    expect(admitted(askFor(1))).toBe(1);
  });

  it('is refused when it has waited for a turn of the event loop that others took', async () => {
    const asked = askFor(MIN_IN_WORK);
    answer(asked);
    now += MAX_MS + 1;
    expect(admitted(askFor(1))).toBe(0);
    await turn();
    expect(admitted(askFor(1))).toBe(1);
  });
});
