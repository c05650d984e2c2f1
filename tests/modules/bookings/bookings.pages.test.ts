import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../../prisma/seed.js';
import { NOW, useTestApp } from '../../support/app.js';

const t = useTestApp();
type Browser = ReturnType<typeof request.agent>;
let diner: Browser;
let chef: Browser;

beforeAll(async () => {
  await seed(t.db, new Date(NOW));
  diner = await demo('diner');
  chef = await demo('chef');
});

async function demo(role: string): Promise<Browser> {
  const browser = request.agent(t.app);
  await browser.post('/sign-in/demo').type('form').send({ passkey: 'demo2026', role });
  return browser;
}
const send = (browser: Browser, path: string, body: object) =>
  browser.post(path).type('form').send(body);
const wish = (given: object = {}) => ({
  booking_date: '2026-11-28',
  duration_hours: '3',
  start_time: '18:00',
  guests: '4',
  district: 'Yeonnam-dong',
  address: '12 Donggyo-ro',
  special_requests: '',
  step: 'request',
  ...given,
});
const request3h = async (given: object = {}) => {
  const response = await send(diner, '/chefs/1/book', wish(given));
  return Number(/\/bookings\/(\d+)\/requested/.exec(response.headers.location ?? '')?.[1]);
};

describe('booking by the pages', () => {
  it('goes from the free times over the review to the confirmation', async () => {
    const profile = await diner.get('/chefs/1?date=2026-11-28&duration_hours=3&guests=4');
    const link =
      '/chefs/1/book?date=2026-11-28&amp;start_time=18%3A00&amp;duration_hours=3&amp;guests=4';
    expect(profile.text).toContain(`href="${link}"`);
    const form = await diner.get(link.replaceAll('&amp;', '&'));
    expect(form.text).toMatch(/value="18:00" checked/);
    expect(form.text).toContain('₩360');
    const review = await send(diner, '/chefs/1/book', wish({ step: 'review' }));
    expect(review.status).toBe(200);
    expect(review.text).toContain('Sat 28 Nov 2026, 18:00–21:00');
    const changed = await send(diner, '/chefs/1/book', wish({ step: 'change' }));
    expect(changed.text).toMatch(/value="18:00" checked/);
    const done = await send(diner, '/chefs/1/book', wish());
    expect(done.status).toBe(303);
    const confirmation = await diner.get(done.headers.location as string);
    expect(confirmation.text).toContain('₩360');
    expect(confirmation.text).toContain('Nothing is charged yet');
    expect((await diner.get('/my-bookings?tab=pending')).text).toContain('Park Min-jun');
  });

  it('keeps every answer when something is wrong', async () => {
    const response = await send(
      diner,
      '/chefs/1/book',
      wish({ guests: '99', special_requests: 'No <b>nuts</b>', step: 'review' }),
    );
    expect(response.status).toBe(422);
    expect(response.text).toContain('<title>Error: Book Park Min-jun');
    expect(response.text).toContain('href="#guests"');
    expect(response.text).toContain('value="99"');
    expect(response.text).toContain('No &lt;b&gt;nuts&lt;/b&gt;');
    const noTime = await send(diner, '/chefs/1/book', wish({ start_time: '', step: 'review' }));
    expect(noTime.text).toContain('Choose a start time.');
  });

  it('says so when the time was taken meanwhile, and keeps the answers', async () => {
    await request3h({ booking_date: '2026-12-05' });
    const late = await send(
      diner,
      '/chefs/1/book',
      wish({
        booking_date: '2026-12-05',
        start_time: '17:00',
        special_requests: 'Sesame',
        allergies: ['milk', 'nuts'],
      }),
    );
    expect(late.status).toBe(409);
    expect(late.text).toContain('just been booked');
    expect(late.text).toContain('Sesame');
    expect(late.text.match(/value="(milk|nuts)" checked/g)).toHaveLength(2);
    expect(late.text).not.toContain('value="17:00"');
    // 18:00 to 21:00 is taken: for three hours 15:00 and 21:00 (too late) are next, then earlier.
    expect(late.text).toContain('value="2026-12-05 15:00">Sat 5 Dec, 15:00</button>');
    expect(late.text).toContain(
      'href="/chefs/3/book?date=2026-12-05&amp;start_time=17%3A00&amp;duration_hours=3&amp;guests=4"',
    );
    const other = await send(diner, '/chefs/1/book', {
      ...wish({ step: 'review', allergies: ['milk', 'nuts'], at: '2026-12-05 15:00' }),
    });
    expect(other.text).toContain('Sat 5 Dec 2026, 15:00–18:00');
    expect(other.text).toContain('<strong>Milk; Nuts</strong>');
  });

  it('shows the free times of another day', async () => {
    const times = await send(
      diner,
      '/chefs/1/book',
      wish({ booking_date: '2026-12-05', duration_hours: '8', step: 'times' }),
    );
    expect(times.status).toBe(200);
    expect(times.text).toContain('value="10:00"');
    expect(times.text).not.toContain('value="10:30"');
    const nonsense = await send(diner, '/chefs/1/book', wish({ booking_date: 'x', step: 'times' }));
    expect(nonsense.status).toBe(200);
  });

  it('asks who is calling first', async () => {
    const visitor = await request(t.app).get('/chefs/1/book?date=2026-11-28');
    expect(visitor.headers.location).toBe('/sign-in?next=%2Fchefs%2F1%2Fbook%3Fdate%3D2026-11-28');
    expect((await request(t.app).post('/bookings/1/confirm')).headers.location).toBe('/sign-in');
    expect((await diner.get('/chefs/999/book')).status).toBe(404);
  });
});

