import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../support/app/app.js';
import { pageOf, titleOf } from '../../support/responses/html.js';

const t = useTestApp();
let number = 0;
const register = async (extra: object = {}) => {
  number += 1;
  const browser = request.agent(t.app);
  const email = `lee${number}@example.test`;
  const given = { name: 'Lee Seo-yeon', email, password: 'a long password', ...extra };
  const made = await browser.post('/register').type('form').send(given);
  const { location } = made.headers as { location: string };
  const next = new URL(location, 'http://here.test').searchParams.get('next');
  const response = await browser
    .post('/sign-in')
    .type('form')
    .send({ ...given, next });
  return { browser, made, response, email };
};

describe('the pages of signing in', () => {
  it('sign up, sign in, lead on, and show the message once', async () => {
    const { browser, made, response } = await register({ next: '/chefs/1/book' });
    expect(made.headers.location).toBe(
      '/sign-in?next=%2Fsubscribe%3Fnext%3D%252Fchefs%252F1%252Fbook',
    );
    expect(response.headers.location).toBe('/subscribe?next=%2Fchefs%2F1%2Fbook');
    const first = await browser.get('/subscribe');
    expect(pageOf(first).text).toContain('Welcome, Lee Seo-yeon.');
    expect((await browser.get('/subscribe')).text).not.toContain('Welcome');
  });

  it('show a form again with its values, but never the password', async () => {
    const response = await t
      .send('post', '/register')
      .type('form')
      .send({ name: 'Lee', email: 'nowhere', password: 'a secret password' });
    expect(response.status).toBe(422);
    const page = pageOf(response);
    expect(titleOf(page)).toMatch(/^Error: Create an account/);
    expect(page.errors()).toHaveProperty('email');
    expect(page.values('email')).toEqual(['nowhere']);
    expect(response.text).not.toContain('a secret password');
  });

  it('tell a wrong password beside the field', async () => {
    const { email } = await register();
    const response = await t
      .send('post', '/sign-in')
      .type('form')
      .send({ email, password: 'wrong' });
    expect(response.status).toBe(401);
    expect(pageOf(response).text).toContain(
      'The e-mail address or the password is wrong. Check both and try again.',
    );
  });

  it.each([
    '//evil.test',
    '/\\evil.test',
    'https://evil.test',
    '/\t/evil.test',
    '/%0d/../../\\x',
    'javascript:alert(1)',
  ])('never lead to another site: %s', async (next) => {
    const { email } = await register();
    const response = await t
      .send('post', '/sign-in')
      .type('form')
      .send({ email, password: 'a long password', next });
    expect(response.status).toBe(303);
    const target = new URL(response.headers.location as string, 'http://here.test');
    expect(target.host).toBe('here.test');
    expect(response.headers.location).not.toMatch(/^\/[/\\]/);
  });

  it('sign out at once, everywhere the sign-in was used', async () => {
    const { browser, response } = await register();
    const cookies = (response.headers['set-cookie'] as unknown as string[]).join(';');
    const access = /access=([^;]+)/.exec(cookies)?.[1] ?? '';
    const bearer = { Authorization: `Bearer ${access}` };
    expect((await t.send('get', '/api/auth/me').set(bearer)).status).toBe(200);
    expect((await browser.post('/sign-out')).headers.location).toBe('/');
    expect((await t.send('get', '/api/auth/me').set(bearer)).status).toBe(401);
    expect((await browser.get('/my-bookings')).headers.location).toBe(
      '/sign-in?next=%2Fmy-bookings',
    );
  });

  it('give a browser the next pair when its access token has run out', async () => {
    const { browser } = await register();
    t.clock.advance(2 * 3_600_000);
    const page = await browser.get('/my-bookings');
    expect(page.status).toBe(200);
    expect(String(page.headers['set-cookie'])).toContain('refresh=');
    t.clock.advance(8 * 24 * 3_600_000);
    expect((await browser.get('/my-bookings')).status).toBe(303);
  });

  it('send who is signed in already on', async () => {
    const { browser } = await register();
    expect((await browser.get('/sign-in?next=/explore')).headers.location).toBe('/explore');
    expect((await browser.get('/register')).headers.location).toBe('/my-bookings');
  });
});

describe('requests from other sites', () => {
  const post = (headers: Record<string, string>) =>
    t.send('post', '/sign-in').set(headers).type('form').send({ email: 'a@b.test', password: 'x' });

  it.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
    [{ Origin: 'https://evil.test' }],
    [{ Origin: 'null' }],
  ])('are refused: %o', async (headers) => {
    const response = await post(headers);
    expect(response.status).toBe(403);
  });

  it('are told from our own', async () => {
    expect((await post({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(401);
    expect((await post({ Origin: 'http://site.test', Host: 'site.test' })).status).toBe(401);
    expect((await post({})).status).toBe(401);
  });
});
