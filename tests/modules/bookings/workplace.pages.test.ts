import { beforeAll, describe, expect, it } from 'vitest';
import { useTestApp } from '../../support/app.js';
import {
  buildBooking,
  buildChef,
  buildDiner,
  buildUser,
  signInAs,
} from '../../support/factories.js';

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
const wordsOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const cardOf = (html: string, id: number) =>
  wordsOf(
    new RegExp(`<li class="panel request" data-booking="${id}"[^]*?\\n</li>`).exec(html)?.[0] ?? '',
  );

describe('the inbox', () => {
  it.each(['nothing', 'constructor'])('shows the requests for a list named %s', async (tab) => {
    const { status, text } = await get(`/chef/inbox?tab=${tab}`, await newChef());
    expect(status).toBe(200);
    expect(text).toMatch(/tab=requests" aria-current="page"/);
  });

  it('has the request with the soonest deadline first, with its countdown', async () => {
    const chef = await newChef();
    const book = (date: string) =>
      buildBooking(t, { userId: dinerId, chefId: chef.id, date, time: '18:00' });
    const [first, second] = [await book('2026-12-01'), await book('2026-12-02')];
    const expiresAt = new Date('2026-11-23T05:30:00Z');
    await t.db.booking.update({ where: { id: second.id }, data: { expiresAt } });
    const { text } = await get('/chef/inbox', chef);
    const ids = [...text.matchAll(/<li class="panel request" data-booking="(\d+)"/g)];
    expect(ids.map(([, id]) => Number(id))).toEqual([second.id, first.id]);
    expect(text).toMatch(
      /<time class="countdown countdown-soon" datetime="([^"]+)" data-until="\1" data-words="in …" data-passed="passed">in 2 hours</,
    );
    expect(text).toContain(`href="/bookings/${second.id}/decline" data-dialog`);
    expect((await get('/chef/inbox', chef, 'ko')).text).toContain('>2시간 남음</time>');
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
    const { text } = await get('/chef/inbox', chef);
    expect(cardOf(text, tea.id)).toContain(
      `You cook #${lunch.id} from 11:00 to 13:00, 30 min between them.`,
    );
    expect(cardOf(text, off.id)).toContain('You have taken this day off.');
    expect(cardOf(text, late.id)).toContain('This lies outside your working hours.');
    expect(cardOf(text, free.id)).toContain('Within your hours, and nothing else that day.');
    expect((await get('/chef/inbox?tab=upcoming', chef)).text).not.toContain('Your day then');
    const page = await get(`/bookings/${tea.id}`, chef);
    expect(wordsOf(page.text)).toContain(`You cook #${lunch.id} from 11:00`);
    const diner = { auth: await signInAs(t, dinerId) };
    expect((await get(`/bookings/${tea.id}`, diner)).text).not.toContain('Your day then');
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
    const inbox = (await get('/chef/inbox', chef)).text;
    expect(inbox).toContain(`<a id="request-${third}" href="/bookings/${third}">`);
    expect(inbox).toMatch(/<h1 id="inbox" tabindex="-1">/);
    expect(inbox).toContain('<input type="hidden" name="back" value="inbox">');
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
    const { text, status } = await get('/chef/today', chef);
    expect(status).toBe(200);
    const words = wordsOf(text);
    expect(words).toContain('Next: arrive at 13:00 for Kim &lt;Seo-yeon&gt; in 1 hour');
    expect(words).toContain('2 meals today');
    const order = [...text.matchAll(/<li class="panel meal" data-booking="(\d+)"/g)];
    expect(order.map(([, id]) => Number(id))).toEqual([lunch.id, dinner.id]);
    expect(words).toContain('17:30 Arrive 17:30–19:00 Prepare 19:00–21:00 Serve');
    expect(words).toContain('12 &lt;Donggyo&gt;-ro');
    expect(text).toContain('<strong>Peanuts</strong>');
    expect(text).toContain(`href="/bookings/${dinner.id}/run-sheet"`);
    expect(words).toContain('1 request waiting');
    expect(words).toContain('Answer the first by Tue 24 Nov 2026, 12:00');
    const tomorrow = /id="tomorrow-title"[^]*?<\/section>/.exec(text)?.[0] ?? '';
    expect(tomorrow).toContain(`/bookings/${other.id}"`);
    t.clock.set('2026-11-23T06:00:00Z');
    const later = wordsOf((await get('/chef/today', chef)).text);
    expect(later).toContain('Now: serving Kim &lt;Seo-yeon&gt;, until 16:30');
    expect(later).toContain('Next: clean up from 16:30');
    t.clock.set('2026-11-23T06:00:00Z');
    expect(wordsOf((await get('/chef/today', chef, 'ko')).text)).toContain('오늘 식사 2건');
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
    const before = wordsOf((await get('/chef/today', chef)).text);
    expect(before).toContain('Sun 22 Nov 2026');
    expect(before).toContain('1 meal today');
    t.clock.set('2026-11-23T06:00:00Z');
    const after = wordsOf((await get('/chef/today', chef)).text);
    expect(after).toContain('Mon 23 Nov 2026');
    expect(after).toContain('1 meal today');
    t.clock.set('2026-11-23T08:00:00Z');
    expect(wordsOf((await get('/chef/today', chef)).text)).toContain('1 meal today');
    t.clock.set('2026-11-24T06:00:00Z');
    expect(wordsOf((await get('/chef/today', chef)).text)).toContain('No meal today');
  });

  it('is friendly when nothing is on', async () => {
    const chef = await newChef();
    const empty = wordsOf((await get('/chef/today', chef)).text);
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
    const ahead = wordsOf((await get('/chef/today', chef)).text);
    expect(ahead).toContain('Your next meal is Sun 20 Dec 2026, 18:00 , for Kim');
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
    expect((await get('/chef/today', mine)).text).toContain(`/bookings/${id}"`);
    expect((await get('/chef/today', other)).text).not.toContain(`/bookings/${id}"`);
    for (const userId of [dinerId, (await buildUser(t)).id]) {
      const page = await get('/chef/today', { auth: await signInAs(t, userId) });
      expect(page.status).toBe(200);
      expect(page.text).toContain('You are not a chef yet');
      expect(page.text).not.toContain('chef-nav');
    }
    const visitor = await t.send('get', '/chef/today').set('Accept', 'text/html');
    expect(visitor.headers.location).toBe('/sign-in?next=%2Fchef%2Ftoday');
  });
});

