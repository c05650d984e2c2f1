import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { useTestApp } from '../support/app.js';

const t = useTestApp();
const choose = (browser: ReturnType<typeof request.agent>, body: object) =>
  browser.post('/theme').type('form').send(body);

describe('the switch of colours', () => {
  it('follows the system until somebody chooses', async () => {
    const { text } = await request(t.app).get('/explore?q=kim');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('<meta name="color-scheme" content="light dark">');
    expect(text.match(/name="theme-color" content="#\w+" media=/g)).toHaveLength(2);
    expect(text).toContain('name="next" value="/explore?q=kim"');
    expect(text).toContain('value="system" aria-pressed="true"');
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
    const { text } = await browser.get('/explore?q=kim');
    expect(text).toContain(`data-theme="${theme}"`);
    expect(text).toContain(`<meta name="color-scheme" content="${theme}">`);
    expect(text).toContain(`<meta name="theme-color" content="${colour}">`);
    expect(text.match(/theme-color/g)).toHaveLength(1);
    expect(text).toContain(`value="${theme}" aria-pressed="true"`);
    await choose(browser, { theme: 'system', next: '/' });
    expect((await browser.get('/')).text).not.toContain('data-theme');
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
    const form = /<form class="theme-switch"[^]*?<\/form>/.exec(sent.text)?.[0];
    expect(form).toContain('name="next" value="/register"');
  });
});
