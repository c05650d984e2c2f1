import { beforeEach, describe, expect, it } from 'vitest';
import { buildTestApp, useTestApp, type TestApp } from '../../support/app/app.js';
import { clonePostgres } from '../../support/database/database.js';
import { openDatabase } from '../../../src/platform/database/client.js';

const PASSWORD = 'a long password';
const owner = { name: 'Kim', email: 'kim@example.test', password: PASSWORD };
/** Behind one proxy, whose word about the address is taken. */
const config = { trustProxyHops: 1, authAttemptsPerMinute: 3, authFailuresPerAccount: 4 };

const post = (t: TestApp, path: string, from: string, body: object) =>
  t.send('post', path).set('X-Forwarded-For', from).send(body);
const signIn = (t: TestApp, from: string, password: string, email = owner.email) =>
  post(t, '/api/auth/login', from, { email, password });
const register = (t: TestApp, from: string, email = owner.email) =>
  post(t, '/api/auth/register', from, { ...owner, email });

describe('guessing passwords', () => {
  const t = useTestApp({ config });
  beforeEach(async () => {
    await t.db.rateLimit.deleteMany();
  });
  /** Other addresses for each test: what is used up is remembered in the process, too. */
  let test = 0;
  beforeEach(() => {
    test += 1;
  });
  const v4 = (network: number, host: number) => `10.${test}.${network}.${host}`;
  const v6 = (network: number, host: number) => `2001:db8:${test}:${network}00::${host}`;

  it.each([
    ['an address', () => [1, 1, 1, 1].map((host) => v4(1, host)), 3],
    [
      'an address that is written as IPv6',
      () => [1, 1, 1, 1].map((host) => `::ffff:${v4(1, host)}`),
      3,
    ],
    ['the addresses of one customer', () => [1, 2, 3, 4].map((host) => v6(1, host)), 3],
    ['a network', () => Array.from({ length: 13 }, (_, host) => v4(1, host)), 12],
  ])('is limited for %s', async (_who, addresses, allowed) => {
    const statuses: number[] = [];
    let last = await signIn(t, addresses()[0] ?? '', 'wrong', 'first@example.test');
    statuses.push(last.status);
    for (const [index, from] of addresses().slice(1).entries()) {
      last = await signIn(t, from, 'wrong', `nobody${index}@example.test`);
      statuses.push(last.status);
    }
    expect(statuses).toEqual([...Array<number>(allowed).fill(401), 429]);
    expect(last.headers['retry-after']).toMatch(/^([1-9]|[1-5]\d|60)$/);
  });

  it('is told what is left', async () => {
    const { headers } = await signIn(t, v4(1, 1), 'wrong');
    expect(headers['ratelimit-policy']).toBe('"address";q=3;w=60, "network";q=12;w=60');
    expect(headers.ratelimit).toMatch(/^"address";r=2;t=\d+, "network";r=11;t=\d+$/);
    const { body } = await register(t, v4(1, 1));
    for (const path of ['refresh', 'logout']) {
      const answer = await post(t, `/api/auth/${path}`, v4(1, 1), {
        refresh_token: body.refresh_token as string,
      });
      expect([path, answer.status < 300, answer.headers.ratelimit]).toEqual([
        path,
        true,
        undefined,
      ]);
    }
  });

  it('uses up neither sign-ups nor the guesses of others, and sign-ups have a limit', async () => {
    for (let time = 0; time < 4; time += 1) await signIn(t, v4(1, 1), 'wrong');
    const statuses: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      statuses.push((await register(t, v4(1, 1), `new${time}@example.test`)).status);
    }
    expect(statuses).toEqual([201, 201, 201, 429]);
    expect((await signIn(t, v4(2, 1), PASSWORD, 'new0@example.test')).status).toBe(200);
  });
});

describe('guessing at one account', () => {
  const t = useTestApp({ config: { trustProxyHops: 1, authFailuresPerAccount: 4 } });
  const HOME = '198.51.100.7';
  const strangers = (email: string) =>
    Promise.all(
      Array.from({ length: 35 }, (_, network) => signIn(t, `10.0.${network}.1`, 'wrong', email)),
    );
  const statusesOf = (answers: { status: number }[], status: number) =>
    answers.filter((answer) => answer.status === status).length;

  it('from 35 networks gives no more guesses than from one, and locks nobody out', async () => {
    await register(t, HOME);
    for (const email of [owner.email, 'nobody@example.test']) {
      const answers = await strangers(email);
      expect([statusesOf(answers, 401), statusesOf(answers, 429)]).toEqual([4, 31]);
      const refused = answers.find(({ status }) => status === 429);
      expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(60);
    }
    const elsewhere = await signIn(t, '10.0.99.1', PASSWORD);
    expect(elsewhere.status).toBe(429);
    // What succeeds is given back, also of many at once.
    for (let time = 0; time < 6; time += 1) {
      expect((await signIn(t, HOME, PASSWORD)).status).toBe(200);
    }
    for (let time = 0; time < 4; time += 1) {
      expect((await signIn(t, HOME, 'wrong')).status).toBe(401);
    }
    expect((await signIn(t, HOME, PASSWORD)).status).toBe(429);
  });

  it('is forgotten in time, and known places after 90 days', async () => {
    await t.db.rateLimit.updateMany({ data: { expire: 1 } });
    const moving = '203.0.113.1';
    expect((await signIn(t, moving, PASSWORD)).status).toBe(200);
    await strangers(owner.email);
    expect((await signIn(t, moving, PASSWORD)).status).toBe(200);
    const stored = JSON.stringify([
      (await t.db.rateLimit.findMany()).map(({ key }) => key),
      await t.db.knownPlace.findMany(),
    ]);
    expect(stored).not.toMatch(/kim|198\.51/);

    t.clock.set('2100-01-01T00:00:00.000Z');
    await t.dueWork.sweeps['limits and known places forgotten']?.();
    expect([await t.db.rateLimit.count(), await t.db.knownPlace.count()]).toEqual([0, 0]);
    await strangers(owner.email);
    expect((await signIn(t, moving, PASSWORD)).status).toBe(429);
  });
});

describe('guessing at two processes', () => {
  it('is counted together; without their database nobody is let in, and 503 says so', async () => {
    const database = await clonePostgres();
    const settings = { poolSize: 5, connectTimeoutMs: 60_000, queryTimeoutMs: 60_000 };
    const open = () => openDatabase({ url: database.url, ...settings });
    const apps = [await buildTestApp({ open, config }), await buildTestApp({ open, config })];
    const statuses: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      const app = apps[time % 2];
      if (app) statuses.push((await signIn(app, '10.0.0.1', 'wrong')).status);
    }
    expect(statuses).toEqual([401, 401, 401, 429]);
    for (const app of apps) await app.database.close();
    await database.close();
    const [away] = apps;
    const answer = away && (await signIn(away, '10.0.1.1', 'wrong'));
    expect([answer?.status, answer?.headers['retry-after']]).toEqual([503, '2']);
  });
});
