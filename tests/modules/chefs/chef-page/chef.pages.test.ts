import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../../../prisma/seed.js';
import { emptyDatabase, migrate } from '../../../../src/platform/database/migrate.js';
import { packageRoot } from '../../../../src/platform/paths.js';
import { NOW, useTestApp } from '../../../support/app/app.js';
import { openTestDatabase } from '../../../support/database/database.js';
import { buildBooking, buildChef, buildUser } from '../../../support/app/factories.js';
import { pageOf, type Part } from '../../../support/responses/html.js';

const t = useTestApp();
beforeAll(() => seed(t.db, new Date(NOW)));
/** NOW is Monday 23 November 2026, noon in Seoul. */
const page = async (path: string, language = 'en') =>
  pageOf(await request(t.app).get(path).set('Accept-Language', language));
const SUNDAYS = { create: [{ weekday: 7, opensAt: 600, closesAt: 900 }] };
const chosen = (shown: Part) => shown.texts('[aria-current="true"] .visually-hidden')[0];
const bookable = (shown: Part) =>
  shown.all('link', /^Book .*\d\d:\d\d$/).map((link) => link.name.replace(/^Book /, ''));
const hrefOf = (shown: Part, words: string) =>
  shown.all('link').find((link) => link.text.includes(words))?.href ?? '';

describe("a chef's free times", () => {
  it('begin with the first day that has one, by part of the day, each with its full name', async () => {
    const { id } = await buildChef(t, { weeklyHours: SUNDAYS });
    const shown = await page(`/chefs/${id}`);
    expect(chosen(shown)).toBe('Sun 29 Nov, 5 free times');
    expect(bookable(shown)).toEqual(
      ['10:00', '10:30', '11:00', '11:30', '12:00'].map((time) => `Sun 29 Nov at ${time}`),
    );
    expect(shown.text).toMatch(/Morning .*11:30.* Afternoon .*12:00/);
    expect(shown.has('heading', 'Morning')).toBe(true);
    expect(shown.has('heading', 'Evening')).toBe(false);
    expect(shown.text).toContain('Mon 23 Nov, nothing free');
    expect(shown.text).toContain('Seoul time');
    expect(hrefOf(shown, '12:00')).toBe(
      `/chefs/${id}/book?date=2026-11-29&start_time=12%3A00&duration_hours=3&guests=2`,
    );
  });

  it('turn by addresses of their own, within what can be booked', async () => {
    const { id } = await buildChef(t, { weeklyHours: SUNDAYS, horizonDays: 13 });
    const first = await page(`/chefs/${id}?duration_hours=3&guests=4`);
    expect(first.text).not.toContain('Earlier week');
    const later = hrefOf(first, 'Later week');
    expect(later).toBe(`/chefs/${id}?week=2026-11-30&duration_hours=3&guests=4#times`);
    const second = await page(later.replace('#times', ''));
    expect(chosen(second)).toBe('Sun 6 Dec, 5 free times');
    expect(second.text).not.toContain('Later week');
    expect(hrefOf(second, 'Earlier week')).toContain('week=2026-11-23');
    for (const date of ['2026-12-30', '2199-12-31']) {
      expect(chosen(await page(`/chefs/${id}?date=${date}`))).toBe('Sun 6 Dec, 5 free times');
    }
    expect(chosen(await page(`/chefs/${id}?date=2020-01-01`))).toContain('29 Nov');
  });

  it('say when a day or a week has none, and lead to the next', async () => {
    const { id } = await buildChef(t, { weeklyHours: SUNDAYS });
    const empty = await page(`/chefs/${id}?date=2026-11-25`);
    expect(chosen(empty)).toBe('Wed 25 Nov, nothing free');
    expect(empty.text).toContain('Nothing is free on this day.');
    const far = await buildChef(t, { weeklyHours: SUNDAYS });
    const user = await buildUser(t);
    for (const date of ['2026-11-29', '2026-12-06']) {
      await buildBooking(t, { userId: user.id, chefId: far.id, date, time: '10:00', hours: 5 });
    }
    expect(chosen(await page(`/chefs/${far.id}`))).toBe('Sun 13 Dec, 5 free times');
    const week = await page(`/chefs/${far.id}?week=2026-11-23`);
    expect(week.text).toContain('Nothing is free in these seven days.');
    expect(hrefOf(week, 'Next free day: Sun 13 Dec')).toContain('date=2026-12-13');
    const idle = await buildChef(t, { weeklyHours: {} });
    const never = await request(t.app).get(`/chefs/${idle.id}`);
    expect(never.status).toBe(200);
    expect(pageOf(never).text).toContain('Fewer hours may fit.');
  });

  it('are for a length that the chef cooks', async () => {
    const { id } = await buildChef(t, { minHours: 3, maxHours: 5 });
    expect((await page(`/chefs/${id}?duration_hours=1`)).text).toContain('For 3 hours');
    expect((await page(`/chefs/${id}?duration_hours=9`)).text).toContain('For 5 hours');
    const wrong = await request(t.app).get(`/chefs/${id}?date=x`);
    expect(wrong.status).toBe(422);
    expect(pageOf(wrong).errors()).toHaveProperty('date');
  });
});