describe('answering by the pages', () => {
  it('confirms in one press, and the diner sees it', async () => {
    const id = await request3h({ booking_date: '2026-12-07' });
    const inbox = await chef.get('/chef/inbox');
    expect(inbox.text).toContain(`action="/bookings/${id}/confirm"`);
    const pressed = await chef.post(`/bookings/${id}/confirm`);
    expect(pressed.headers.location).toBe(`/bookings/${id}`);
    const seen = await diner.get(`/bookings/${id}`);
    expect(seen.text).toContain('badge-confirmed');
    expect(seen.text).toContain('Confirmed</strong> by the chef');
    expect((await diner.get('/my-bookings')).text).toContain(`/bookings/${id}"`);
  });

  it('confirms a party with allergies once they are ticked as read', async () => {
    const id = await request3h({ booking_date: '2026-12-15', allergies: ['peanuts'] });
    expect((await chef.get('/chef/inbox')).text).toContain('<strong>Peanuts</strong>');
    const unread = await send(chef, `/bookings/${id}/confirm`, {});
    expect(unread.status).toBe(422);
    expect(unread.text).toContain('href="#allergies_read"');
    const read = await send(chef, `/bookings/${id}/confirm`, { allergies_read: 'true' });
    expect(read.headers.location).toBe(`/bookings/${id}`);
    expect((await chef.get(`/bookings/${id}`)).text).toContain('12 Donggyo-ro');
  });

  it('offers a declined wish to other chefs in one press', async () => {
    const id = await request3h({ booking_date: '2026-12-16' });
    await send(chef, `/bookings/${id}/decline`, { reason: 'Away.' });
    const open = await diner.get(`/bookings/${id}`);
    expect(open.text).toContain('Ask these 3 chefs');
    expect((await chef.get(`/bookings/${id}`)).text).not.toContain('Ask these');
    const asked = await send(diner, `/bookings/${id}/rescue`, { idempotency_key: 'x' });
    expect(asked.headers.location).toBe('/my-bookings?tab=pending');
    const pending = await diner.get('/my-bookings?tab=pending');
    expect(pending.text).toContain('The first to confirm cooks.');
    expect((await diner.get(`/bookings/${id}`)).text).not.toContain('Ask these');
    expect((await send(diner, `/bookings/${id}/rescue`, {})).status).toBe(409);
  });

  it('declines with a reason', async () => {
    const id = await request3h({ booking_date: '2026-12-08' });
    expect((await chef.get(`/bookings/${id}/decline`)).status).toBe(200);
    expect((await send(chef, `/bookings/${id}/decline`, { reason: ' ' })).status).toBe(422);
    await send(chef, `/bookings/${id}/decline`, { reason: 'Away that week.' });
    expect((await diner.get(`/bookings/${id}`)).text).toContain('“Away that week.”');
    expect((await chef.get(`/bookings/${id}/decline`)).status).toBe(409);
  });

  it('offers nobody what the service would refuse', async () => {
    const id = await request3h({ booking_date: '2026-12-09' });
    expect((await diner.get(`/bookings/${id}`)).text).not.toContain('/confirm');
    expect((await diner.post(`/bookings/${id}/confirm`)).status).toBe(403);
    const other = request.agent(t.app);
    await send(other, '/register', {
      name: 'Other',
      email: 'other@example.test',
      password: 'a long password',
    });
    for (const path of ['', '/cancel', '/decline', '/reschedule', '/requested']) {
      expect((await other.get(`/bookings/${id}${path}`)).status).toBe(404);
    }
    expect((await other.post(`/bookings/${id}/confirm`)).status).toBe(404);
    expect((await chef.get(`/bookings/${id}/requested`)).status).toBe(404);
    expect((await chef.get('/nowhere')).text).toContain('Sign out');
    expect((await chef.get(`/bookings/${id}/reschedule`)).status).toBe(409);
  });

  it('cancels with the refund that the page showed', async () => {
    const id = await request3h({ booking_date: '2026-12-10' });
    await chef.post(`/bookings/${id}/confirm`);
    expect((await diner.get(`/bookings/${id}/cancel`)).text).toContain('<strong>₩360</strong>');
    await send(diner, `/bookings/${id}/cancel`, { reason: '' });
    expect((await diner.get('/my-bookings?tab=cancelled')).text).toContain(`/bookings/${id}"`);
    const other = await request3h({ booking_date: '2026-12-11' });
    await chef.post(`/bookings/${other}/confirm`);
    expect((await send(chef, `/bookings/${other}/cancel`, {})).status).toBe(422);
    await send(chef, `/bookings/${other}/cancel`, { reason: 'Ill.' });
    expect((await diner.get(`/bookings/${other}`)).text).toContain('“Ill.”');
  });

  it('moves a meal', async () => {
    const id = await request3h({ booking_date: '2026-12-12' });
    await chef.post(`/bookings/${id}/confirm`);
    const path = `/bookings/${id}/reschedule`;
    const date = { booking_date: '2026-12-13' };
    expect((await diner.get(path)).text).toMatch(/value="18:00" checked/);
    expect((await send(diner, path, { ...date, step: 'times' })).status).toBe(200);
    expect((await send(diner, path, { ...date, step: 'move' })).status).toBe(422);
    const off = await send(diner, path, { ...date, start_time: '18:07', step: 'move' });
    expect(off.status).toBe(422);
    const moved = await send(diner, path, { ...date, start_time: '12:00', step: 'move' });
    expect(moved.status).toBe(303);
    expect((await diner.get(`/bookings/${id}`)).text).toContain('It was Sat 12 Dec 2026, 18:00');
  });
});

