import fc from 'fast-check';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { Prisma, type Chef } from '../../../../src/generated/prisma/client.js';
import { createAvailabilityService } from '../../../../src/modules/chefs/availability/availability.service.js';
import { chefSearchQuery } from '../../../../src/modules/chefs/search/search.schemas.js';
import { createSearchService } from '../../../../src/modules/chefs/search/search.service.js';
import { ask } from '../../../../src/platform/database/questions.js';
import { addDays } from '../../../../src/platform/time/instants.js';
import { useTestApp } from '../../../support/app/app.js';
import { buildChef } from '../../../support/app/factories.js';
import { clonePostgres } from '../../../support/database/database.js';
import { notingDb } from '../../../support/database/noting-db.js';
import { pageOf } from '../../../support/responses/html.js';
import { offeredPlans } from '../../../../src/modules/subscriptions/subscriptions.data.js';

const t = useTestApp({ open: () => clonePostgres() });
const CHEFS = '/api/coocook/chefs';
const MANY = 10_050;
const SATURDAY = '2026-11-28';

/**
 * The best 4,050 work on Mondays, the others on Saturdays, every second of these not on this one. One in
 * seven tells of dumplings, a few of quinces, and very few have either in their name.
 */
async function addMany() {
  await t.db.$executeRaw`
    INSERT INTO users (email, name, password_hash, updated_at)
      SELECT 'cook' || n || '@example.test', 'Cook', 'none', now()
        FROM generate_series(1, ${MANY}) AS n`;
  await t.db.$executeRaw`
    INSERT INTO chefs (user_id, name, bio, cuisine_type, location, price_per_session, time_zone,
        rating_count, updated_at)
      SELECT id, 'Cook' || CASE WHEN n % 3000 = 2999 THEN ' Dumplings' WHEN n % 5000 = 1 THEN ' Quince' ELSE '' END,
        'Cooks.' || CASE WHEN n % 7 = 0 THEN ' Dumplings.' WHEN n % 901 = 0 THEN ' Quince.' ELSE '' END,
        'Korean', 'Seoul', 100, 'Asia/Seoul', ${MANY} - n, now()
        FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM users) AS numbered`;
  await t.db.$executeRaw`
    INSERT INTO weekly_hours (chef_id, weekday, opens_at, closes_at)
      SELECT id, CASE WHEN rating_count >= 6000 THEN 1 ELSE 6 END, 600, 1320 FROM chefs`;
  await t.db.$executeRaw`
    INSERT INTO availability_exceptions (chef_id, date, kind)
      SELECT id, ${SATURDAY}::date, 'day_off' FROM chefs
        WHERE rating_count < 6000 AND rating_count % 2 = 1`;
}

const range = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 24 }))
  .map(([hour, long]) => ({ opensAt: hour * 60, closesAt: (hour + long) * 60 }));
const schedules = fc.record({
  timeZone: fc.constantFrom('Asia/Seoul', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Etc/UTC'),
  horizonDays: fc.integer({ min: 1, max: 9 }),
  minHours: fc.integer({ min: 1, max: 3 }),
  weekly: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 7 }), range), {
    maxLength: 3,
    selector: ([weekday]) => weekday,
  }),
  daysOff: fc.uniqueArray(fc.integer({ min: -1, max: 10 }), { maxLength: 4 }),
  extra: fc.uniqueArray(fc.tuple(fc.integer({ min: -1, max: 10 }), range), {
    maxLength: 2,
    selector: ([day]) => day,
  }),
});

/** Chefs of the cuisine "Any", with schedules of all kinds. */
async function addAnySchedules() {
  const dateOf = (day: number) => new Date(`${addDays('2026-11-23', day)}T00:00:00Z`);
  for (const { weekly, daysOff, extra, ...terms } of fc.sample(schedules, {
    seed: 7,
    numRuns: 80,
  })) {
    await buildChef(t, {
      ...terms,
      cuisineType: 'Any',
      weeklyHours: { create: weekly.map(([weekday, hours]) => ({ weekday, ...hours })) },
      exceptions: {
        create: [
          ...daysOff.map((day) => ({ date: dateOf(day), kind: 'day_off' as const })),
          ...extra.map(([day, hours]) => ({
            date: dateOf(day),
            kind: 'extra_hours' as const,
            ...hours,
          })),
        ],
      },
    });
  }
}

/** A search service that notes its statements and how many chefs it looks at. */
function noting() {
  const noted = { statements: 0, lookedAt: 0 };
  const db = notingDb(t.db, () => (noted.statements += 1));
  const bookedTimes = () => ({ statement: Prisma.sql`SELECT WHERE false`, read: () => [] });
  const offerQuestion = () => offeredPlans('coocook');
  const deps = { db, clock: t.clock, bookedTimes, offerQuestion };
  const availability = createAvailabilityService(deps);
  const freeOn: typeof availability.freeOn = (ids, ...rest) => {
    noted.lookedAt += ids.length;
    return availability.freeOn(ids, ...rest);
  };
  const service = createSearchService(deps, { ...availability, freeOn });
  const search = (query: object) => service.search(chefSearchQuery.parse(query));
  const freeAmong = async (chefs: Chef[], date: string) => {
    const ids = chefs.map(({ id }) => id);
    const calendarOf = await ask(t.db, availability.calendarsQuestion(ids, date, date));
    return chefs.filter(
      (chef) => availability.firstIn(calendarOf(chef), date, chef.minHours) !== null,
    );
  };
  return { noted, search, freeAmong };
}

