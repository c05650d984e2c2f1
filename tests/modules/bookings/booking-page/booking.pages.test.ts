import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../../../prisma/seed.js';
import { NOW, useTestApp } from '../../../support/app/app.js';
import { pageOf, titleOf, type Part } from '../../../support/responses/html.js';
import { quoteOf } from '../setup.js';

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
const actionsOf = (page: Part) => page.findAll('form').map((form) => form.attribute('action'));
const wish = (given: object = {}) => ({
  booking_date: '2026-11-28',
  duration_hours: '3',
  start_time: '18:00',
  guests: '4',
  district: 'Yeonnam-dong',
  address: '12 Donggyo-ro',
  special_requests: '',
  step: 'review',
  ...('allergies' in given ? {} : { has_allergies: 'no' }),
  ...given,
});
/** Reviews, then asks as the review was shown. */
async function requestAs(browser: Browser, given: object = {}) {
  const quote = quoteOf(await send(browser, '/chefs/1/book', wish(given)));
  return send(browser, '/chefs/1/book', wish({ ...given, step: 'request', quote }));
}
const request3h = async (given: object = {}) => {
  const response = await requestAs(diner, given);
  return Number(/\/bookings\/(\d+)\/requested/.exec(response.headers.location ?? '')?.[1]);
};

