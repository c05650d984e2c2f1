import { beforeAll, describe, expect, it } from 'vitest';
import { NOW, useTestApp } from '../../../support/app/app.js';
import { buildChef, buildDiner, buildUser, signInAs } from '../../../support/app/factories.js';
import { WISH } from '../setup.js';

const t = useTestApp();
const BOOKINGS = '/api/coocook/bookings';
let diner: string, dinerId: number;
let chefId: number;
let stranger: string;

beforeAll(async () => {
  const user = await buildDiner(t);
  dinerId = user.id;
  diner = await signInAs(t, user.id);
  ({ id: chefId } = await buildChef(t, { name: 'Park Min-jun' }));
  stranger = await signInAs(t, (await buildDiner(t)).id);
});

const wish = (given: object = {}) => ({ ...WISH, chef_id: chefId, ...given });
const post = (body: object, as = diner) =>
  t.send('post', BOOKINGS).set('Authorization', as).send(body);
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
    ['a price below nothing', { total_price: -360 }, 422, '/total_price'],
    ['a price beyond numbers', { total_price: 1e308 }, 422, '/total_price'],
    ['a price that is no number', { price_per_session: 'NaN' }, 422, '/price_per_session'],
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
