import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAdmission, type Crowd } from '../../../../src/platform/http/server/admission.js';
import { USUAL_IN_WORK } from '../../../../src/platform/http/server/limit.rules.js';

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

function ask(headers: Record<string, string> = {}, method = 'GET') {
  const req = new IncomingMessage(new Socket());
  Object.assign(req, { headers, method });
  const res = new ServerResponse(req);
  return { req, res, isIn: admission.admits(req, res) };
}
const askFor = (count: number, headers?: Record<string, string>, method?: string) =>
  Array.from({ length: count }, () => ask(headers, method));
const answer = (asked: { res: ServerResponse }[]) => {
  for (const { res } of asked) res.writeHead(200);
};
const admitted = (asked: { isIn: boolean }[]) => asked.filter(({ isIn }) => isIn).length;

/** As many as are let in at the start were answered in two seconds: now so few are let in. */
const FEW = Math.floor((75 * MAX_MS) / 2000);
/** A window later, in which that was reached and quick. */
const RISEN = 14;
async function beOverloaded() {
  const asked = askFor(75);
  await turn();
  now += 2000;
  answer(asked);
  now += WINDOW_MS;
  answer(askFor(1));
  await turn();
}

describe('a request', () => {
  it('is let in while few are in work, however slow the first answers are', async () => {
    for (let time = 0; time < 5; time += 1) {
      const asked = askFor(USUAL_IN_WORK - 1);
      expect(admitted(asked)).toBe(USUAL_IN_WORK - 1);
      now += 3000;
      answer(asked);
      await turn();
    }
    expect(crowds).toEqual([]);
  });

  it('is refused when so many are in work that the answer would be late, until some are done', async () => {
    await beOverloaded();
    const asked = askFor(FEW + 4);
    expect(admitted(asked)).toBe(FEW);
    answer(asked.slice(0, 3));
    expect(admitted(askFor(20))).toBe(3);
    expect(admitted(askFor(100, {}, 'POST'))).toBe(USUAL_IN_WORK - FEW);
  });

  it('is let in again when answers are quick', async () => {
    await beOverloaded();
    for (let time = 0; time < 20; time += 1) {
      const asked = askFor(150);
      await turn();
      now += WINDOW_MS / 10;
      answer(asked);
      now += WINDOW_MS;
      await turn();
    }
    expect(admitted(askFor(150))).toBe(150);
    expect(crowds[0]).toEqual({ refused: 150 - FEW, limit: RISEN, answerMs: 25 });
  });

  it('is let in as at the start when there was no crowd for some seconds', async () => {
    await beOverloaded();
    now += 12 * WINDOW_MS;
    expect(admitted(askFor(100))).toBe(75);
  });

  it('counts no more when its client has gone or its stream has begun', async () => {
    await beOverloaded();
    const asked = askFor(FEW);
    asked[0]?.res.emit('close');
    asked[1]?.res.writeHead(200);
    asked[1]?.res.emit('close');
    expect(admitted(askFor(5))).toBe(2);
  });

  it('keeps no reader out while its body is awaited, other bodies for a moment, and counts when that has come', async () => {
    const post = (count: number) => askFor(count, { 'content-length': '9' }, 'POST');
    await beOverloaded();
    const slow = post(USUAL_IN_WORK);
    expect([admitted(slow), admitted(post(1))]).toEqual([USUAL_IN_WORK, 0]);
    const reader = askFor(1);
    expect(admitted(reader)).toBe(1);
    answer(reader);
    now += WINDOW_MS;
    const later = post(1);
    expect(admitted(later)).toBe(1);
    answer(later);
    for (const { req } of slow) req.emit('end');
    expect([admitted(askFor(1)), admitted(post(1))]).toEqual([0, 0]);
    answer(slow);
    expect([admitted(askFor(1)), admitted(post(1))]).toEqual([1, 1]);
  });

  it('is refused when it has waited for a turn of the event loop that others took', async () => {
    const asked = askFor(USUAL_IN_WORK);
    answer(asked);
    now += MAX_MS + 1;
    expect(admitted(askFor(1))).toBe(0);
    await turn();
    expect(admitted(askFor(1))).toBe(1);
  });
});
