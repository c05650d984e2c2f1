import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../support/app/app.js';
import { pageOf } from '../../support/responses/html.js';

const t = useTestApp();
const PASSWORD = 'a long password';
let number = 0;
const person = (email?: string) => {
  number += 1;
  return { name: 'Kim Ji-woo', email: email ?? `person${number}@example.test`, password: PASSWORD };
};
const register = (given: object) => t.send('post', '/api/auth/register').send(given);
/** The same, without what differs between any two answers. */
const shapeOf = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, part: unknown) =>
    ['id', 'email', 'x-request-id', 'etag', 'date', 'ratelimit'].includes(key)
      ? typeof part
      : /^flash=/.test(String(part))
        ? String(part).replace(/Expires=[^;]+/, '')
        : /_token$/.test(key)
          ? String(part).replace(/[^.]/g, 'x').length > 40
          : part,
  );
const me = async (token: string) =>
  (await t.send('get', '/api/auth/me').set('Authorization', `Bearer ${token}`)).status;

describe('signing up with an address that is taken', () => {
  it('is answered by the API as with a new one', async () => {
    const owner = person();
    await register(owner);
    const before = await t.db.user.findUniqueOrThrow({ where: { email: owner.email } });
    const counts = async () => [
      await t.db.user.count(),
      await t.db.session.count({ where: { revokedAt: null } }),
    ];
    const counted = await counts();
    const taken = await register({
      ...person(owner.email),
      name: 'Lee',
      password: 'another one 1',
    });
    expect(await counts()).toEqual(counted);
    const fresh = await register({ ...person(), name: 'Lee' });
    expect(taken.status).toBe(201);
    expect(shapeOf([taken.body, taken.headers])).toEqual(shapeOf([fresh.body, fresh.headers]));
    expect(taken.body.user.name).toBe('Lee');
    expect(taken.body.user.id).toBe((fresh.body.user.id as number) - 1);
    expect(taken.body.access_token).toHaveLength(fresh.body.access_token.length as number);
    const after = await t.db.user.findUniqueOrThrow({ where: { email: owner.email } });
    expect(after).toEqual(before);
  });

  it('gives tokens that open nothing, and no right to guess as from a known place', async () => {
    const owner = person();
    await register(owner);
    await t.db.knownPlace.deleteMany();
    const { body } = await register(person(owner.email));
    expect(await me(body.access_token as string)).toBe(401);
    const { refresh_token } = body as { refresh_token: string };
    expect((await t.send('post', '/api/auth/refresh').send({ refresh_token })).status).toBe(401);
    const [place] = await t.db.knownPlace.findMany();
    await t.db.knownPlace.deleteMany();
    await register(person());
    await register(person(owner.email));
    const places = (await t.db.knownPlace.findMany()).map((one) => one.place);
    expect(places).toContain(place?.place);
    expect(places).toHaveLength(2);
  });

  it.each([
    ['en', 'If this address is new, your account is ready.'],
    ['ko', '처음 쓰는 주소라면 가입이 끝났어요.'],
  ])('is answered by the page as with a new one, in %s', async (lang, words) => {
    const owner = person();
    await register(owner);
    const answers: unknown[] = [];
    for (const given of [person(owner.email), person()]) {
      const browser = request.agent(t.app);
      await browser.post('/language').type('form').send({ lang });
      const { status, headers } = await browser.post('/register').type('form').send(given);
      expect(String(headers['set-cookie'])).not.toMatch(/access=|refresh=/);
      const page = await browser.get(headers.location as string);
      expect(pageOf(page).text).toContain(words);
      answers.push([status, shapeOf(headers), pageOf(page).text]);
    }
    expect(answers[0]).toEqual(answers[1]);
  });
});

describe('an address that is', () => {
  it.each([
    ['taken costs a sign-up', '/api/auth/register', 201],
    ['unknown costs a sign-in', '/api/auth/login', 401],
  ])('%s a hash of the password, too', async (_what, path, status) => {
    const owner = person();
    await register(owner);
    const { email } = status === 201 ? owner : person();
    // More than can wait for their turn to hash.
    const answers = await Promise.all(
      Array.from({ length: 90 }, () => {
        const { name, password } = person();
        const given = status === 201 ? { name, email, password } : { email, password };
        return t.send('post', path).send(given);
      }),
    );
    const statuses = new Set(answers.map((one) => one.status));
    expect(statuses).toEqual(new Set([status, 503]));
  });
});
