import { beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../../src/config.js';
import { useTestApp } from '../../../support/app/app.js';
import { buildBooking, buildChef, buildDiner, signInAs } from '../../../support/app/factories.js';
import { clonePostgres } from '../../../support/database/database.js';
import { pageOf } from '../../../support/responses/html.js';

/** As the app has them by itself: 3 for overlapping times, 10 in all. */
const { openRequests } = loadConfig({});
const t = useTestApp({ open: () => clonePostgres(20), config: { openRequests } });
const BOOKINGS = '/api/coocook/bookings';
let chefs: number[];

beforeAll(async () => {
  chefs = [];
  for (let made = 0; made < 11; made += 1) chefs.push((await buildChef(t)).id);
});

async function newDiner() {
  const { id } = await buildDiner(t);
  const auth = await signInAs(t, id);
  return {
    id,
    ask: (chef: number, date: string, start_time = '12:00') =>
      t.send('post', BOOKINGS).set('Authorization', auth).send({
        chef_id: chefs[chef],
        booking_date: date,
        start_time,
        duration_hours: 2,
      }),
    post: (path: string) => t.send('post', path).set('Authorization', auth).send({}),
    page: async (path: string) =>
      pageOf(await t.send('get', path).set('Authorization', auth).set('Accept', 'text/html')),
  };
}
const dates = (count: number) =>
  Array.from({ length: count }, (_, index) => `2026-12-${String(index + 1).padStart(2, '0')}`);
const pending = (userId: number) =>
  t.db.booking.count({ where: { userId, status: 'pending', rescueOfId: null } });

describe('promise 6: nobody holds more than they can eat', () => {
  it('refuses a fourth request for an evening, and says so before the form', async () => {
    const diner = await newDiner();
    const [date = ''] = dates(1);
    for (const [chef, time] of ['12:00', '13:00'].entries()) {
      expect((await diner.ask(chef, date, time)).status).toBe(201);
    }
    const third = await diner.ask(2, date, '12:30');
    expect(third.status).toBe(201);
    const fourth = await diner.ask(3, date, '13:00');
    expect(fourth.status).toBe(409);
    expect(fourth.body).toMatchObject({
      type: 'urn:coocook:problem:too-many-open-requests',
      errors: [{ pointer: '/start_time', detail: expect.stringContaining('3 open requests') }],
    });
    expect((await diner.ask(3, date, '15:00')).status).toBe(201);
    const form = await diner.page(`/chefs/${chefs[4]}/book?date=${date}&duration_hours=2`);
    // From 11:30 to 14:00 a meal of two hours would lie across three of the requests.
    expect(form.choices('start_time').slice(0, 4)).toEqual(['10:00', '10:30', '11:00', '14:30']);
    expect(form.text).toContain('are left out');
    await diner.post(`${BOOKINGS}/${third.body.id}/cancellation`);
    expect((await diner.ask(3, date, '12:30')).status).toBe(201);
  });

  it('refuses an eleventh request, and shows no form that would be refused', async () => {
    const diner = await newDiner();
    for (const date of dates(10)) expect((await diner.ask(0, date, '19:00')).status).toBe(201);
    const refused = await diner.ask(0, '2026-12-20');
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      'You have 10 open requests. Withdraw one, or wait for an answer.',
    ]);
    const page = await diner.page(`/chefs/${chefs[1]}/book`);
    expect(page.text).toContain('as many open requests as you can have');
    expect(page.fields('booking_date')).toEqual([]);
    expect(page.link('Your open requests').href).toBe('/my-bookings?tab=pending');
  });

  it('lets no 20 at once past either limit', async () => {
    const [everywhere, oneEvening] = [await newDiner(), await newDiner()];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        everywhere.ask(index % 11, index < 11 ? '2027-01-04' : '2027-01-05', `${10 + index}:00`),
      ).concat(Array.from({ length: 11 }, (_, index) => oneEvening.ask(index, '2027-01-08'))),
    );
    expect(await pending(everywhere.id)).toBeLessThanOrEqual(10);
    expect(await pending(oneEvening.id)).toBe(3);
    const refused = answers.slice(20).filter(({ status }) => status === 409);
    expect(new Set(refused.map(({ body }) => body.type))).toEqual(
      new Set(['urn:coocook:problem:too-many-open-requests']),
    );
    const keyed = await newDiner();
    const days = dates(20);
    const spread = await Promise.all(
      days.map((date, index) => keyed.ask(10, date, '20:00').set('Idempotency-Key', `k${index}`)),
    );
    expect(spread.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(await pending(keyed.id)).toBe(10);
  });

  it('counts nothing that a rescue asks for', async () => {
    const diner = await newDiner();
    const given = { userId: diner.id, chefId: chefs[0] ?? 0, date: '2027-02-01', time: '18:00' };
    const { id } = await buildBooking(t, { ...given, status: 'declined' });
    for (const date of dates(10)) expect((await diner.ask(1, date, '15:00')).status).toBe(201);
    const rescue = await diner.post(`${BOOKINGS}/${id}/rescue`);
    expect([rescue.status, rescue.body.bookings.length]).toEqual([201, 3]);
    expect(await pending(diner.id)).toBe(10);
  });
});
