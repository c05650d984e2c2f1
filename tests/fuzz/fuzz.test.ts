import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { useCleanup } from '../support/cleanup.js';
import { openTestDatabase } from '../support/database/database.js';
import type { Answer } from './client.js';
import { createJudge } from './judge.js';
import type { Operation } from './operations.js';
import type { Fuzzed } from './requests.js';
import { fuzz, openTrial, type Trial, type Verdict } from './run.js';
import { replayed, shrink } from './shrink.js';
import { openSite } from './site.js';

/** `npm run fuzz` sends as many as it is told to. */
const REQUESTS = 500;

const cleanUp = useCleanup();
let trial: Trial;
beforeAll(async () => {
  const database = await openTestDatabase();
  cleanUp(() => database.close());
  const site = await openSite(database);
  cleanUp(() => site.close());
  trial = await openTrial(site);
  cleanUp(() => {
    trial.close();
  });
});

describe('requests that nobody would send', () => {
  it('are answered as the document says, and never by a fault', async () => {
    const { findings, requests, statuses } = await fuzz(trial, { seed: 1, requests: REQUESTS });
    expect(requests).toBe(REQUESTS);
    // Neither all refused for one reason nor all let through.
    expect([...statuses.keys()]).toEqual(
      expect.arrayContaining([
        '200',
        '201',
        '303',
        '400',
        '401',
        '403',
        '404',
        '409',
        '415',
        '422',
      ]),
    );
    expect(findings).toEqual([]);
  }, 600_000);
});

describe('what is found', () => {
  const judgedBy = (isWrong: (fuzzed: Fuzzed) => boolean) => ({
    drawn: trial.drawn,
    restore: () => Promise.resolve(),
    attempt: (fuzzed: Fuzzed): Promise<Verdict> =>
      Promise.resolve({ what: isWrong(fuzzed) ? 'wrong' : null, status: 500, text: '' }),
  });

  it('is made as small as it can be, and told so that it can be sent again', async () => {
    const isWrong = ({ request: { method, body } }: Fuzzed) =>
      method === 'POST' && (body ?? '').includes('"duration_hours":');
    const place = fc.sample(trial.drawn, { seed: 1, numRuns: 250 }).findIndex(isWrong);
    const found = { seed: 1, place, what: 'wrong' };
    const smallest = await shrink(judgedBy(isWrong), found);
    expect(smallest?.request.body).toMatch(/^\{("\w+":[^,]+,){0,2}"duration_hours":[^,]+\}$/);
    expect(smallest?.request.headers).toEqual({ 'Content-Type': 'application/json' });
    const again = replayed(trial.drawn, 1, smallest?.path ?? '');
    expect(again.request).toEqual(smallest?.request);
    expect(
      await shrink(
        judgedBy(() => false),
        found,
      ),
    ).toBeNull();
  });
});

describe('the judge of answers', () => {
  const responses = { 200: { content: { 'application/json': { schema: { type: 'object' } } } } };
  const judge = createJudge({ paths: { '/api/x': { get: { responses } } }, components: {} });
  const judged = (given: Partial<Answer>, kind: Operation['kind'] = 'api') => {
    const operation = { kind, method: 'get', path: '/api/x', query: {}, body: null, fields: {} };
    const who = { caller: 'anonymous', byCookie: false, headers: {}, body: null } as const;
    const request = { ...who, method: 'GET', target: '/api/x?y=1' };
    const answer = { status: 200, headers: {}, type: 'application/json', text: '{}', ...given };
    return judge({ operation, request }, answer);
  };
  const problem = (status: number) => ({
    ...{ status, type: 'application/problem+json' },
    text: JSON.stringify({ type: 'urn:coocook:problem:x', status: 418 }),
  });

  it('finds nothing wrong with what is declared', () => {
    expect(judged({})).toBeNull();
    expect(judged({ type: 'text/html', text: '<html></html>\n' }, 'page')).toBeNull();
  });

  it.each([
    ['a fault', { status: 500 }, /status 500/],
    ['a status that is not declared', problem(418), /not documented/],
    ['a body of another shape', { text: '[]' }, /must be object/],
    ['a failure without a problem', { status: 404, type: 'text/plain' }, /a failure as text/],
    ['a problem of another status', problem(404), /a problem that is none/],
    ['a stack', { text: '{"x":"at f (/srv/app.js:1:1)"}' }, /tells of our code/],
    ['a way to another site', { status: 303, headers: { location: '//evil' } }, /redirection/],
    ['a body with 304', { status: 304, text: 'x' }, /where none may be/],
  ])('finds %s', (_name, given, message) => {
    expect(judged(given)).toMatch(message);
  });

  it('finds a page that was cut off', () => {
    expect(judged({ type: 'text/html', text: '<html>' }, 'page')).toMatch(/without an end/);
  });
});
