import { beforeAll, describe, expect, it } from 'vitest';
import { NOW, useTestApp } from '../../support/app.js';
import {
  buildBooking,
  buildChef,
  buildDiner,
  buildUser,
  signInAs,
} from '../../support/factories.js';

const t = useTestApp();
const BOOKINGS = '/api/coocook/bookings';
let diner: string, dinerId: number;
let chefId: number, chef: string;
let stranger: string, otherChef: string;

beforeAll(async () => {
  const user = await buildDiner(t);
  dinerId = user.id;
  diner = await signInAs(t, user.id);
  const profile = await buildChef(t, { name: 'Park Min-jun' });
  chefId = profile.id;
  chef = await signInAs(t, profile.userId);
  stranger = await signInAs(t, (await buildDiner(t)).id);
  otherChef = await signInAs(t, (await buildChef(t)).userId);
});

const wish = (given: object = {}) => ({
  chef_id: chefId,
  booking_date: '2026-11-28',
  start_time: '18:00',
  duration_hours: 3,
  guests: 4,
  ...given,
});
const post = (body: object, as = diner) =>
  t.send('post', BOOKINGS).set('Authorization', as).send(body);
const answer = (id: number, body: object, as = chef) =>
  t.send('put', `${BOOKINGS}/${id}`).set('Authorization', as).send(body);
const count = () => t.db.booking.count();

