import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { pageOf, type Part } from '../../../support/responses/html.js';

const t = useTestApp();
const choose = (browser: ReturnType<typeof request.agent>, body: object) =>
  browser.post('/theme').type('form').send(body);
const pressed = (page: Part) =>
  page.findAll('.theme-switch [aria-pressed="true"]').map((one) => one.attribute('value'));

describe('the switch of colours', () => {
  it('follows the system until somebody chooses', async () => {
    const page = pageOf(await request(t.app).get('/explore?q=kim'));
    expect(page.attribute('lang')).toBe('en');
    expect(page.attribute('data-theme')).toBeNull();
    expect(page.find('meta[name="color-scheme"]').attribute('content')).toBe('light dark');
    expect(page.findAll('meta[name="theme-color"][content^="#"][media]')).toHaveLength(2);
    expect(page.values('next')).toContain('/explore?q=kim');
    expect(pressed(page)).toEqual(['system']);
  });

  it.each([
    ['dark', '#211b16'],
    ['light', '#ffffff'],
  ])('remembers %s, and comes back to where it was chosen', async (theme, colour) => {
    const browser = request.agent(t.app);
    const sent = await choose(browser, { theme, next: '/explore?q=kim' });
    expect([sent.status, sent.headers.location]).toEqual([303, '/explore?q=kim']);
    expect(String(sent.headers['set-cookie'])).toMatch(
      new RegExp(`^theme=${theme}; Max-Age=31536000; Path=/; .*HttpOnly; SameSite=Lax$`),
    );
    const page = pageOf(await browser.get('/explore?q=kim'));
    expect(page.attribute('data-theme')).toBe(theme);
    expect(page.find('meta[name="color-scheme"]').attribute('content')).toBe(theme);
    const only = page.find('meta[name="theme-color"]');
    expect(only.attribute('content')).toBe(colour);
    expect(only.attribute('media')).toBeNull();
    expect(pressed(page)).toEqual([theme]);
    await choose(browser, { theme: 'system', next: '/' });
    expect(pageOf(await browser.get('/')).attribute('data-theme')).toBeNull();
  });

  it('takes a cookie or a choice that it does not know for the system’s', async () => {
    const page = await request(t.app).get('/').set('Cookie', 'theme="><script>');
    expect(page.text).not.toContain('data-theme');
    const sent = await choose(request.agent(t.app), { theme: 'pink', next: '/' });
    expect(String(sent.headers['set-cookie'])).toMatch(/^theme=;.*Expires=Thu, 01 Jan 1970/);
  });

  it.each([
    '//evil.test',
    '/\\evil.test',
    'https://evil.test',
    'javascript:alert(1)',
    '',
    undefined,
  ])('goes nowhere else: %s', async (next) => {
    const sent = await choose(request.agent(t.app), { theme: 'dark', next });
    expect([sent.status, sent.headers.location]).toEqual([303, '/']);
  });

  it('is no other site’s to press', async () => {
    const sent = await request(t.app)
      .post('/theme')
      .set('Sec-Fetch-Site', 'cross-site')
      .type('form')
      .send({ theme: 'dark' });
    expect([sent.status, sent.headers['set-cookie']]).toEqual([403, undefined]);
  });

  it('leads from a page that answers a form back to the page of the form', async () => {
    const sent = await request(t.app).post('/register').type('form').send({ name: 'Kim' });
    expect(sent.status).toBe(422);
    expect(pageOf(sent).find('form.theme-switch').values('next')).toEqual(['/register']);
  });
});