describe('booking by the pages', () => {
  it('goes from the free times over the review to the confirmation', async () => {
    const profile = await diner.get('/chefs/1?date=2026-11-28&duration_hours=3&guests=4');
    const link = '/chefs/1/book?date=2026-11-28&start_time=18%3A00&duration_hours=3&guests=4';
    expect(pageOf(profile).hrefs()).toContain(link);
    const form = pageOf(await diner.get(link));
    expect(form.values('start_time')).toEqual(['18:00']);
    expect(form.text).toContain('₩360');
    const review = await send(diner, '/chefs/1/book', wish({ step: 'review' }));
    expect(review.status).toBe(200);
    expect(pageOf(review).text).toContain('Sat 28 Nov 2026, 18:00–21:00');
    const changed = await send(diner, '/chefs/1/book', wish({ change: 'guests' }));
    expect(pageOf(changed).values('start_time')).toEqual(['18:00']);
    const done = await requestAs(diner);
    expect(done.status).toBe(303);
    const confirmation = pageOf(await diner.get(done.headers.location as string));
    expect(confirmation.text).toContain('₩360');
    expect(confirmation.text).toContain('Nothing is charged yet');
    const pending = pageOf(await diner.get('/my-bookings?tab=pending'));
    expect(pending.text).toContain('Park Min-jun');
  });

  it('keeps every answer when something is wrong', async () => {
    const response = await send(
      diner,
      '/chefs/1/book',
      wish({ guests: '99', special_requests: 'No <b>nuts</b>', step: 'review' }),
    );
    expect(response.status).toBe(422);
    const page = pageOf(response);
    expect(titleOf(page)).toMatch(/^Error: Book Park Min-jun/);
    expect(page.errors()).toHaveProperty('guests');
    expect(page.values('guests')).toEqual(['99']);
    expect(page.values('special_requests')).toEqual(['No <b>nuts</b>']);
    const noTime = await send(diner, '/chefs/1/book', wish({ start_time: '', step: 'review' }));
    expect(Object.values(pageOf(noTime).errors())).toContain('Choose a start time.');
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
    const page = pageOf(late);
    expect(page.text).toContain('just been booked');
    // The buttons that offer other times send the same answers along.
    expect(new Set(page.values('special_requests'))).toEqual(new Set(['Sesame']));
    const ticked = page.findAll('[name=allergies][checked]').map((one) => one.attribute('value'));
    expect(ticked.sort()).toEqual(['milk', 'nuts']);
    expect(page.choices('start_time')).not.toContain('17:00');
    // 18:00 to 21:00 is taken: for three hours 15:00 and 21:00 (too late) are next, then earlier.
    expect(page.button('Sat 5 Dec, 15:00').attribute('value')).toBe('2026-12-05 15:00');
    expect(page.hrefs()).toContain(
      '/chefs/3/book?date=2026-12-05&start_time=17%3A00&duration_hours=3&guests=4',
    );
    const other = await send(diner, '/chefs/1/book', {
      ...wish({ step: 'review', allergies: ['milk', 'nuts'], at: '2026-12-05 15:00' }),
    });
    expect(pageOf(other).text).toContain('Sat 5 Dec 2026, 15:00–18:00');
    expect(pageOf(other).texts('strong')).toContain('Milk; Nuts');
  });

  it('shows the free times of another day', async () => {
    const times = await send(
      diner,
      '/chefs/1/book',
      wish({ booking_date: '2026-12-05', duration_hours: '8', step: 'times' }),
    );
    expect(times.status).toBe(200);
    expect(pageOf(times).choices('start_time')).toContain('10:00');
    expect(pageOf(times).choices('start_time')).not.toContain('10:30');
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
    expect(actionsOf(pageOf(inbox))).toContain(`/bookings/${id}/confirm`);
    const pressed = await chef.post(`/bookings/${id}/confirm`);
    expect(pressed.headers.location).toBe(`/bookings/${id}`);
    const seen = pageOf(await diner.get(`/bookings/${id}`));
    expect(seen.texts('.badge-confirmed')).toContain('Confirmed');
    expect(seen.text).toContain('Confirmed by the chef');
    expect(pageOf(await diner.get('/my-bookings')).hrefs()).toContain(`/bookings/${id}`);
  });

  it('confirms a party with allergies once they are ticked as read', async () => {
    const id = await request3h({ booking_date: '2026-12-15', allergies: ['peanuts'] });
    expect(pageOf(await chef.get('/chef/inbox')).texts('strong')).toContain('Peanuts');
    const unread = await send(chef, `/bookings/${id}/confirm`, {});
    expect(unread.status).toBe(422);
    expect(pageOf(unread).errors()).toHaveProperty('allergies_read');
    const read = await send(chef, `/bookings/${id}/confirm`, { allergies_read: 'true' });
    expect(read.headers.location).toBe(`/bookings/${id}`);
    expect(pageOf(await chef.get(`/bookings/${id}`)).text).toContain('12 Donggyo-ro');
  });

  it('offers a declined wish to other chefs in one press', async () => {
    const id = await request3h({ booking_date: '2026-12-16' });
    await send(chef, `/bookings/${id}/decline`, { reason: 'Away.' });
    const open = await diner.get(`/bookings/${id}`);
    expect(pageOf(open).has('button', /Ask these 3 chefs/)).toBe(true);
    expect(pageOf(await chef.get(`/bookings/${id}`)).text).not.toContain('Ask these');
    const asked = await send(diner, `/bookings/${id}/rescue`, { idempotency_key: 'x' });
    expect(asked.headers.location).toBe('/my-bookings?tab=pending');
    const pending = await diner.get('/my-bookings?tab=pending');
    expect(pageOf(pending).text).toContain('The first to confirm cooks.');
    expect(pageOf(await diner.get(`/bookings/${id}`)).text).not.toContain('Ask these');
    expect((await send(diner, `/bookings/${id}/rescue`, {})).status).toBe(409);
  });

  it('declines with a reason', async () => {
    const id = await request3h({ booking_date: '2026-12-08' });
    expect((await chef.get(`/bookings/${id}/decline`)).status).toBe(200);
    expect((await send(chef, `/bookings/${id}/decline`, { reason: ' ' })).status).toBe(422);
    await send(chef, `/bookings/${id}/decline`, { reason: 'Away that week.' });
    expect(pageOf(await diner.get(`/bookings/${id}`)).text).toContain('“Away that week.”');
    expect((await chef.get(`/bookings/${id}/decline`)).status).toBe(409);
  });

  it('offers nobody what the service would refuse', async () => {
    const id = await request3h({ booking_date: '2026-12-09' });
    const offered = pageOf(await diner.get(`/bookings/${id}`));
    const targets = [...actionsOf(offered), ...offered.hrefs()];
    expect(targets.filter((target) => target?.includes('/confirm'))).toEqual([]);
    expect((await diner.post(`/bookings/${id}/confirm`)).status).toBe(403);
    const other = request.agent(t.app);
    const person = { name: 'Other', email: 'other@example.test', password: 'a long password' };
    for (const path of ['/register', '/sign-in']) await send(other, path, person);
    for (const path of ['', '/cancel', '/decline', '/reschedule', '/requested']) {
      expect((await other.get(`/bookings/${id}${path}`)).status).toBe(404);
    }
    expect((await other.post(`/bookings/${id}/confirm`)).status).toBe(404);
    expect((await chef.get(`/bookings/${id}/requested`)).status).toBe(404);
    expect(pageOf(await chef.get('/nowhere')).has('button', 'Sign out')).toBe(true);
    expect((await chef.get(`/bookings/${id}/reschedule`)).status).toBe(409);
  });

  it('cancels with the refund that the page showed', async () => {
    const id = await request3h({ booking_date: '2026-12-10' });
    await chef.post(`/bookings/${id}/confirm`);
    expect(pageOf(await diner.get(`/bookings/${id}/cancel`)).texts('strong')).toContain('₩360');
    await send(diner, `/bookings/${id}/cancel`, { reason: '' });
    const cancelled = pageOf(await diner.get('/my-bookings?tab=cancelled'));
    expect(cancelled.hrefs()).toContain(`/bookings/${id}`);
    const other = await request3h({ booking_date: '2026-12-11' });
    await chef.post(`/bookings/${other}/confirm`);
    expect((await send(chef, `/bookings/${other}/cancel`, {})).status).toBe(422);
    await send(chef, `/bookings/${other}/cancel`, { reason: 'Ill.' });
    expect(pageOf(await diner.get(`/bookings/${other}`)).text).toContain('“Ill.”');
  });

  it('moves a meal', async () => {
    const id = await request3h({ booking_date: '2026-12-12' });
    await chef.post(`/bookings/${id}/confirm`);
    const path = `/bookings/${id}/reschedule`;
    const date = { booking_date: '2026-12-13' };
    expect(pageOf(await diner.get(path)).values('start_time')).toEqual(['18:00']);
    expect((await send(diner, path, { ...date, step: 'times' })).status).toBe(200);
    expect((await send(diner, path, { ...date, step: 'move' })).status).toBe(422);
    const off = await send(diner, path, { ...date, start_time: '18:07', step: 'move' });
    expect(off.status).toBe(422);
    const moved = await send(diner, path, { ...date, start_time: '12:00', step: 'move' });
    expect(moved.status).toBe(303);
    const page = pageOf(await diner.get(`/bookings/${id}`));
    expect(page.text).toContain('You ask to move to Sun 13 Dec 2026, 12:00, Seoul time (GMT+9).');
    const inbox = pageOf(await chef.get('/chef/inbox'));
    expect(inbox.text).toContain('asks to move to Sun 13 Dec 2026, 12:00, Seoul time (GMT+9).');
    const starts_at = '2026-12-13T03:00:00.000Z';
    expect(inbox.values('starts_at')).toContain(starts_at);
    const answer = { starts_at, back: 'inbox' };
    const accepted = await send(chef, `/bookings/${id}/accept_move`, answer);
    expect(accepted.headers.location).toMatch(/^\/chef\/inbox#/);
    expect(pageOf(await chef.get('/chef/inbox')).values('starts_at')).not.toContain(starts_at);
    const after = pageOf(await diner.get(`/bookings/${id}`));
    expect(after.text).toContain('It was Sat 12 Dec 2026, 18:00');
    const calendar = (await diner.get(`/bookings/${id}/calendar.ics`)).text;
    expect(calendar.match(/^STATUS:\w+/gm)).toEqual(['STATUS:CONFIRMED', 'STATUS:CANCELLED']);
  });

  it('moves a meal as its chef asks, or by another time that the diner answers with', async () => {
    const id = await request3h({ booking_date: '2026-12-16' });
    await chef.post(`/bookings/${id}/confirm`);
    const path = `/bookings/${id}/reschedule`;
    const wanted = { booking_date: '2026-12-16', start_time: '12:00', step: 'move' };
    await send(chef, path, wanted);
    const calendar = (await diner.get(`/bookings/${id}/calendar.ics`)).text;
    expect(calendar.match(/^STATUS:\w+/gm)).toEqual(['STATUS:CONFIRMED', 'STATUS:TENTATIVE']);
    expect(calendar).toContain('DTSTART:20261216T030000Z');
    const list = await diner.get('/my-bookings');
    expect(pageOf(list).text).toContain('asks to move to Wed 16 Dec 2026, 12:00');
    const stale = { starts_at: '2026-12-16T04:00:00.000Z' };
    const refused = await send(diner, `/bookings/${id}/accept_move`, stale);
    expect([refused.status, pageOf(refused).text]).toEqual([
      409,
      expect.stringContaining('Another time is asked for by now.'),
    ]);
    await send(diner, path, { ...wanted, start_time: '13:00' });
    const korean = await chef.get(`/bookings/${id}`).set('Accept-Language', 'ko');
    expect(pageOf(korean).text).toContain('변경을 요청했어요.');
    await send(chef, `/bookings/${id}/decline_move`, {});
    expect(pageOf(await diner.get(`/bookings/${id}`)).text).toContain('Kept at its time');
  });
});