describe('asking a chef for a meal', () => {
  it('answers 201 with the booking, its price and its address', async () => {
    const response = await post(wish({ special_requests: 'No shellfish.' }));
    expect(response.status).toBe(201);
    expect(response.headers.location).toBe(`${BOOKINGS}/${response.body.id}`);
    expect(response.body).toMatchObject({
      chef_id: chefId,
      chef_name: 'Park Min-jun',
      chef_cuisine: 'Korean',
      user_id: dinerId,
      booking_date: '2026-11-28',
      start_time: '18:00',
      starts_at: '2026-11-28T09:00:00.000Z',
      ends_at: '2026-11-28T12:00:00.000Z',
      time_zone: 'Asia/Seoul',
      duration_hours: 3,
      guests: 4,
      price_per_session: 120,
      total_price: 360,
      currency: 'KRW',
      status: 'pending',
      special_requests: 'No shellfish.',
      expires_at: '2026-11-24T03:00:00.000Z',
      created_at: NOW,
    });
  });

  it('takes the first free start of the day when none is given', async () => {
    const first = await post(wish({ booking_date: '2026-11-29', start_time: undefined }));
    const second = await post(wish({ booking_date: '2026-11-29', start_time: undefined }));
    expect(first.body.start_time).toBe('10:00');
    expect(second.body.start_time).toBe('13:00');
  });

  it('lets a request lapse two hours before a meal that is near', async () => {
    const response = await post(
      wish({ booking_date: '2026-11-23', start_time: '18:00', duration_hours: 1 }),
    );
    expect(response.body.expires_at).toBe('2026-11-23T07:00:00.000Z');
  });

  it.each([
    ['no chef', { chef_id: undefined }, 422, '/chef_id'],
    ['no date', { booking_date: undefined }, 422, '/booking_date'],
    ['no hours', { duration_hours: undefined }, 422, '/duration_hours'],
    ['0 hours', { duration_hours: 0 }, 422, '/duration_hours'],
    ['13 hours', { duration_hours: 13 }, 422, '/duration_hours'],
    ['2.5 hours', { duration_hours: 2.5 }, 422, '/duration_hours'],
    ['SQL for hours', { duration_hours: '3; drop table' }, 422, '/duration_hours'],
    ['hours as text', { duration_hours: '3' }, 422, '/duration_hours'],
    ['yesterday', { booking_date: '2026-11-22' }, 422, '/booking_date'],
    ['an hour ago', { booking_date: '2026-11-23', start_time: '11:00' }, 422, '/booking_date'],
    ['in an hour', { booking_date: '2026-11-23', start_time: '13:00' }, 422, '/start_time'],
    ['years ahead', { booking_date: '2031-01-01' }, 422, '/booking_date'],
    ['year 9999', { booking_date: '9999-12-31' }, 422, '/booking_date'],
    ['a day that is none', { booking_date: '2026-02-30' }, 422, '/booking_date'],
    ['a time that is none', { start_time: '24:00' }, 422, '/start_time'],
    ['before opening', { start_time: '09:30' }, 422, '/start_time'],
    ['past closing', { start_time: '20:00' }, 422, '/start_time'],
    ['off the step', { start_time: '18:07' }, 422, '/start_time'],
    ['no guests', { guests: 0 }, 422, '/guests'],
    ['more guests than the chef takes', { guests: 13 }, 422, '/guests'],
    ['guests beyond numbers', { guests: 1e308 }, 422, '/guests'],
    ['a price of its own', { total_price: 1 }, 422, '/total_price'],
    ["another diner's id", { user_id: 1 }, 422, '/user_id'],
    ['a status of its own', { status: 'confirmed' }, 422, '/status'],
    ['NUL in the requests', { special_requests: 'a\u0000b' }, 422, '/special_requests'],
    ['a lone surrogate', { special_requests: '\ud800' }, 422, '/special_requests'],
    ['a novel', { special_requests: 'x'.repeat(2001) }, 422, '/special_requests'],
  ])('refuses %s and stores nothing', async (_name, given, status, pointer) => {
    const before = await count();
    const response = await post(wish({ booking_date: '2026-12-01', ...given }));
    expect(response.status).toBe(status);
    expect(response.type).toBe('application/problem+json');
    expect(response.body.errors.map((one: { pointer: string }) => one.pointer)).toContain(pointer);
    expect(await count()).toBe(before);
  });

  it('knows no chef 999', async () => {
    const before = await count();
    const response = await post(wish({ chef_id: 999 }));
    expect(response.status).toBe(404);
    expect(response.body.type).toBe('urn:coocook:problem:chef-not-found');
    expect(await count()).toBe(before);
  });

  it('refuses a time that overlaps, and takes one that touches', async () => {
    const date = '2026-12-02';
    expect((await post(wish({ booking_date: date, start_time: '12:00' }))).status).toBe(201);
    const overlapping = await post(wish({ booking_date: date, start_time: '14:30' }), stranger);
    expect(overlapping.status).toBe(409);
    expect(overlapping.body.type).toBe('urn:coocook:problem:slot-taken');
    const touching = await post(wish({ booking_date: date, start_time: '15:00' }), stranger);
    expect(touching.status).toBe(201);
  });

  it('asks for a sign-in first, then for a subscription', async () => {
    expect((await t.send('post', BOOKINGS).send(wish())).status).toBe(401);
    const nobody = await signInAs(t, (await buildUser(t)).id);
    const refused = await post(wish(), nobody);
    expect(refused.status).toBe(403);
    expect(refused.body.type).toBe('urn:coocook:problem:subscription-required');
  });

  it('asks for a subscription that covers the day', async () => {
    const user = await buildDiner(t);
    await t.db.subscription.updateMany({
      where: { userId: user.id },
      data: { cancelAtPeriodEnd: true, currentPeriodEnd: new Date('2026-12-04T00:00:00Z') },
    });
    const as = await signInAs(t, user.id);
    expect((await post(wish({ booking_date: '2026-12-03' }), as)).status).toBe(201);
    const refused = await post(wish({ booking_date: '2026-12-05' }), as);
    expect(refused.status).toBe(403);
    expect(refused.body.type).toBe('urn:coocook:problem:subscription-does-not-cover');
  });

  it('does not let chefs book themselves', async () => {
    const own = await buildChef(t);
    const { userId } = own;
    const plan = await t.db.plan.findFirstOrThrow();
    await t.db.subscription.create({
      data: {
        userId,
        serviceId: plan.serviceId,
        planId: plan.id,
        currentPeriodStart: t.clock.now(),
        currentPeriodEnd: new Date('2027-01-01'),
      },
    });
    expect((await post(wish({ chef_id: own.id }), await signInAs(t, userId))).status).toBe(422);
  });
});