const explore = async (query: string, language = 'en') =>
  pageOf(await request(t.app).get(`/explore?${query}`).set('Accept-Language', language));

beforeAll(async () => {
  await addMany();
  await addAnySchedules();
});

describe('a search by date among ten thousand chefs', () => {
  it('looks at a thousand of those who may be free, all at once', async () => {
    const { noted, search } = noting();
    const { chefs, total, more } = await search({ date: SATURDAY, cuisine: ['Korean'] });
    expect({ ...noted, total, more }).toEqual({
      statements: 1 + 1,
      lookedAt: 1000,
      total: 1000,
      more: true,
    });
    expect(chefs.map((chef) => chef.ratingCount).slice(0, 3)).toEqual([5998, 5996, 5994]);
  });

  it('finds those behind thousands who are booked up', async () => {
    const [last] = await t.db.$queryRaw<{ id: number }[]>`
      SELECT id FROM chefs WHERE rating_count < 6000 AND rating_count % 2 = 0 ORDER BY rating_count LIMIT 1`;
    const close = (dates: string[]) => t.db.$executeRaw`
      UPDATE chef_search SET closed_dates = ${dates}::date[] WHERE chef_id <> ${last?.id}`;
    await close([SATURDAY]);
    const { noted, search } = noting();
    const { chefs, total, more } = await search({ date: SATURDAY });
    await close([]);
    expect([chefs.map(({ id }) => id), total, more]).toEqual([[last?.id], 1, false]);
    expect(noted).toEqual({ statements: 1, lookedAt: 1 });
  });

  it('looks at nobody on a day that is over, or that nobody takes bookings for', async () => {
    for (const date of ['2026-11-21', '2030-01-01']) {
      const { noted, search } = noting();
      expect(await search({ date })).toMatchObject({ chefs: [], total: 0, more: false, pages: 0 });
      expect(noted.lookedAt).toBe(0);
    }
  });

  it('says that there are at least so many, and has pages for those', async () => {
    const { body } = await t.send('get', `${CHEFS}?date=${SATURDAY}&page=84`);
    expect(body).toMatchObject({ total: 1000, total_is_at_least: true, pages: 84 });
    expect(body.chefs).toHaveLength(4);
    const beyond = await t.send('get', `${CHEFS}?date=${SATURDAY}&page=85`);
    expect([beyond.status, beyond.body.errors]).toEqual([
      422,
      [{ pointer: '/page', detail: 'Choose a page from 1 to 84, or narrow the search.' }],
    ]);
    const page = await explore(`date=${SATURDAY}&page=85`);
    expect(page.text).toContain('At least 1000 chefs');
    expect(page.text).toContain('There is no page 85');
  });

  it('leaves out nobody who is free', async () => {
    const { search, freeAmong } = noting();
    const all = await t.db.chef.findMany({ where: { cuisineType: 'Any' } });
    for (let day = -2; day <= 11; day += 1) {
      const date = addDays('2026-11-23', day);
      const free = await freeAmong(all, date);
      const found = await search({ date, cuisine: ['any'], per_page: 100 });
      const ids = found.chefs.map((chef) => chef.id).sort((a, b) => a - b);
      expect([date, ids]).toEqual([date, free.map((chef) => chef.id).sort((a, b) => a - b)]);
      expect(found.more).toBe(false);
    }
  });
});

describe('a list of ten thousand chefs', () => {
  it('counts no further, and ends there', async () => {
    const last = await t.send('get', `${CHEFS}?page=834`);
    expect(last.body).toMatchObject({ total: 10_000, total_is_at_least: true, pages: 834 });
    expect(last.headers.link).not.toContain('rel="next"');
    for (const page of [835, 1_000_000]) {
      const { status, body } = await t.send('get', `${CHEFS}?page=${page}`);
      expect([status, body.errors[0].pointer]).toEqual([422, '/page']);
    }
    const page = await explore('page=1000000', 'ko');
    expect(page.text).toContain('셰프 10000명 이상');
    expect(page.text).toContain('1000000페이지는 없어요');
  });

  it.each(['dumplings', 'quince', 'cook quince', 'korean dumplings'])(
    'has all with "%s" in order, whether they are among the first chefs or not',
    async (q) => {
      const words = q.split(' ');
      const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
      const all = await t.db.chef.findMany({ orderBy: [{ ratingCount: 'desc' }, { id: 'asc' }] });
      const heading = (chef: Chef) => [chef.name, chef.cuisineType, chef.location].join(' ');
      const having = all.filter((chef) => has(`${heading(chef)} ${chef.bio}`));
      const near = having.filter((chef) => has(heading(chef)));
      const recommended = [...near, ...having.filter((chef) => !near.includes(chef))];
      const newest = having.toSorted((a, b) => b.id - a.id);
      const { search } = noting();
      for (const [sort, wanted] of Object.entries({ recommended, newest })) {
        for (const [page, perPage] of [
          [1, 12],
          [3, 12],
          [2, 100],
        ] as const) {
          const found = await search({ q, sort, page, per_page: perPage });
          const ids = wanted.slice((page - 1) * perPage, page * perPage).map(({ id }) => id);
          expect([found.chefs.map(({ id }) => id), found.total]).toEqual([ids, wanted.length]);
        }
      }
    },
  );

  it('tells the exact number of fewer, whatever the page', async () => {
    const { status, body } = await t.send('get', `${CHEFS}?cuisine=Any&page=1000000`);
    expect([status, body]).toEqual([
      200,
      { chefs: [], total: 80, pages: 7, current_page: 1_000_000 },
    ]);
  });
});
