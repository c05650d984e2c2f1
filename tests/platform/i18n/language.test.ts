import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../../prisma/seed.js';
import { NOW, useTestApp } from '../../support/app/app.js';
import { pageOf, titleOf, type Part } from '../../support/responses/html.js';

const t = useTestApp();
type Browser = ReturnType<typeof request.agent>;

beforeAll(() => seed(t.db, new Date(NOW)));

async function koreanBrowser(role: 'diner' | 'chef'): Promise<Browser> {
  const browser = request.agent(t.app);
  await browser.post('/language').type('form').send({ lang: 'ko' });
  await browser.post('/sign-in/demo').type('form').send({ passkey: 'demo2026', role });
  return browser;
}

const langOf = (answer: { text: string }) => pageOf(answer).attribute('lang');

const languageForm = (answer: { text: string }) => pageOf(answer).find('form[action="/language"]');

describe('the language of a page', () => {
  it.each([
    [{}, 'en'],
    [{ 'Accept-Language': 'ko-KR,ko;q=0.9,en;q=0.8' }, 'ko'],
    [{ 'Accept-Language': 'en-US,en;q=0.9,ko;q=0.8' }, 'en'],
    [{ 'Accept-Language': 'ko;q=0.4, en;q=0.3' }, 'ko'],
    [{ 'Accept-Language': 'fr, ko;q=0.2, en;q=0.1' }, 'ko'],
    [{ 'Accept-Language': 'ko;q=0, *' }, 'en'],
    [{ 'Accept-Language': 'fr' }, 'en'],
    [{ 'Accept-Language': 'ko', Cookie: 'lang=en' }, 'en'],
    [{ 'Accept-Language': 'en', Cookie: 'lang=ko' }, 'ko'],
    [{ 'Accept-Language': 'ko', Cookie: 'lang=xx' }, 'ko'],
  ])('is negotiated: %o gives %s', async (headers: Record<string, string>, language) => {
    const page = await request(t.app).get('/').set(headers);
    expect(langOf(page)).toBe(language);
    expect(page.headers.vary).toMatch(/Accept-Language.*Cookie/);
    expect(page.headers['content-language']).toBe(language);
  });

  it('is switched in the footer, sticks, and leads back to the page', async () => {
    const browser = request.agent(t.app);
    const page = await browser.get('/explore?q=park');
    expect(languageForm(page).values('next')).toEqual(['/explore?q=park']);
    const switched = await browser
      .post('/language')
      .type('form')
      .send({ lang: 'ko', next: '/explore?q=park' });
    expect([switched.status, switched.headers.location]).toEqual([303, '/explore?q=park']);
    const cookie = String(switched.headers['set-cookie']);
    expect(cookie).toMatch(/lang=ko; Max-Age=31536000; Path=\/;.*HttpOnly; SameSite=Lax/);
    expect(langOf(await browser.get('/'))).toBe('ko');
    await browser.post('/language').type('form').send({ lang: 'en', next: '/' });
    expect(langOf(await browser.get('/'))).toBe('en');
  });

  it('knows no other language, and leads to no other site', async () => {
    const send = (body: object) => request(t.app).post('/language').type('form').send(body);
    const unknown = await send({ lang: 'fr', next: '//evil.example' });
    expect([unknown.headers['set-cookie'], unknown.headers.location]).toEqual([undefined, '/']);
  });

  it('leads back from a refused form to the page that it stands on', async () => {
    const refused = await request(t.app).post('/sign-in/demo').type('form').send({ role: 'diner' });
    expect(refused.status).toBe(422);
    expect(languageForm(refused).values('next')).toEqual(['/sign-in']);
  });

  it('is not that of the API', async () => {
    const problem = await t.send('get', '/api/coocook/chefs/999').set('Accept-Language', 'ko');
    expect(problem.body.title).toBe('Chef not found');
  });

  it('is that of the message after a form, too', async () => {
    const diner = await koreanBrowser('diner');
    expect(pageOf(await diner.get('/my-bookings')).text).toContain('Demo Diner님, 반가워요.');
  });
});

/** What the data says in English: names, biographies, and what people wrote. */
async function data(): Promise<string[]> {
  const chefs = await t.db.chef.findMany();
  const bookings = await t.db.booking.findMany();
  const events = await t.db.bookingEvent.findMany();
  const users = await t.db.user.findMany();
  const details = await t.db.chefDetails.findMany();
  const written = JSON.stringify(details.map(({ menus, kitchenNotes }) => [menus, kitchenNotes]));
  const texts = [
    ...[...written.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text),
    ...chefs.flatMap((chef) => [chef.name, chef.bio]),
    ...bookings.flatMap((one) => [
      one.district,
      one.address,
      one.specialRequests,
      one.allergyNotes,
    ]),
    ...events.map((event) => event.reason),
    ...users.map((user) => user.name),
  ];
  return texts.filter((text) => text !== null).sort((a, b) => b.length - a.length);
}

/** The words of a page in Latin letters that are neither data nor names. */
function latinIn(html: string, known: string[]): string[] {
  const attributes = [...html.matchAll(/\s(?:aria-label|alt|title|placeholder)="([^"]*)"/g)];
  const text = html
    .replace(/<option\s+value="[A-Z]\w*(\/[^<]*)?<\/option>/g, '\n')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&#39;/g, '’');
  const all = [text, ...attributes.map(([, value = '']) => value)].join('\n');
  const rest = [
    ...known,
    'CooCook',
    'English',
    'Asia/Seoul',
    'API',
    'GMT',
    'README',
    'ID',
    'JPEG',
    'PNG',
    'WebP',
    'AVIF',
    'MB',
  ].reduce((left, name) => left.replaceAll(name, ''), all);
  return rest
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[A-Za-z]{2}/.test(line) && !/^[0-9a-f-]{36}$/.test(line));
}