describe('who may do what', () => {
  it('lets only the chef of the booking answer it', async () => {
    const { id } = (await post(wish({ booking_date: '2026-12-06' }))).body;
    const confirm = { status: 'confirmed' };
    expect((await t.send('put', `${BOOKINGS}/${id}`).send(confirm)).status).toBe(401);
    expect((await answer(id, confirm, diner)).status).toBe(403);
    expect((await answer(id, confirm, stranger)).status).toBe(404);
    expect((await answer(id, confirm, otherChef)).status).toBe(404);
    expect((await answer(2_000_000_000, confirm)).status).toBe(404);
    const confirmed = await answer(id, confirm);
    expect(confirmed.status).toBe(200);
    expect(confirmed.body.status).toBe('confirmed');
    expect(confirmed.body.history).toMatchObject([
      { actor: 'diner', action: 'request', from_status: null, to_status: 'pending' },
      { actor: 'chef', action: 'confirm', from_status: 'pending', to_status: 'confirmed' },
    ]);
  });

  it('shows a booking to its diner and its chef and to nobody else', async () => {
    const { id } = (await post(wish({ booking_date: '2026-12-07' }))).body;
    const see = (as: string) => t.send('get', `${BOOKINGS}/${id}`).set('Authorization', as);
    expect((await see(diner)).status).toBe(200);
    expect((await see(chef)).status).toBe(200);
    const foreign = await see(stranger);
    const unknown = await t.send('get', `${BOOKINGS}/123456`).set('Authorization', stranger);
    expect(foreign.status).toBe(404);
    const { instance: _i, request_id: _r, ...told } = foreign.body;
    expect(unknown.body).toMatchObject(told);
    for (const id of ['0', '-1', 'abc', '1e3', '99999999999']) {
      const odd = await t.send('get', `${BOOKINGS}/${id}`).set('Authorization', diner);
      expect(odd.status).toBe(404);
    }
  });

  it('lists own bookings by status, and the inbox for the chef alone', async () => {
    const list = (query: string, as: string) =>
      t.send('get', `${BOOKINGS}?${query}`).set('Authorization', as);
    const own = (await list('per_page=100', diner)).body;
    expect(own.bookings.every((one: { user_id: number }) => one.user_id === dinerId)).toBe(true);
    const pending = (await list('status=pending&status=confirmed&per_page=2', diner)).body;
    expect(pending.bookings).toHaveLength(2);
    expect(pending.pages).toBe(Math.ceil(pending.total / 2));
    const inbox = (await list('as=chef&per_page=100', chef)).body;
    expect(inbox.bookings.every((one: { chef_id: number }) => one.chef_id === chefId)).toBe(true);
    expect((await list('as=chef', diner)).body.total).toBe(0);
    expect((await list('status=lost', diner)).status).toBe(422);
  });
});

describe('the life of a booking', () => {
  const confirmed = async (date: string, time = '18:00') => {
    const { id } = await buildBooking(t, {
      userId: dinerId,
      chefId,
      date,
      time,
      status: 'confirmed',
    });
    return id;
  };
  const cancel = (id: number, as = diner) =>
    t.send('post', `${BOOKINGS}/${id}/cancellation`).set('Authorization', as).send({});

  it('needs a reason to decline', async () => {
    const { id } = (await post(wish({ booking_date: '2026-12-08' }))).body;
    const silent = await answer(id, { status: 'declined' });
    expect(silent.status).toBe(422);
    expect(silent.body.errors[0].pointer).toBe('/reason');
    const declined = await answer(id, { status: 'declined', reason: 'A wedding that day.' });
    expect(declined.body.history.at(-1)).toMatchObject({ reason: 'A wedding that day.' });
    expect((await answer(id, { status: 'confirmed' })).status).toBe(409);
  });

  it('takes the same word twice as once', async () => {
    const { id } = (await post(wish({ booking_date: '2026-12-09' }))).body;
    await answer(id, { status: 'confirmed' });
    const again = await answer(id, { status: 'confirmed' });
    expect(again.status).toBe(200);
    expect(again.body.history).toHaveLength(2);
  });

  it('does not confirm a request whose deadline has passed, and expires it', async () => {
    const { id } = (await post(wish({ booking_date: '2026-12-10' }))).body;
    t.clock.advance(24 * 60 * 60 * 1000);
    expect((await answer(id, { status: 'confirmed' })).status).toBe(409);
    await t.dueWork.sweeps['requests expired']?.();
    const seen = await t.send('get', `${BOOKINGS}/${id}`).set('Authorization', diner);
    expect(seen.body).toMatchObject({ status: 'expired', expires_at: null });
    expect(seen.body.history.at(-1)).toMatchObject({ actor: 'system', action: 'expire' });
  });

  it('completes after the end only, by the chef or a day later by itself', async () => {
    const id = await confirmed('2026-11-24');
    expect((await answer(id, { status: 'completed' })).status).toBe(409);
    expect((await answer(id, { status: 'no_show' })).status).toBe(409);
    t.clock.set('2026-11-24T11:00:00Z');
    expect((await answer(id, { status: 'completed' })).body.status).toBe('completed');
    const other = await confirmed('2026-11-25');
    t.clock.set('2026-11-26T11:00:00Z');
    expect(await t.dueWork.sweeps['meals completed']?.()).toBe(1);
    expect((await t.db.booking.findUniqueOrThrow({ where: { id: other } })).status).toBe(
      'completed',
    );
  });

  it('withdraws a request at no cost', async () => {
    const { id } = (await post(wish({ booking_date: '2026-12-11' }))).body;
    const preview = await t
      .send('get', `${BOOKINGS}/${id}/cancellation`)
      .set('Authorization', diner);
    expect(preview.body).toMatchObject({ amount: 0, steps: [] });
    const withdrawn = await cancel(id);
    expect(withdrawn.body).toMatchObject({ status: 'cancelled', refund_amount: null });
    expect(withdrawn.body.history.at(-1).action).toBe('withdraw');
    expect((await cancel(id)).status).toBe(200);
    expect((await post(wish({ booking_date: '2026-12-11' }), stranger)).status).toBe(201);
  });

  it('gives back what was previewed', async () => {
    const id = await confirmed('2026-11-24', '18:00');
    const preview = await t
      .send('get', `${BOOKINGS}/${id}/cancellation`)
      .set('Authorization', diner);
    expect(preview.body).toEqual({
      amount: 240,
      currency: 'KRW',
      steps: [
        { until: '2026-11-23T09:00:00.000Z', amount: 240 },
        { until: '2026-11-24T03:00:00.000Z', amount: 120 },
        { until: null, amount: 0 },
      ],
    });
    t.clock.set('2026-11-24T03:00:00Z');
    expect((await cancel(id)).body).toMatchObject({ status: 'cancelled', refund_amount: 120 });
  });

  it('gives everything back when the chef cancels, who must say why', async () => {
    const id = await confirmed('2026-11-24', '10:00');
    expect((await answer(id, { status: 'cancelled' })).status).toBe(422);
    const cancelled = await answer(id, { status: 'cancelled', reason: 'I am ill.' });
    expect(cancelled.body).toMatchObject({ status: 'cancelled', refund_amount: 240 });
    expect((await cancel(id, chef)).status).toBe(403);
  });

  it('moves a meal to another time, which the chef confirms again', async () => {
    const id = await confirmed('2026-12-14', '18:00');
    const move = (body: object) =>
      t.send('post', `${BOOKINGS}/${id}/reschedule`).set('Authorization', diner).send(body);
    const moved = await move({ booking_date: '2026-12-14', start_time: '19:00' });
    expect(moved.body).toMatchObject({ status: 'pending', start_time: '19:00', total_price: 240 });
    expect(moved.body.history.at(-1)).toMatchObject({
      action: 'reschedule',
      old_starts_at: '2026-12-14T09:00:00.000Z',
    });
    await answer(id, { status: 'confirmed' });
    await post(wish({ booking_date: '2026-12-15', start_time: '18:00' }), stranger);
    const taken = await move({ booking_date: '2026-12-15', start_time: '19:00' });
    expect(taken.status).toBe(409);
    const kept = await t.send('get', `${BOOKINGS}/${id}`).set('Authorization', diner);
    expect(kept.body).toMatchObject({ status: 'confirmed', booking_date: '2026-12-14' });
  });

  it('is never deleted, nor its history changed', async () => {
    await expect(t.db.booking.deleteMany()).rejects.toThrow(/not allowed/);
    await expect(t.db.bookingEvent.deleteMany()).rejects.toThrow(/not allowed/);
    await expect(t.db.bookingEvent.updateMany({ data: { reason: 'x' } })).rejects.toThrow(
      /not allowed/,
    );
  });
});

