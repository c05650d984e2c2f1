import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { useCleanup } from '../../../support/cleanup.js';
import { openNotingDatabase } from '../../../support/database/statements.js';
import { USUAL_IN_WORK } from '../../../../src/platform/http/server/limit.rules.js';

const statements: string[] = [];
const t = useTestApp({
  // So short a time allows the fewest requests at once.
  config: { overloadAnswerMs: 10, responseCacheBytes: 2 ** 20 },
  open: () => openNotingDatabase(statements),
  // What was once kept may be given for good.
  monotonicNow: () => 0,
});
const cleanUp = useCleanup();
const CHEFS = '/api/coocook/chefs';
const BEYOND = 14;
let server: Server;

beforeAll(() => {
  server = createServer(t.listener).listen(0);
  cleanUp(() => server.close());
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });

async function untilKept(path: string): Promise<void> {
  do {
    statements.length = 0;
    await get(path);
  } while (statements.length > 0);
}

/** Holds the database, which has one session, and so whatever asks it. */
async function whileNothingIsAnswered(work: () => Promise<void>) {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const held = t.db.$transaction(() => released, { timeout: 600_000 });
  await work().finally(release);
  await held;
}

describe('an overloaded server', () => {
  it('refuses what is too much, and nothing else', async () => {
    await untilKept('/');
    const answers: Promise<Response>[] = [];
    const refused: Response[] = [];
    await whileNothingIsAnswered(async () => {
      for (let count = 0; count < USUAL_IN_WORK + BEYOND; count += 1) {
        const answer = get(`${CHEFS}?page=${count + 1}`);
        answers.push(answer);
        void answer.then((response) => response.status === 503 && refused.push(response));
      }
      await vi.waitUntil(() => refused.length === BEYOND, { timeout: 90_000 });
      const page = await get('/explore', { Accept: 'text/html' });
      expect([page.status, page.headers.get('content-type')]).toEqual([
        503,
        'text/html; charset=utf-8',
      ]);
      expect(await page.text()).toContain('CooCook is very busy');
      expect((await get('/health')).status).toBe(200);
      expect((await get('/')).status).toBe(200);
    });
    const [problem] = refused as [Response];
    expect(problem.headers.get('content-type')).toBe('application/problem+json');
    expect(Number(problem.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await problem.json()).toEqual({
      type: 'urn:coocook:problem:unavailable',
      title: 'Not available now',
      status: 503,
      detail: expect.stringContaining('Try again') as string,
      instance: CHEFS,
      request_id: problem.headers.get('x-request-id'),
    });
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(USUAL_IN_WORK);
    expect((await get(CHEFS)).status).toBe(200);
  });
});
