import { beforeAll, describe, expect, it } from 'vitest';
import request from 'supertest';
import { useTestApp } from '../../../support/app/app.js';
import { buildBooking, buildChef, buildUser } from '../../../support/app/factories.js';
import { pageOf, type Part } from '../../../support/responses/html.js';

const t = useTestApp();
const get = async (path: string) => {
  const answer = await request(t.app).get(path);
  return { status: answer.status, page: pageOf(answer) };
};
const names = (page: Part) => page.texts('a.card-link');
const hrefs = (page: Part, label: string) =>
  page
    .all('link')
    .filter((link) => link.text.includes(label))
    .map((link) => link.href ?? '');
let parkId: number;

beforeAll(async () => {
  const make = (name: string, cuisineType: string, pricePerSession: number, rating: number) =>
    buildChef(t, { name, cuisineType, pricePerSession, rating, maxGuests: 8 });
  parkId = (await make('Park Min-jun', 'Korean', 120, 4.9)).id;
  await make('Marco Rossi', 'Italian', 130, 4.7);
  await make('Tanaka Yuki', 'Japanese', 150, 4.8);
  await buildChef(t, { name: 'Idle', cuisineType: 'Thai', weeklyHours: {}, location: 'Jeju' });
});

describe('explore', () => {
  it('announces the count and shows each filter as a chip that takes it away', async () => {
    const { page } = await get(
      '/explore?q=seoul&cuisine=Korean&cuisine=italian&max_price=140&min_rating=4&sort=price_desc',
    );
    expect(page.all('status').map((one) => one.text)).toContainEqual(
      expect.stringMatching(/^2 chefs/),
    );
    expect(page.texts('strong')).toContain('2');
    expect(names(page)).toEqual(['Marco Rossi', 'Park Min-jun']);
    const ticked = page.findAll('[name=cuisine][checked]').map((one) => one.attribute('value'));
    expect(ticked.sort()).toEqual(['Italian', 'Korean']);
    const [chip = ''] = hrefs(page, 'Up to ₩140');
    const rest = 'q=seoul&cuisine=Korean&cuisine=italian&min_rating=4&sort=price_desc';
    expect([...new URLSearchParams(chip.split('?')[1])].sort()).toEqual(
      [...new URLSearchParams(rest)].sort(),
    );
    const [cuisine = ''] = hrefs(page, 'italian');
    expect(names((await get(cuisine)).page)).toEqual(['Park Min-jun']);
    expect(page.findAll('option[value="Jeju"]')).toHaveLength(1);
  });

  it('says which filter to drop when nobody fits', async () => {
    const { page } = await get('/explore?q=seoul&max_price=100&guests=4&page=3');
    expect(page.text).toContain('No chefs match all of that');
    const [drop = ''] = hrefs(page, 'Without the price limit: 3 chefs');
    expect(drop).toBe('/explore?q=seoul&guests=4');
    expect(names((await get(drop)).page)).toHaveLength(3);
    expect(page.text).not.toContain('Without the number of guests');
  });

  it('offers the best first, and counts the free ones when there is a date', async () => {
    const { page } = await get('/explore?cuisine=Thai&date=2026-11-28&location=seoul');
    const hints = [...page.text.matchAll(/Without ([\w ]+): (\d+) chef/g)].map(([, what, n]) => [
      what,
      n,
    ]);
    expect(hints).toEqual([['the cuisine', '3']]);
    const nobody = (await get('/explore?cuisine=Thai&date=2026-11-28')).page;
    expect(nobody.text).toMatch(/Without the cuisine: 3 chefs .*Without the date: 1 chef(?!s)/);
    const none = (await get('/explore?q=zzzz&max_price=1&guests=99')).page;
    expect(none.text).toContain('Removing one filter is not enough.');
    const wrong = await get('/explore?max_price=cheap');
    expect(wrong.status).toBe(422);
    expect(wrong.page.text).not.toContain('No chefs match');
  });

  it('has pages with addresses of their own, so that Back works', async () => {
    const first = await get('/explore?q=seoul&per_page=2');
    expect(names(first.page)).toEqual(['Park Min-jun', 'Tanaka Yuki']);
    const [next = ''] = hrefs(first.page, 'Next');
    expect(next).toBe('/explore?q=seoul&per_page=2&page=2');
    const second = await get(next);
    expect(names(second.page)).toEqual(['Marco Rossi']);
    const [back = ''] = hrefs(second.page, 'Previous');
    expect(names((await get(back)).page)).toEqual(names(first.page));
    const beyond = await get('/explore?q=seoul&per_page=2&page=9');
    expect(beyond.page.text).toContain('There is no page 9');
    expect(hrefs(beyond.page, 'Go to the first page')).toEqual(['/explore?q=seoul&per_page=2']);
  });

  it('shows the next free times on each card, as links that book them', async () => {
    const user = await buildUser(t);
    // It is Monday noon; 15:00 is the first start with enough notice.
    const booked = { userId: user.id, chefId: parkId, time: '10:00', hours: 10 };
    await buildBooking(t, { ...booked, date: '2026-11-24' });
    const { page } = await get('/explore?q=park&guests=4');
    expect(page.text).toContain('Next free, Seoul time (GMT+9)');
    const starts = page.hrefs().filter((href) => href.includes('start_time='));
    const asked = starts.map((href) => new URLSearchParams(href.split('?')[1]));
    expect(asked.map((one) => `${one.get('date')} ${one.get('start_time')}`)).toEqual([
      '2026-11-23 15:00',
      '2026-11-23 19:00',
      '2026-11-25 10:00',
    ]);
    expect(page.link('Book Park Min-jun, Mon 23 Nov, 15:00').href).toBe(starts[0]);
    expect(starts[0]).toBe(
      `/chefs/${parkId}/book?date=2026-11-23&start_time=15%3A00&duration_hours=3&guests=4`,
    );
    const onDate = await get('/explore?q=park&date=2026-11-28');
    expect(onDate.page.hrefs().join()).toContain('date=2026-11-28&start_time=10%3A00');
    const idle = (await get('/explore?q=idle')).page;
    expect(idle.text).toContain('Nothing free in the next two weeks');
  });
});

describe('home', () => {
  it('searches first, has pre-filtered links and says when money moves', async () => {
    const { page } = await get('/');
    const asked = page.findAll('[name]').map((one) => one.attribute('name'));
    const searched = asked.filter((one) => ['location', 'date', 'guests'].includes(one ?? ''));
    expect(searched.slice(0, 3)).toEqual(['location', 'date', 'guests']);
    expect(names(page)).toHaveLength(4);
    for (const [label, found] of [
      ['Korean', 1],
      ['Rated 4.5 or better', 3],
      ['For ten guests or more', 1],
    ] as const) {
      const [href = ''] = hrefs(page, label).filter((one) => one.startsWith('/explore?'));
      expect([label, names((await get(href)).page).length]).toEqual([label, found]);
    }
    expect(page.text).toContain('Nothing is charged yet');
  });
});