describe('the database has the last word', () => {
  const raw = (starts: string, ends: string, hours: number, total: number) =>
    t.db.$executeRawUnsafe(
      `INSERT INTO bookings (user_id, chef_id, status, starts_at, ends_at, held_from, held_until, duration_hours, guests,
        time_zone, price_per_session, total_price, currency, cancellation_policy, cancellation_terms, updated_at)
       VALUES (${dinerId}, ${chefId}, 'confirmed', '${starts}', '${ends}', '${starts}', '${ends}', ${hours}, 2, 'Asia/Seoul',
        100, ${total}, 'KRW', 'strict', '[]', now())`,
    );

  it('refuses empty, reversed, overlong and mispriced rows', async () => {
    const noon = '2027-01-10T03:00:00Z';
    await expect(raw(noon, noon, 0, 0)).rejects.toThrow();
    await expect(raw(noon, '2027-01-10T01:00:00Z', 2, 200)).rejects.toThrow();
    await expect(raw(noon, '2027-01-11T03:00:00Z', 24, 2400)).rejects.toThrow();
    await expect(raw(noon, '2027-01-10T05:00:00Z', 2, 1)).rejects.toThrow();
  });

  it('refuses a second live booking that overlaps', async () => {
    await raw('2027-01-12T03:00:00Z', '2027-01-12T05:00:00Z', 2, 200);
    await expect(raw('2027-01-12T04:00:00Z', '2027-01-12T06:00:00Z', 2, 200)).rejects.toThrow(
      /bookings_no_overlap/,
    );
    await raw('2027-01-12T05:00:00Z', '2027-01-12T07:00:00Z', 2, 200);
  });
});