describe('browsing', () => {
  it('shows five chefs first, finds by filters and says when nobody fits', async () => {
    const home = await request(t.app).get('/');
    expect(home.text.match(/class="card"/g)).toHaveLength(5);
    const found = await request(t.app).get('/explore?q=park&cuisine=Korean&date=2026-11-30');
    expect(found.text).toContain('<strong>1</strong> chef');
    const none = await request(t.app).get(`/explore?q=${encodeURIComponent("' OR '1'='1")}`);
    expect(none.text).toContain('No chefs match all of that');
    const wrong = await request(t.app).get('/explore?min_price=abc&utm_source=x');
    expect(wrong.status).toBe(422);
    const markup = await request(t.app).get('/explore?q=%3Cscript%3Ealert(1)%3C/script%3E');
    expect(markup.text).not.toContain('<script>alert');
    expect((await request(t.app).get('/chefs/1?duration_hours=99')).status).toBe(422);
    expect((await request(t.app).get('/chefs/1?date=2026-12-30')).text).toContain('Earlier');
  });

  it('lets a diner become a chef and edit the profile', async () => {
    const browser = request.agent(t.app);
    const person = { name: 'New', email: 'new@example.test', password: 'a long password' };
    await send(browser, '/register', person);
    expect((await browser.get('/chef/inbox')).text).toContain('You are not a chef yet');
    expect((await browser.get('/chef/profile')).text).toContain('Become a chef');
    const profile = {
      name: 'New Chef',
      bio: 'Cooks.',
      cuisine_type: 'Thai',
      location: 'Seoul',
      price_per_session: '90',
      min_hours: '2',
      max_hours: '6',
      max_guests: '8',
      time_zone: 'Asia/Seoul',
      cancellation_policy: 'strict',
    };
    const wrong = await send(browser, '/chef/profile', { ...profile, max_hours: '1' });
    expect(wrong.status).toBe(422);
    expect((await send(browser, '/chef/profile', profile)).status).toBe(303);
    const version = async () =>
      /name="version" value="(\d+)"/.exec((await browser.get('/chef/profile')).text)?.[1];
    const edit = { ...profile, price_per_session: '95', version: await version() };
    expect((await send(browser, '/chef/profile', edit)).status).toBe(303);
    const stale = await send(browser, '/chef/profile', { ...edit, price_per_session: '97' });
    expect(stale.status).toBe(412);
    expect(stale.text).toContain('value="97"');
    expect(stale.text).toContain(`name="version" value="${await version()}"`);
    expect((await browser.get('/chef/profile')).text).toContain('value="95"');
    expect((await browser.get('/chef/inbox')).text).toContain('No requests are waiting for you.');
  });
});

describe('the demo data', () => {
  it('has the seven bookings, and stays as it is when seeded again', async () => {
    await seed(t.db, new Date(NOW));
    const seeded = await t.db.booking.findMany({ orderBy: { id: 'asc' }, take: 7 });
    expect(seeded.map((one) => one.totalPrice)).toEqual([360, 260, 600, 280, 280, 280, 330]);
    expect(new Set(seeded.map((one) => one.status)).size).toBeGreaterThan(3);
    expect(await t.db.user.count({ where: { email: 'demo@coocook.test' } })).toBe(1);
    expect((await t.db.user.findUniqueOrThrow({ where: { id: 1 } })).email).toBe(
      'demo@coocook.test',
    );
  });

  it('lets each chef sign in', async () => {
    const response = await t
      .send('post', '/api/auth/login')
      .send({ email: 'yuki.tanaka@coocook.test', password: 'coocook-demo' });
    expect(response.status).toBe(200);
  });
});