describe('a walk in Korean', () => {
  it('meets no English sentence', async () => {
    const known = await data();
    const [diner, chef] = await Promise.all([koreanBrowser('diner'), koreanBrowser('chef')]);
    const look = async (browser: Browser, path: string) => {
      const page = await browser.get(path);
      expect([path, langOf(page), latinIn(page.text, known)]).toEqual([path, 'ko', []]);
      return page.text;
    };
    const visitor = request.agent(t.app);
    await visitor.post('/language').type('form').send({ lang: 'ko' });
    for (const path of [
      '/',
      '/sign-in',
      '/register',
      '/nowhere',
      '/chefs/999',
      '/explore?min_price=x',
    ]) {
      await look(visitor, path);
    }
    const explore = await look(visitor, '/explore?guests=2&date=2026-11-28');
    expect(explore).toContain('11월 28일 (토)');
    expect(await look(visitor, '/chefs/1')).toMatch(/\d원/);
    expect(await look(visitor, '/chefs/1')).not.toContain('₩');
    for (const tab of ['upcoming', 'pending', 'past', 'cancelled']) {
      await look(diner, `/my-bookings?tab=${tab}`);
    }
    const bookings = await t.db.booking.findMany();
    for (const { id, userId } of bookings) {
      if (userId !== 1) continue;
      // What is no longer possible is told on a page, too.
      for (const page of ['', '/cancel', '/reschedule', '/requested']) {
        await look(diner, `/bookings/${id}${page}`);
      }
    }
    for (const path of ['/chefs/2/book', '/subscription', '/chef/profile']) await look(diner, path);
    for (const tab of ['requests', 'upcoming', 'past', 'cancelled']) {
      await look(chef, `/chef/inbox?tab=${tab}`);
    }
    for (const { id, chefId } of bookings) {
      if (chefId !== 1) continue;
      for (const page of ['', '/cancel', '/decline', '/run-sheet']) {
        await look(chef, `/bookings/${id}${page}`);
      }
    }
    for (const path of ['/chef/schedule', '/chef/profile', '/chef/earnings']) {
      await look(chef, path);
    }
  });

  it('is told in Korean what is wrong with a form', async () => {
    const [diner, chef] = await Promise.all([koreanBrowser('diner'), koreanBrowser('chef')]);
    const booking = await diner
      .post('/chefs/1/book')
      .type('form')
      .send({ booking_date: '2026-11-28', duration_hours: '13', guests: 'x', step: 'review' });
    expect(titleOf(pageOf(booking))).toMatch(/^오류: /);
    expect(pageOf(booking).text).toContain('최대 12시간까지 예약할 수 있어요.');
    expect(latinIn(booking.text, await data())).toEqual([]);
    const hours = await chef
      .post('/chef/schedule')
      .type('form')
      .send({ opens_5_1: '25:00', closes_5_1: '26:00', max_guests: '101', version: '1' });
    expect(pageOf(hours).text).toContain('금요일: 시각을 18:00 같은 형식으로 입력해 주세요.');
    expect(pageOf(hours).text).toContain('최대 100명까지 입력할 수 있어요.');
  });

  it('reads a review with its deadline', async () => {
    const diner = await koreanBrowser('diner');
    const review = await diner.post('/chefs/1/book').type('form').send({
      booking_date: '2026-11-28',
      duration_hours: '3',
      start_time: '18:00',
      guests: '4',
      district: '연남동',
      address: '동교로 12',
      allergies: 'nuts',
      step: 'review',
    });
    expect(pageOf(review).text).toContain('2026년 11월 28일 (토) 18:00–21:00');
    expect(pageOf(review).text).toContain('견과류');
    expect(latinIn(review.text, await data())).toEqual([]);
  });
});

describe('cuisines and places', () => {
  it('are shown in Korean, while addresses keep what is stored', async () => {
    const korean = request(t.app).get('/explore?cuisine=Korean&location=Seoul');
    const page = pageOf(await korean.set('Accept-Language', 'ko'));
    expect(page.texts('p')).toContain('한식 · 서울');
    const italian = page.field(/^이탈리아 요리/);
    expect(['name', 'value'].map((one) => italian.attribute(one))).toEqual(['cuisine', 'Italian']);
    const leading = (shown: Part, href: string) =>
      shown
        .all('link')
        .filter((link) => link.href === href)
        .map((link) => link.text)
        .join();
    expect(leading(page, '/explore?cuisine=Korean')).toMatch(/^서울/);
    const home = pageOf(await request(t.app).get('/').set('Accept-Language', 'ko'));
    expect(leading(home, '/explore?cuisine=Mexican')).toMatch(/^멕시코 요리/);
    expect(home.findAll('[value="서울"]')).not.toEqual([]);
  });

  it('stay as they are stored in English, and where no Korean is known', async () => {
    expect(pageOf(await request(t.app).get('/explore')).text).toContain('Korean · Seoul');
    const chef = await t.db.chef.findUniqueOrThrow({ where: { id: 5 } });
    await t.db.chef.update({
      where: { id: 5 },
      data: { cuisineType: 'Oaxacan', location: '성수' },
    });
    const page = await request(t.app).get('/chefs/5').set('Accept-Language', 'ko');
    const facts = pageOf(page).texts('li');
    expect(facts.slice(facts.indexOf('Oaxacan')).slice(0, 2)).toEqual(['Oaxacan', '성수']);
    const { cuisineType, location } = chef;
    await t.db.chef.update({ where: { id: 5 }, data: { cuisineType, location } });
  });
});
