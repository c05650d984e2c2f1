import { beforeAll, describe, expect, it } from 'vitest';
import request from 'supertest';
import { createFreeChefs } from '../../../src/modules/chefs/free-chefs.service.js';
import { useTestApp } from '../../support/app.js';
import { buildBooking, buildChef, buildUser } from '../../support/factories.js';

const t = useTestApp();
const get = async (path: string) => {
  const { text, status } = await request(t.app).get(path);
  const plain = text.replaceAll('&amp;', '&').replaceAll('&#39;', "'");
  return { status, text: plain };
};
const names = (text: string) =>
  [...text.matchAll(/class="card-link" href="[^"]*">([^<]*)</g)].map(([, name]) => name);
const hrefs = (text: string, label: string) =>
  [...text.matchAll(/href="([^"]*)"[^>]*>([^<]*)/g)]
    .filter(([, , words]) => words?.includes(label))
    .map(([, href]) => href ?? '');
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
    const { text } = await get(
      '/explore?q=seoul&cuisine=Korean&cuisine=italian&max_price=140&min_rating=4&sort=price_desc',
    );
    expect(text).toMatch(/role="status"><strong>2<\/strong> chefs/);
    expect(names(text)).toEqual(['Marco Rossi', 'Park Min-jun']);
    expect(text.match(/value="(Korean|Italian)" checked/g)).toHaveLength(2);
    const [chip = ''] = hrefs(text, 'Up to ₩140');
    const rest = 'q=seoul&cuisine=Korean&cuisine=italian&min_rating=4&sort=price_desc';
    expect([...new URLSearchParams(chip.split('?')[1])].sort()).toEqual(
      [...new URLSearchParams(rest)].sort(),
    );
    const [cuisine = ''] = hrefs(text, 'italian ');
    expect(names((await get(cuisine)).text)).toEqual(['Park Min-jun']);
    expect(text).toContain('<option value="Jeju">');
  });

  it('says which filter to drop when nobody fits', async () => {
    const { text } = await get('/explore?q=seoul&max_price=100&guests=4&page=3');
    expect(text).toContain('No chefs match all of that');
    const [drop = ''] = hrefs(text, 'Without the price limit: 3 chefs');
    expect(drop).toBe('/explore?q=seoul&guests=4');
    expect(names((await get(drop)).text)).toHaveLength(3);
    expect(text).not.toContain('Without the number of guests');
  });

  it('offers the best first, and counts the free ones when there is a date', async () => {
    const { text } = await get('/explore?cuisine=Thai&date=2026-11-28&location=seoul');
    const hints = [...text.matchAll(/Without ([\w ]+): (\d+) chef/g)].map(([, what, n]) => [
      what,
      n,
    ]);
    expect(hints).toEqual([['the cuisine', '3']]);
    expect((await get('/explore?cuisine=Thai&date=2026-11-28')).text).toMatch(
      /Without the cuisine: 3 chefs[^]*Without the date: 1 chef</,
    );
    expect((await get('/explore?q=zzzz&max_price=1&guests=99')).text).toContain(
      'Removing one filter is not enough.',
    );
    const wrong = await get('/explore?max_price=cheap');
    expect(wrong.status).toBe(422);
    expect(wrong.text).not.toContain('No chefs match');
  });

  it('has pages with addresses of their own, so that Back works', async () => {
    const first = await get('/explore?q=seoul&per_page=2');
    expect(names(first.text)).toEqual(['Park Min-jun', 'Tanaka Yuki']);
    const [next = ''] = hrefs(first.text, 'Next');
    expect(next).toBe('/explore?q=seoul&per_page=2&page=2');
    const second = await get(next);
    expect(names(second.text)).toEqual(['Marco Rossi']);
    const [back = ''] = hrefs(second.text, 'Previous');
    expect(names((await get(back)).text)).toEqual(names(first.text));
    const beyond = await get('/explore?q=seoul&per_page=2&page=9');
    expect(beyond.text).toContain('There is no page 9');
    expect(hrefs(beyond.text, 'Go to the first page')).toEqual(['/explore?q=seoul&per_page=2']);
  });

  it('shows the next free times on each card, as links that book them', async () => {
    const user = await buildUser(t);
    // It is Monday noon; 15:00 is the first start with enough notice.
    const booked = { userId: user.id, chefId: parkId, time: '10:00', hours: 10 };
    await buildBooking(t, { ...booked, date: '2026-11-24' });
    const { text } = await get('/explore?q=park&guests=4');
    expect(text).toContain('Next free, Seoul time (GMT+9)');
    const times = [...text.matchAll(/date=([\d-]+)&start_time=(\d\d)%3A(\d\d)&/g)];
    expect(times.map(([, date, hour, minute]) => `${date} ${hour}:${minute}`)).toEqual([
      '2026-11-23 15:00',
      '2026-11-23 19:00',
      '2026-11-24 20:00',
    ]);
    expect(text).toMatch(/Book Park Min-jun, <\/span>Mon 23 Nov, 15:00</);
    expect(/href="(\/chefs\/\d+\/book[^"]*)"/.exec(text)?.[1]).toBe(
      `/chefs/${parkId}/book?date=2026-11-23&start_time=15%3A00&duration_hours=1&guests=4`,
    );
    const onDate = await get('/explore?q=park&date=2026-11-28');
    expect(onDate.text).toContain('date=2026-11-28&start_time=10%3A00');
    expect((await get('/explore?q=idle')).text).toContain('Nothing free in the next two weeks');
  });
});

describe('the next free times', () => {
  it('are looked up for all chefs at once', async () => {
    const asked: number[] = [];
    const chefs = await t.db.chef.findMany();
    const { nextFree } = createFreeChefs(t.clock, (some) => {
      asked.push(some.length);
      const nothing = { weeklyHours: [], exceptions: [] };
      return Promise.resolve((chef) => ({ schedule: { ...chef, ...nothing }, held: [] }));
    });
    expect((await nextFree(chefs, undefined, 2, 3)).size).toBe(4);
    expect(asked).toEqual([4]);
  });
});

describe('home', () => {
  it('searches first, has pre-filtered links and says when money moves', async () => {
    const { text } = await get('/');
    expect(text).toMatch(/name="location"[^]*name="date"[^]*name="guests"/);
    expect(names(text)).toHaveLength(4);
    for (const [label, found] of [
      ['Korean', 1],
      ['Rated 4.5 or better', 3],
      ['For ten guests or more', 1],
    ] as const) {
      const [href = ''] = hrefs(text, label).filter((one) => one.startsWith('/explore?'));
      expect([label, names((await get(href)).text).length]).toEqual([label, found]);
    }
    expect(text).toContain('Nothing is charged yet');
  });
});
