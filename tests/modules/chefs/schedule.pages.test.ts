import request from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { useTestApp } from '../../support/app.js';
import { buildBooking, buildUser } from '../../support/factories.js';

const t = useTestApp();
type Browser = ReturnType<typeof request.agent>;
let browser: Browser;
let chefId: number;
let count = 0;

/** Somebody who has just registered, by the pages. */
async function newcomer(): Promise<Browser> {
  const agent = request.agent(t.app);
  const email = `schedule${(count += 1)}@example.test`;
  await send(agent, '/register', { name: 'Cook', email, password: 'a long password' });
  return agent;
}
const send = (agent: Browser, path: string, body: object) =>
  agent.post(path).type('form').send(body);

beforeEach(async () => {
  browser = await newcomer();
  const profile = {
    name: 'Cook',
    bio: 'Cooks.',
    cuisine_type: 'Thai',
    location: 'Seoul',
    price_per_session: '90',
    time_zone: 'Asia/Seoul',
    cancellation_policy: 'strict',
  };
  expect((await send(browser, '/chef/profile', profile)).status).toBe(303);
  chefId = (await t.db.chef.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
});

const PAGE = '/chef/schedule';
const shown = async (path = PAGE) => (await browser.get(path)).text;
const version = async () => /name="version" value="(\d+)"/.exec(await shown())?.[1] ?? '';
/** What the form sends, with Saturday's hours alone unless a test says more. */
const filled = async (given: object = {}) => ({
  version: await version(),
  time_zone: 'Asia/Seoul',
  min_hours: '1',
  max_hours: '6',
  max_guests: '8',
  buffer_before_minutes: '30',
  buffer_after_minutes: '15',
  start_step_minutes: '60',
  minimum_notice_hours: '5',
  horizon_days: '90',
  opens_6_1: '10:00',
  closes_6_1: '14:00',
  opens_6_2: '',
  closes_6_2: '',
  ...given,
});
const stored = async () =>
  t.db.weeklyHours.findMany({
    where: { chefId },
    orderBy: [{ weekday: 'asc' }, { opensAt: 'asc' }],
    select: { weekday: true, opensAt: true, closesAt: true },
  });
const book = async (date: string, time: string, hours = 2) => {
  const { id: userId } = await buildUser(t);
  return buildBooking(t, { userId, chefId, date, time, hours });
};

describe('the page of the schedule', () => {
  it('is for chefs: others are told how to become one', async () => {
    const diner = await newcomer();
    expect((await diner.get(PAGE)).text).toContain('You are not a chef yet');
    expect((await diner.get('/explore')).text).not.toContain('href="/chef/today"');
    expect((await send(diner, PAGE, {})).headers.location).toBe(PAGE);
    expect((await request(t.app).get(PAGE)).headers.location).toBe(
      '/sign-in?next=%2Fchef%2Fschedule',
    );
    expect(await shown('/explore')).toContain('href="/chef/today"');
    expect(await shown('/chef/today')).toContain(`href="${PAGE}"`);
  });

  it('has taken over from the profile what belongs to it', async () => {
    const profile = await shown('/chef/profile');
    expect(profile).toContain(`href="${PAGE}"`);
    for (const name of ['time_zone', 'min_hours', 'max_hours', 'max_guests']) {
      expect(profile).not.toContain(`name="${name}"`);
      expect(await shown()).toContain(`name="${name}"`);
    }
    const becoming = (await (await newcomer()).get('/chef/profile')).text;
    expect(becoming).toContain('name="time_zone"');
    expect(becoming).not.toContain('name="max_guests"');
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
    const response = await send(browser, PAGE, await filled(hours));
    expect([response.status, response.headers.location]).toEqual([303, PAGE]);
    expect(await stored()).toEqual([
      { weekday: 6, opensAt: 600, closesAt: 840 },
      { weekday: 6, opensAt: 1080, closesAt: 1560 },
      { weekday: 7, opensAt: 0, closesAt: 1440 },
    ]);
    expect(await t.db.chef.findUniqueOrThrow({ where: { id: chefId } })).toMatchObject({
      bufferBeforeMinutes: 30,
      bufferAfterMinutes: 15,
      startStepMinutes: 60,
      minimumNoticeHours: 5,
      horizonDays: 90,
      maxHours: 6,
      maxGuests: 8,
    });
    const page = await shown();
    expect(page).toContain('Your schedule is saved.');
    expect(page).toContain('id="closes_6_2" name="closes_6_2" value="02:00"');
    expect(page).toContain('id="opens_6_3" name="opens_6_3" value=""');
    expect(page).not.toContain('opens_1_2');
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
    const response = await send(browser, PAGE, await filled(wrong));
    expect(response.status).toBe(422);
    expect(response.text).toContain('<title>Error: Your schedule');
    for (const field of ['opens_2_1', 'closes_6_2', 'max_guests', 'horizon_days']) {
      expect(response.text).toContain(`href="#${field}"`);
      expect(response.text).toContain(`id="${field}-error"`);
    }
    expect(response.text).toContain('Saturday: Enter a time.');
    for (const value of ['13:00', '9', 'many', '5000']) {
      expect(response.text).toContain(`value="${value}"`);
    }
    expect(response.text).not.toContain('opens_1_2');
    expect(await stored()).toHaveLength(7);
  });

  it('shows what the service refuses beside its field, too', async () => {
    const overlapping = { opens_6_2: '13:00', closes_6_2: '15:00', min_hours: '7' };
    const response = await send(browser, PAGE, await filled(overlapping));
    expect(response.status).toBe(422);
    expect(response.text).toContain('Saturday: This overlaps other hours of the same day.');
    expect(response.text).toContain('id="opens_6_2-error"');
    expect(response.text).toContain('id="max_hours-error"');
    const many = Object.fromEntries(
      Array.from({ length: 71 }, (_, index) => [
        [`opens_1_${index + 1}`, '10:00'],
        [`closes_1_${index + 1}`, '10:05'],
      ]).flat(),
    ) as object;
    const tooMany = await send(browser, PAGE, await filled(many));
    expect(tooMany.status).toBe(422);
    expect(tooMany.text).toContain('Enter at most 70 ranges a week.');
  });

  it('does not write over what was changed meanwhile, and keeps what was entered', async () => {
    const old = await filled({ max_guests: '7' });
    await send(browser, PAGE, await filled({ max_guests: '9' }));
    const late = await send(browser, PAGE, old);
    expect(late.status).toBe(412);
    expect(late.text).toContain('The schedule was changed since you opened this page.');
    expect(late.text).toMatch(/name="max_guests"[^>]* value="7"/);
    const chef = () => t.db.chef.findUniqueOrThrow({ where: { id: chefId } });
    expect((await chef()).maxGuests).toBe(9);
    const wrong = await send(browser, PAGE, { ...old, max_guests: '' });
    expect(wrong.text).toContain(`name="version" value="${old.version}"`);
    const seen = /name="version" value="(\d+)"/.exec(late.text)?.[1];
    expect((await send(browser, PAGE, { ...old, version: seen })).status).toBe(303);
    expect((await chef()).maxGuests).toBe(7);
    expect((await send(browser, PAGE, { ...old, version: 'x' })).status).toBe(412);
  });
});

describe('exceptions', () => {
  const add = (body: object) => send(browser, `${PAGE}/exceptions`, body);
  const extra = {
    date: '2026-11-28',
    kind: 'extra_hours',
    opens: '22:00',
    closes: '01:00',
  };

  it('are added and removed, and stay when hours are saved', async () => {
    expect((await add({ ...extra, kind: 'day_off', opens: '', closes: '' })).status).toBe(303);
    expect((await add(extra)).headers.location).toBe(PAGE);
    const page = await shown();
    expect(page).toContain('Extra hours added.');
    expect(page).toContain('Working 22:00–24:00');
    expect(page).toContain('Working 00:00–01:00, 10:00–22:00');
    await send(browser, PAGE, await filled());
    expect(await t.db.availabilityException.count({ where: { chefId } })).toBe(2);

    const remove = `${PAGE}/exceptions/remove`;
    expect((await send(browser, remove, { ...extra, closes: '' })).status).toBe(303);
    expect(await t.db.availabilityException.findMany({ where: { chefId } })).toMatchObject([
      { kind: 'day_off' },
    ]);
    expect((await send(browser, remove, { date: '2026-11-28', kind: 'day_off' })).status).toBe(303);
    expect(await shown()).toContain('None from today on');
    expect((await send(browser, remove, { kind: 'x' })).status).toBe(422);
  });

  it.each([
    [{ date: '2026-11-22' }, 'date', 'Choose today or a later date.'],
    [{ date: '' }, 'date', 'Enter a date.'],
    [{ closes: '' }, 'closes', 'Enter a time.'],
    [{ kind: 'day_off' }, 'kind', 'A day off has no times'],
  ])('are refused with %j, everything kept', async (given, field, message) => {
    const response = await add({ ...extra, ...given });
    expect(response.status).toBe(422);
    expect(response.text).toContain(message);
    expect(response.text).toContain(`id="${field}-error"`);
    expect(response.text).toContain('id="opens" name="opens" value="22:00"');
    expect(response.text).toContain('id="opens_1_1" name="opens_1_1" value="10:00"');
  });

  it('are not added twice', async () => {
    await add(extra);
    const again = await add(extra);
    expect(again.status).toBe(422);
    expect(again.text).toContain('This date has such an exception already.');
    expect(again.text).toContain('id="date-error"');
  });
});

describe('the week at a glance', () => {
  it('shows seven days from today on, and the weeks after', async () => {
    const days = (page: string) => [...page.matchAll(/<h3>([^<]+)<\/h3>/g)].map(([, day]) => day);
    const thisWeek = await shown();
    expect(days(thisWeek).slice(0, 7)).toEqual([
      'Today, Mon 23 Nov',
      'Tue 24 Nov',
      'Wed 25 Nov',
      'Thu 26 Nov',
      'Fri 27 Nov',
      'Sat 28 Nov',
      'Sun 29 Nov',
    ]);
    expect(thisWeek).toContain(`href="${PAGE}?week=1"`);
    expect(thisWeek).not.toContain('Earlier week');
    const next = await shown(`${PAGE}?week=1`);
    expect(days(next)[0]).toBe('Mon 30 Nov');
    expect(next).toMatch(new RegExp(`href="${PAGE}"[^>]*>Earlier week`.replace('?', '\\?')));
    expect(days(await shown(`${PAGE}?week=-1`))[0]).toBe('Today, Mon 23 Nov');
  });

  it('draws and tells meals with their buffers, also past midnight', async () => {
    await send(browser, PAGE, await filled({ opens_6_1: '18:00', closes_6_1: '02:00' }));
    const { id } = await book('2026-11-28', '22:00', 3);
    const page = await shown();
    expect(page).toContain('Working 18:00–24:00');
    expect(page).toContain('Working 00:00–02:00');
    expect(page.match(new RegExp(`href="/bookings/${id}"`, 'g'))).toHaveLength(4);
    expect(page).toContain('22:00 – Sun 29 Nov 01:00');
    expect(page).toContain('(kept free 21:30 – Sun 29 Nov 01:15)');
    expect(page).toContain('Sat 28 Nov 22:00 – 01:00');
    expect(page).toMatch(/class="week-meal" x="91.67%" [^>]*width="8.33%"/);
    expect(page).toMatch(/class="week-meal" x="0.00%" [^>]*width="4.17%"/);
    expect(page).toMatch(/class="week-held" x="89.58%" [^>]*width="10.42%"/);
    expect(page).not.toContain('outside your hours');
  });

  it('names the bookings that the hours of now leave outside', async () => {
    const { id } = await book('2026-12-01', '12:00');
    await book('2026-12-05', '11:00');
    await send(browser, PAGE, await filled());
    const page = await shown();
    expect(page).toContain('1 booking lies outside your hours');
    expect(page).toContain(
      `<a href="/bookings/${id}">Booking ${id}</a>, Tue 1 Dec 2026, 12:00–14:00`,
    );
    expect(page).toContain('Existing bookings stay as they are');
  });
});