describe('the rooms of the workplace', () => {
  it.each(['today', 'inbox', 'schedule', 'earnings', 'profile'])(
    'lead from %s to each other, and say how many requests wait',
    async (room) => {
      const chef = await newChef();
      const given = { userId: dinerId, chefId: chef.id, date: '2026-12-01', time: '18:00' };
      await buildBooking(t, given);
      const { text } = await get(`/chef/${room}`, chef);
      const nav = /<nav class="chef-nav[^]*?<\/nav>/.exec(text)?.[0] ?? '';
      expect(nav.match(/href="\/chef\/\w+"/g)).toHaveLength(5);
      expect(nav).toContain(`href="/chef/${room}" aria-current="page"`);
      expect(nav).toContain('1 request waiting');
    },
  );
});

describe('earnings', () => {
  it('of nothing say what will make some', async () => {
    const chef = await newChef();
    const { text } = await get('/chef/earnings', chef);
    expect(text).toContain('Nothing earned yet');
    expect(text).not.toContain('chart-svg');
  });

  it('tell this month first, and round amounts beside the picture', async () => {
    const chef = await newChef();
    const book = (date: string, hours: number, status: 'completed' | 'confirmed') =>
      buildBooking(t, { userId: dinerId, chefId: chef.id, date, time: '12:00', hours, status });
    await book('2026-11-02', 4, 'completed');
    await book('2026-10-02', 2, 'completed');
    await book('2026-11-28', 3, 'confirmed');
    const words = wordsOf((await get('/chef/earnings', chef)).text);
    expect(words).toContain('This month, November 2026 ₩480 1 meal cooked, ₩360 still to come');
    expect(words).toContain('Last month ₩240 1 meal cooked');
    expect(words).toContain('₩1,000 ₩500 ₩0');
    const korean = wordsOf((await get('/chef/earnings', chef, 'ko')).text);
    expect(korean).toContain('이번 달, 2026년 11월 480원');
  });
});