describe("a chef's page", () => {
  it('tells only what the chef has told', async () => {
    const { id } = await buildChef(t, { name: 'Ann '.repeat(25).trim() });
    const answer = await request(t.app).get(`/chefs/${id}`);
    expect(answer.status).toBe(200);
    const shown = pageOf(answer);
    for (const words of ['Menus', 'What the price includes', 'in your kitchen', 'Speaks']) {
      expect(shown.text).not.toContain(words);
    }
    expect(shown.text).toContain('No reviews yet.');
    expect(shown.findAll(`img[src="/chefs/${id}/art/board.svg"]`)).not.toEqual([]);
    for (const path of ['art.svg', 'art/board.svg', 'art/table.svg']) {
      expect((await request(t.app).get(`/chefs/${id}/${path}`)).type).toBe('image/svg+xml');
    }
  });

  it('tells menus, languages, what is included and needed, in the language of the reader', async () => {
    const chef = await t.db.chef.findFirstOrThrow({ where: { name: 'Tanaka Yuki' } });
    const english = (await page(`/chefs/${chef.id}`)).text;
    const korean = (await page(`/chefs/${chef.id}`, 'ko')).text;
    for (const words of [
      'Speaks Japanese, Korean, English',
      'Kaiseki in nine',
      'Setting the table',
      'A gas flame',
      'Only diners who booked Tanaka Yuki here',
    ]) {
      expect(english).toContain(words);
    }
    expect(english).toMatch(/Not included .*Drinks/);
    for (const words of ['일본어, 한국어, 영어', '테이블 세팅', '가스불', '가이세키']) {
      expect(korean).toContain(words);
    }
  });
});

describe('what the seed tells of the demo chefs', () => {
  it('comes to databases that were seeded before, and is never written over', async () => {
    const chefs = await t.db.chef.findMany({
      where: { user: { email: { contains: '@coocook.test' } } },
    });
    const [first, second] = chefs;
    await t.db.chefDetails.delete({ where: { chefId: first?.id ?? 0 } });
    await t.db.chefDetails.update({ where: { chefId: second?.id ?? 0 }, data: { menus: [] } });
    await seed(t.db, new Date(NOW));
    const details = await t.db.chefDetails.findMany({
      where: { chefId: { in: chefs.map(({ id }) => id) } },
    });
    expect(details).toHaveLength(5);
    expect(details.find(({ chefId }) => chefId === second?.id)?.menus).toEqual([]);
    expect(details.find(({ chefId }) => chefId === first?.id)?.menus).not.toEqual([]);
  });
});

describe('the migration', () => {
  it('leaves chefs that were there as they are', async () => {
    const all = join(packageRoot(), 'prisma', 'migrations');
    const before = mkdtempSync(join(tmpdir(), 'coocook-before-'));
    cpSync(all, before, { recursive: true });
    for (const name of readdirSync(before)) {
      if (name >= '20261121130000' && name < 'migration')
        rmSync(join(before, name), { recursive: true });
    }
    const database = await openTestDatabase();
    await emptyDatabase(database);
    await migrate(database, before);
    await database.prisma.$executeRaw`
      INSERT INTO users (id, email, name, password_hash, updated_at)
      VALUES (7, 'old@example.test', 'Old', 'none', now())`;
    await database.prisma.$executeRaw`
      INSERT INTO chefs (id, user_id, name, bio, cuisine_type, location, price_per_session, time_zone, updated_at)
      VALUES (7, 7, 'Old', 'Cooks.', 'Thai', 'Seoul', 100, 'Asia/Seoul', now())`;
    expect(await migrate(database)).toContain('20261121130000_chef_details');
    expect(
      await database.prisma.chef.findUniqueOrThrow({
        where: { id: 7 },
        include: { details: true, gallery: true },
      }),
    ).toMatchObject({ name: 'Old', details: null, gallery: [] });
    await expect(
      database.prisma.$executeRaw`INSERT INTO chef_details (chef_id, menus) VALUES (7, '{}')`,
    ).rejects.toThrow();
    await database.close();
    rmSync(before, { recursive: true });
  });
});
