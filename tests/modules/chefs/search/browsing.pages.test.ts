import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../../../prisma/seed.js';
import { NOW, useTestApp } from '../../../support/app/app.js';
import { pageOf } from '../../../support/responses/html.js';

const t = useTestApp();
type Browser = ReturnType<typeof request.agent>;
beforeAll(() => seed(t.db, new Date(NOW)));

const send = (browser: Browser, path: string, body: object) =>
  browser.post(path).type('form').send(body);

describe('browsing', () => {
  it('shows five chefs first, finds by filters and says when nobody fits', async () => {
    const home = await request(t.app).get('/');
    expect(pageOf(home).findAll('.card')).toHaveLength(5);
    const found = await request(t.app).get('/explore?q=park&cuisine=Korean&date=2026-11-30');
    expect(pageOf(found).text).toMatch(/\b1 chef\b/);
    expect(pageOf(found).texts('strong')).toContain('1');
    const none = await request(t.app).get(`/explore?q=${encodeURIComponent("' OR '1'='1")}`);
    expect(pageOf(none).text).toContain('No chefs match all of that');
    const wrong = await request(t.app).get('/explore?min_price=abc&utm_source=x');
    expect(wrong.status).toBe(422);
    const markup = await request(t.app).get('/explore?q=%3Cscript%3Ealert(1)%3C/script%3E');
    expect(markup.text).not.toContain('<script>alert');
    expect((await request(t.app).get('/chefs/1?duration_hours=99')).status).toBe(422);
    const far = pageOf(await request(t.app).get('/chefs/1?date=2026-12-30'));
    expect(far.text).toContain('Earlier');
  });

  it('lets a diner become a chef and edit the profile', async () => {
    const browser = request.agent(t.app);
    const person = { name: 'New', email: 'new@example.test', password: 'a long password' };
    await send(browser, '/register', person);
    await send(browser, '/sign-in', person);
    expect(pageOf(await browser.get('/chef/inbox')).text).toContain('You are not a chef yet');
    expect(pageOf(await browser.get('/chef/profile')).text).toContain('Become a chef');
    const profile = {
      name: 'New Chef',
      bio: 'Cooks.',
      cuisine_type: 'Thai',
      location: 'Seoul',
      price_per_session: '90',
      min_hours: '2',
      max_hours: '6',
      max_guests: '8',
      time_zone: 'Asia/Seoul',
      cancellation_policy: 'strict',
    };
    const wrong = await send(browser, '/chef/profile', { ...profile, max_hours: '1' });
    expect(wrong.status).toBe(422);
    expect((await send(browser, '/chef/profile', profile)).status).toBe(303);
    const sentBy = async (name: string) => pageOf(await browser.get('/chef/profile')).values(name);
    const [version] = await sentBy('version');
    const edit = { ...profile, price_per_session: '95', version };
    expect((await send(browser, '/chef/profile', edit)).status).toBe(303);
    const stale = await send(browser, '/chef/profile', { ...edit, price_per_session: '97' });
    expect(stale.status).toBe(412);
    expect(pageOf(stale).values('price_per_session')).toEqual(['97']);
    expect(pageOf(stale).values('version')).toEqual(await sentBy('version'));
    expect(await sentBy('price_per_session')).toEqual(['95']);
    const inbox = pageOf(await browser.get('/chef/inbox'));
    expect(inbox.text).toContain('No requests are waiting for you.');
  });
});
