import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { pageOf, titleOf, type Part } from '../../../support/responses/html.js';
import { hasMessage, PAGE, useCook } from './setup.js';

const t = useTestApp();
const { cook, send, newcomer, shown, filled } = useCook(t);
const named = (page: Part, start: string) => page.findAll(`[name^="${start}"]`).length;
const stored = async () =>
  t.db.weeklyHours.findMany({
    where: { chefId: cook.chefId },
    orderBy: [{ weekday: 'asc' }, { opensAt: 'asc' }],
    select: { weekday: true, opensAt: true, closesAt: true },
  });

describe('the page of the schedule', () => {
  it('is for chefs: others are told how to become one', async () => {
    const diner = await newcomer();
    expect(pageOf(await diner.get(PAGE)).text).toContain('You are not a chef yet');
    expect(pageOf(await diner.get('/explore')).hrefs()).not.toContain('/chef/today');
    expect((await send(diner, PAGE, {})).headers.location).toBe(PAGE);
    expect((await request(t.app).get(PAGE)).headers.location).toBe(
      '/sign-in?next=%2Fchef%2Fschedule',
    );
    expect((await shown('/explore')).hrefs()).toContain('/chef/today');
    expect((await shown('/chef/today')).hrefs()).toContain(PAGE);
  });

  it('has taken over from the profile what belongs to it', async () => {
    const profile = await shown('/chef/profile');
    expect(profile.hrefs()).toContain(PAGE);
    for (const name of ['time_zone', 'min_hours', 'max_hours', 'max_guests']) {
      expect(profile.fields(name)).toEqual([]);
      expect((await shown()).fields(name)).toHaveLength(1);
    }
    const becoming = pageOf(await (await newcomer()).get('/chef/profile'));
    expect(becoming.fields('time_zone')).toHaveLength(1);
    expect(becoming.fields('max_guests')).toEqual([]);
  });

  it('saves hours and settings: pairs are added, changed and removed', async () => {
    const hours = {
      opens_6_2: '18:00',
      closes_6_2: '02:00',
      opens_1_1: '',
      closes_1_1: '',
      opens_7_1: '00:00',
      closes_7_1: '00:00',
    };
    const response = await send(cook.browser, PAGE, await filled(hours));
    expect([response.status, response.headers.location]).toEqual([303, PAGE]);
    expect(await stored()).toEqual([
      { weekday: 6, opensAt: 600, closesAt: 840 },
      { weekday: 6, opensAt: 1080, closesAt: 1560 },
      { weekday: 7, opensAt: 0, closesAt: 1440 },
    ]);
    expect(await t.db.chef.findUniqueOrThrow({ where: { id: cook.chefId } })).toMatchObject({
      bufferBeforeMinutes: 30,
      bufferAfterMinutes: 15,
      startStepMinutes: 60,
      minimumNoticeHours: 5,
      horizonDays: 90,
      maxHours: 6,
      maxGuests: 8,
    });
    const page = await shown();
    expect(page.text).toContain('Your schedule is saved.');
    expect(page.find('#closes_6_2').attribute('name')).toBe('closes_6_2');
    expect(page.values('closes_6_2')).toEqual(['02:00']);
    expect(page.values('opens_6_3')).toEqual(['']);
    expect(named(page, 'opens_1_2')).toBe(0);
  });

  it('keeps every value when something is wrong, the message beside its field', async () => {
    const wrong = {
      opens_6_2: '13:00',
      closes_6_2: '',
      opens_2_5: '9',
      closes_2_5: '12:00',
      max_guests: 'many',
      horizon_days: '5000',
    };
    const response = await send(cook.browser, PAGE, await filled(wrong));
    expect(response.status).toBe(422);
    const page = pageOf(response);
    expect(titleOf(page)).toMatch(/^Error: Your schedule/);
    for (const field of ['opens_2_1', 'closes_6_2', 'max_guests', 'horizon_days']) {
      expect(page.errors()).toHaveProperty([field]);
      expect([field, hasMessage(page, field)]).toEqual([field, true]);
    }
    expect(page.text).toContain('Saturday: Enter a time.');
    for (const value of ['13:00', '9', 'many', '5000']) {
      expect([value, page.findAll(`input[value="${value}"]`).length]).toEqual([value, 1]);
    }
    expect(named(page, 'opens_1_2')).toBe(0);
    expect(await stored()).toHaveLength(7);
  });

  it('shows what the service refuses beside its field, too', async () => {
    const overlapping = { opens_6_2: '13:00', closes_6_2: '15:00', min_hours: '7' };
    const response = await send(cook.browser, PAGE, await filled(overlapping));
    expect(response.status).toBe(422);
    const page = pageOf(response);
    expect(page.text).toContain('Saturday: This overlaps other hours of the same day.');
    expect(hasMessage(page, 'opens_6_2')).toBe(true);
    expect(hasMessage(page, 'max_hours')).toBe(true);
    const many = Object.fromEntries(
      Array.from({ length: 71 }, (_, index) => [
        [`opens_1_${index + 1}`, '10:00'],
        [`closes_1_${index + 1}`, '10:05'],
      ]).flat(),
    ) as object;
    const tooMany = await send(cook.browser, PAGE, await filled(many));
    expect(tooMany.status).toBe(422);
    expect(pageOf(tooMany).text).toContain('Enter at most 70 ranges a week.');
  });

  it('does not write over what was changed meanwhile, and keeps what was entered', async () => {
    const old = await filled({ max_guests: '7' });
    await send(cook.browser, PAGE, await filled({ max_guests: '9' }));
    const late = await send(cook.browser, PAGE, old);
    expect(late.status).toBe(412);
    const page = pageOf(late);
    expect(page.text).toContain('The schedule was changed since you opened this page.');
    expect(page.values('max_guests')).toEqual(['7']);
    const chef = () => t.db.chef.findUniqueOrThrow({ where: { id: cook.chefId } });
    expect((await chef()).maxGuests).toBe(9);
    const wrong = await send(cook.browser, PAGE, { ...old, max_guests: '' });
    expect(pageOf(wrong).values('version')).toContain(old.version);
    const [seen] = page.values('version');
    expect((await send(cook.browser, PAGE, { ...old, version: seen })).status).toBe(303);
    expect((await chef()).maxGuests).toBe(7);
    expect((await send(cook.browser, PAGE, { ...old, version: 'x' })).status).toBe(412);
  });
});
