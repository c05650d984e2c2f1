import { beforeAll, describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { buildBooking, buildChef, buildUser, signInAs } from '../../../support/app/factories.js';

const t = useTestApp();
const CHEFS = '/api/coocook/chefs';
const ids = async (query: string) => {
  const { body } = await t.send('get', `${CHEFS}?${query}`);
  return body.chefs.map((one: { name: string }) => one.name);
};

beforeAll(async () => {
  const make = (
    name: string,
    cuisineType: string,
    pricePerSession: number,
    rating: number | null,
  ) =>
    buildChef(t, { name, cuisineType, pricePerSession, rating, location: 'Seoul', maxGuests: 8 });
  await make('Park Min-jun', 'Korean', 120, 4.9);
  await make('Marco Rossi', 'Italian', 130, 4.7);
  await make('Tanaka Yuki', 'Japanese', 150, 4.8);
  await buildChef(t, { name: 'Lee 100%_a', location: 'Busan', maxGuests: 20 });
});

describe('finding chefs', () => {
  it('lists them best first, a page at a time, with links', async () => {
    const response = await t.send('get', `${CHEFS}?per_page=2&page=1`);
    expect(response.body).toMatchObject({ total: 4, pages: 2, current_page: 1 });
    expect(response.body.chefs.map((one: { name: string }) => one.name)).toEqual([
      'Park Min-jun',
      'Tanaka Yuki',
    ]);
    expect(response.headers.link).toContain(
      `<${CHEFS}?sort=recommended&page=2&per_page=2>; rel="next"`,
    );
    const beyond = await t.send('get', `${CHEFS}?per_page=2&page=9`);
    expect(beyond.body.chefs).toEqual([]);
    expect(beyond.headers.link).toContain('page=2&per_page=2>; rel="prev"');
  });

  it('filters', async () => {
    expect(await ids('q=park')).toEqual(['Park Min-jun']);
    expect(await ids('q=ITALIAN')).toEqual(['Marco Rossi']);
    expect(await ids('cuisine=Italian&cuisine=japanese')).toEqual(['Tanaka Yuki', 'Marco Rossi']);
    expect(await ids('location=busan')).toEqual(['Lee 100%_a']);
    expect(await ids('min_price=130&max_price=140')).toEqual(['Marco Rossi']);
    expect(await ids('min_rating=4.8')).toEqual(['Park Min-jun', 'Tanaka Yuki']);
    expect(await ids('guests=9')).toEqual(['Lee 100%_a']);
    expect(await ids('sort=price_desc&location=seoul')).toEqual([
      'Tanaka Yuki',
      'Marco Rossi',
      'Park Min-jun',
    ]);
    expect((await ids('sort=newest'))[0]).toBe('Lee 100%_a');
  });

  it('takes text for text', async () => {
    for (const field of ['q', 'location', 'cuisine']) {
      expect(await ids(`${field}=${encodeURIComponent("' OR '1'='1")}`)).toEqual([]);
    }
    expect(await ids('q=%25')).toEqual(['Lee 100%_a']);
    expect(await ids('q=100%25_a')).toEqual(['Lee 100%_a']);
    expect(await ids('q=_')).toEqual(['Lee 100%_a']);
  });

  it('shows only those who are free on a date', async () => {
    const chef = await t.db.chef.findFirstOrThrow({ where: { name: 'Park Min-jun' } });
    const user = await buildUser(t);
    await buildBooking(t, {
      userId: user.id,
      chefId: chef.id,
      date: '2026-11-28',
      time: '10:00',
      hours: 12,
    });
    expect(await ids('date=2026-11-28&location=seoul')).toEqual(['Tanaka Yuki', 'Marco Rossi']);
    expect(await ids('date=2026-11-29&location=seoul')).toHaveLength(3);
    expect(await ids('date=2020-01-01')).toEqual([]);
  });

  it.each([
    'page=0',
    'per_page=101',
    'per_page=x',
    'min_price=-1',
    'date=2026-02-30',
    'guests=0',
    'sort=best',
    'nonsense=1',
    'q=a&q=b',
    'min_rating=6',
    'q=%00',
  ])('refuses %s', async (query) => {
    expect((await t.send('get', `${CHEFS}?${query}`)).status).toBe(422);
  });
});

describe('one chef', () => {
  it('answers what anyone may see', async () => {
    const chef = await t.db.chef.findFirstOrThrow({ where: { name: 'Marco Rossi' } });
    const { body } = await t.send('get', `${CHEFS}/${chef.id}`);
    expect(body).toMatchObject({
      id: chef.id,
      name: 'Marco Rossi',
      cuisine_type: 'Italian',
      location: 'Seoul',
      price_per_session: 130,
      currency: 'KRW',
      rating: 4.7,
      time_zone: 'Asia/Seoul',
    });
    expect(body).not.toHaveProperty('user_id');
    expect((await t.send('get', `${CHEFS}/999`)).status).toBe(404);
  });

  it('gives the bookable starts day by day', async () => {
    const { id } = await buildChef(t);
    const at = `${CHEFS}/${id}/slots`;
    const { body } = await t.send('get', `${at}?from=2026-11-28&to=2026-11-29&duration_hours=12`);
    expect(body.days).toEqual([
      {
        date: '2026-11-28',
        starts: [
          {
            start_time: '10:00',
            starts_at: '2026-11-28T01:00:00.000Z',
            ends_at: '2026-11-28T13:00:00.000Z',
          },
        ],
      },
      expect.objectContaining({ date: '2026-11-29' }),
    ]);
    expect((await t.send('get', at)).body.days).toHaveLength(7);
    expect((await t.send('get', `${at}?from=2026-11-28&to=2026-11-27`)).status).toBe(422);
    expect((await t.send('get', `${at}?from=2026-11-28&to=2027-11-28`)).status).toBe(422);
    expect((await t.send('get', `${at}?duration_hours=13`)).status).toBe(422);
  });
});

describe('being a chef', () => {
  const profile = {
    name: 'New Chef',
    bio: 'Cooks.',
    cuisine_type: 'Thai',
    location: 'Seoul',
    price_per_session: 90,
    time_zone: 'Asia/Seoul',
  };

  it('begins once', async () => {
    const as = await signInAs(t, (await buildUser(t)).id);
    const become = () => t.send('post', CHEFS).set('Authorization', as).send(profile);
    expect((await t.send('post', CHEFS).send(profile)).status).toBe(401);
    const made = await become();
    expect(made.status).toBe(201);
    expect(made.headers.location).toBe(`${CHEFS}/${made.body.id}`);
    expect((await become()).status).toBe(409);
  });

  it('edits the own profile only, and only what it may', async () => {
    const chef = await buildChef(t);
    const as = await signInAs(t, chef.userId);
    const edit = (body: object, who = as) =>
      t.send('patch', `${CHEFS}/${chef.id}`).set('Authorization', who).send(body);
    const edited = await edit({ price_per_session: 200, bio: 'New.' });
    expect(edited.body).toMatchObject({ price_per_session: 200, bio: 'New.', name: chef.name });
    const stranger = await signInAs(t, (await buildUser(t)).id);
    expect((await edit({ bio: 'x' }, stranger)).status).toBe(403);
    for (const body of [
      {},
      { rating: 5 },
      { user_id: 1 },
      { price_per_session: 0 },
      { min_hours: 5, max_hours: 4 },
      { time_zone: 'Mars/Base' },
      { price_per_session: 1e308 },
    ]) {
      expect((await edit(body)).status).toBe(422);
    }
    await edit({ max_hours: 4 });
    expect((await edit({ min_hours: 6 })).status).toBe(422);
  });
});
