import { beforeAll, describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import {
  buildBooking,
  buildChef,
  buildDiner,
  buildUser,
  signInAs,
} from '../../../support/app/factories.js';
import { pageOf, type Part } from '../../../support/responses/html.js';

const t = useTestApp();
let dinerId: number;

beforeAll(async () => {
  ({ id: dinerId } = await buildDiner(t));
  await t.db.user.update({ where: { id: dinerId }, data: { name: 'Kim <Seo-yeon>' } });
});

async function newChef(given: Parameters<typeof buildChef>[1] = {}) {
  const { id, userId } = await buildChef(t, given);
  return { id, auth: await signInAs(t, userId) };
}
type Someone = { auth: string };
const get = (path: string, who: Someone, language = 'en') =>
  t
    .send('get', path)
    .set('Accept', 'text/html')
    .set('Accept-Language', language)
    .set('Authorization', who.auth);
const post = (path: string, who: Someone, body: object = {}) =>
  t.send('post', path).set('Authorization', who.auth).type('form').send(body);
const requestCards = (page: Part) => page.findAll('li.request[data-booking]');
const bookingIdOf = (card: Part) => Number(card.attribute('data-booking'));
const cardOf = (page: Part, id: number) =>
  requestCards(page).find((card) => bookingIdOf(card) === id)?.text ?? '';

describe('the inbox', () => {
  it.each(['nothing', 'constructor'])('shows the requests for a list named %s', async (tab) => {
    const answer = await get(`/chef/inbox?tab=${tab}`, await newChef());
    expect(answer.status).toBe(200);
    const tabs = pageOf(answer).findAll('.tabs a[aria-current="page"]');
    expect(tabs.map((one) => one.href)).toEqual([expect.stringMatching(/tab=requests$/)]);
  });

  it('has the request with the soonest deadline first, with its countdown', async () => {
    const chef = await newChef();
    const book = (date: string) =>
      buildBooking(t, { userId: dinerId, chefId: chef.id, date, time: '18:00' });
    const [first, second] = [await book('2026-12-01'), await book('2026-12-02')];
    const expiresAt = new Date('2026-11-23T05:30:00Z');
    await t.db.booking.update({ where: { id: second.id }, data: { expiresAt } });
    const page = pageOf(await get('/chef/inbox', chef));
    expect(requestCards(page).map(bookingIdOf)).toEqual([second.id, first.id]);
    const countdown = page.find('time.countdown.countdown-soon');
    expect(countdown.text).toBe('in 2 hours');
    const until = countdown.attribute('datetime');
    expect(Date.parse(until ?? '')).toBe(expiresAt.getTime());
    expect(
      ['data-until', 'data-words', 'data-passed'].map((one) => countdown.attribute(one)),
    ).toEqual([until, 'in …', 'passed']);
    expect(page.find(`a[href="/bookings/${second.id}/decline"]`).attribute('data-dialog')).toBe('');
    const korean = pageOf(await get('/chef/inbox', chef, 'ko'));
    expect(korean.texts('time')).toContain('2시간 남음');
  });

  it('tells what else is on that day, and when the chef does not work', async () => {
    const chef = await newChef();
    const book = (date: string, time: string, status: 'pending' | 'confirmed' = 'pending') =>
      buildBooking(t, { userId: dinerId, chefId: chef.id, date, time, status });
    const lunch = await book('2026-12-03', '11:00', 'confirmed');
    const tea = await book('2026-12-03', '13:30');
    const off = await book('2026-12-04', '18:00');
    const late = await book('2026-12-05', '21:00');
    const free = await book('2026-12-06', '18:00');
    await t.db.availabilityException.create({
      data: { chefId: chef.id, date: new Date('2026-12-04'), kind: 'day_off' },
    });
    const inbox = pageOf(await get('/chef/inbox', chef));
    expect(cardOf(inbox, tea.id)).toContain(
      `You cook #${lunch.id} from 11:00 to 13:00, 30 min between them.`,
    );
    expect(cardOf(inbox, off.id)).toContain('You have taken this day off.');
    expect(cardOf(inbox, late.id)).toContain('This lies outside your working hours.');
    expect(cardOf(inbox, free.id)).toContain('Within your hours, and nothing else that day.');
    const upcoming = pageOf(await get('/chef/inbox?tab=upcoming', chef));
    expect(upcoming.text).not.toContain('Your day then');
    const page = pageOf(await get(`/bookings/${tea.id}`, chef));
    expect(page.text).toContain(`You cook #${lunch.id} from 11:00`);
    const diner = { auth: await signInAs(t, dinerId) };
    const seen = pageOf(await get(`/bookings/${tea.id}`, diner));
    expect(seen.text).not.toContain('Your day then');
  });

  it('goes on to the next request once one is answered, and says so', async () => {
    const chef = await newChef();
    const ids: number[] = [];
    for (const date of ['2026-12-01', '2026-12-02', '2026-12-03']) {
      const { id } = await buildBooking(t, {
        userId: dinerId,
        chefId: chef.id,
        date,
        time: '18:00',
      });
      const expiresAt = new Date(`2026-11-23T1${ids.length}:00:00Z`);
      await t.db.booking.update({ where: { id }, data: { expiresAt } });
      ids.push(id);
    }
    const [first, second, third] = ids;
    const inbox = pageOf(await get('/chef/inbox', chef));
    expect(inbox.find(`a#request-${third}`).href).toBe(`/bookings/${third}`);
    expect(inbox.find('h1#inbox').attribute('tabindex')).toBe('-1');
    expect(inbox.values('back')).toContain('inbox');
    const confirmed = await post(`/bookings/${second}/confirm`, chef, { back: 'inbox' });
    expect(confirmed.headers.location).toBe(`/chef/inbox#request-${third}`);
    const declined = await post(`/bookings/${third}/decline`, chef, { reason: 'Away.' });
    expect(declined.headers.location).toBe(`/chef/inbox#request-${first}`);
    const last = await post(`/bookings/${first}/confirm`, chef, { back: 'inbox' });
    expect(last.headers.location).toBe('/chef/inbox#inbox');
    const odd = await post(`/bookings/${first}/confirm`, chef, { back: '//elsewhere' });
    expect(odd.status).toBe(422);
  });
});

describe('today', () => {
  it('tells the meals of the day in order, what to do when, and what comes next', async () => {
    const chef = await newChef({ bufferBeforeMinutes: 90, bufferAfterMinutes: 30 });
    const book = (date: string, time: string, more: object = {}) =>
      buildBooking(t, {
        userId: dinerId,
        chefId: chef.id,
        date,
        time,
        status: 'confirmed',
        ...more,
      });
    const party = {
      allergies: ['peanuts'],
      allergiesReadAt: t.clock.now(),
      address: '12 <Donggyo>-ro',
    };
    const dinner = await book('2026-11-23', '19:00', party);
    const lunch = await book('2026-11-23', '14:30');
    const other = await book('2026-11-24', '12:00');
    await book('2026-11-25', '18:00', { status: 'pending' });
    const answer = await get('/chef/today', chef);
    expect(answer.status).toBe(200);
    const page = pageOf(answer);
    const words = page.text;
    expect(words).toContain('Next: arrive at 13:00 for Kim <Seo-yeon> in 1 hour');
    expect(words).toContain('2 meals today');
    expect(page.findAll('li.meal[data-booking]').map(bookingIdOf)).toEqual([lunch.id, dinner.id]);
    expect(words).toContain('17:30 Arrive 17:30–19:00 Prepare 19:00–21:00 Serve');
    expect(words).toContain('12 <Donggyo>-ro');
    expect(page.texts('strong')).toContain('Peanuts');
    expect(page.hrefs()).toContain(`/bookings/${dinner.id}/run-sheet`);
    expect(words).toContain('1 request waiting');
    expect(words).toContain('Answer the first by Tue 24 Nov 2026, 12:00');
    const tomorrow = page.find('section[aria-labelledby="tomorrow-title"]');
    expect(tomorrow.hrefs()).toContain(`/bookings/${other.id}`);
    t.clock.set('2026-11-23T06:00:00Z');
    const later = pageOf(await get('/chef/today', chef)).text;
    expect(later).toContain('Now: serving Kim <Seo-yeon>, until 16:30');
    expect(later).toContain('Next: clean up from 16:30');
    t.clock.set('2026-11-23T06:00:00Z');
    expect(pageOf(await get('/chef/today', chef, 'ko')).text).toContain('오늘 식사 2건');
  });

  it('begins at midnight by the clocks of the chef', async () => {
    const chef = await newChef({ timeZone: 'America/New_York' });
    await buildBooking(t, {
      userId: dinerId,
      chefId: chef.id,
      date: '2026-11-22',
      time: '23:00',
      hours: 3,
      status: 'confirmed',
    });
    // 22:00 on the 22nd in New York.
    const before = pageOf(await get('/chef/today', chef)).text;
    expect(before).toContain('Sun 22 Nov 2026');
    expect(before).toContain('1 meal today');
    t.clock.set('2026-11-23T06:00:00Z');
    const after = pageOf(await get('/chef/today', chef)).text;
    expect(after).toContain('Mon 23 Nov 2026');
    expect(after).toContain('1 meal today');
    t.clock.set('2026-11-23T08:00:00Z');
    expect(pageOf(await get('/chef/today', chef)).text).toContain('1 meal today');
    t.clock.set('2026-11-24T06:00:00Z');
    expect(pageOf(await get('/chef/today', chef)).text).toContain('No meal today');
  });

  it('is friendly when nothing is on', async () => {
    const chef = await newChef();
    const empty = pageOf(await get('/chef/today', chef)).text;
    expect(empty).toContain('No meal is confirmed yet.');
    expect(empty).toContain('No requests waiting');
    expect(empty).toContain('No meal tomorrow.');
    await buildBooking(t, {
      userId: dinerId,
      chefId: chef.id,
      date: '2026-12-20',
      time: '18:00',
      status: 'confirmed',
    });
    const ahead = pageOf(await get('/chef/today', chef)).text;
    expect(ahead).toContain('Your next meal is Sun 20 Dec 2026, 18:00, for Kim');
  });

  it('is each chef’s own, and nobody’s who is none', async () => {
    const [mine, other] = [await newChef(), await newChef()];
    const { id } = await buildBooking(t, {
      userId: dinerId,
      chefId: mine.id,
      date: '2026-11-23',
      time: '18:00',
      status: 'confirmed',
    });
    expect(pageOf(await get('/chef/today', mine)).hrefs()).toContain(`/bookings/${id}`);
    expect(pageOf(await get('/chef/today', other)).hrefs()).not.toContain(`/bookings/${id}`);
    for (const userId of [dinerId, (await buildUser(t)).id]) {
      const answer = await get('/chef/today', { auth: await signInAs(t, userId) });
      expect(answer.status).toBe(200);
      expect(pageOf(answer).text).toContain('You are not a chef yet');
      expect(pageOf(answer).findAll('.chef-nav')).toEqual([]);
    }
    const visitor = await t.send('get', '/chef/today').set('Accept', 'text/html');
    expect(visitor.headers.location).toBe('/sign-in?next=%2Fchef%2Ftoday');
  });
});

describe('the pages for chefs', () => {
  it.each(['today', 'inbox', 'schedule', 'earnings', 'profile'])(
    'lead from %s to each other, and say how many requests wait',
    async (page) => {
      const chef = await newChef();
      const given = { userId: dinerId, chefId: chef.id, date: '2026-12-01', time: '18:00' };
      await buildBooking(t, given);
      const nav = pageOf(await get(`/chef/${page}`, chef)).find('nav.chef-nav');
      expect(nav.hrefs().filter((href) => /^\/chef\/\w+$/.test(href))).toHaveLength(5);
      const current = nav.find('[aria-current="page"]');
      expect(current.href).toBe(`/chef/${page}`);
      expect(nav.text).toContain('1 request waiting');
    },
  );
});
