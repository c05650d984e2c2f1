import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { useTestApp } from '../../support/app/app.js';
import { pageOf } from '../../support/responses/html.js';
import { clonePostgres } from '../../support/database/database.js';
import {
  buildBooking,
  buildChef,
  buildDiner,
  buildUser,
  signInAs,
} from '../../support/app/factories.js';

const t = useTestApp({ open: () => clonePostgres(20) });
const BOOKINGS = '/api/coocook/bookings';
let chef: { id: number; userId: number };
let diner: { id: number };
let as: string;

beforeAll(async () => {
  chef = await buildChef(t);
  diner = await buildDiner(t);
  as = await signInAs(t, diner.id);
});

let day = 0;
/** A wish for a day that no other test uses. */
const wish = () => ({
  chef_id: chef.id,
  booking_date: new Date(Date.UTC(2026, 11, 1 + (day += 1))).toISOString().slice(0, 10),
  start_time: '18:00',
  duration_hours: 2,
});
const post = (key: string, body: object, path = BOOKINGS, who = as) =>
  t.send('post', path).set('Authorization', who).set('Idempotency-Key', key).send(body);
const bookingsOf = (userId: number) => t.db.booking.count({ where: { userId } });

describe('a request with an Idempotency-Key', () => {
  it('has one effect and one answer, however often it is sent', async () => {
    const before = await bookingsOf(diner.id);
    const body = wish();
    const first = await post('once', body);
    expect([first.status, first.headers['idempotency-replayed']]).toEqual([201, 'false']);
    await t.db.booking.update({ where: { id: first.body.id as number }, data: { guests: 9 } });
    const again = await post('once', body);
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([201, 'true']);
    expect(again.text).toBe(first.text);
    for (const name of ['location', 'etag']) expect(again.headers[name]).toBe(first.headers[name]);
    expect(await bookingsOf(diner.id)).toBe(before + 1);
  });

  it('is refused when it asks for something else, here or elsewhere', async () => {
    const made = await post('else', wish());
    const before = await bookingsOf(diner.id);
    const other = await post('else', wish());
    expect([other.status, other.body.type]).toEqual([
      422,
      'urn:coocook:problem:idempotency-key-reused',
    ]);
    const elsewhere = await post('else', {}, `${BOOKINGS}/${made.body.id}/cancellation`);
    expect(elsewhere.status).toBe(422);
    expect(await bookingsOf(diner.id)).toBe(before);
  });

  it("is independent of another user's with the same key", async () => {
    const other = await buildDiner(t);
    const one = await post('shared', wish());
    const two = await post('shared', wish(), BOOKINGS, await signInAs(t, other.id));
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.body.id).not.toBe(two.body.id);
  });

  it('can be tried again after a failure, which is not kept', async () => {
    const body = wish();
    const rival = await buildDiner(t);
    const held = await buildBooking(t, {
      userId: rival.id,
      chefId: chef.id,
      date: body.booking_date,
      time: '18:00',
    });
    expect((await post('later', body)).status).toBe(409);
    await t.db.booking.update({
      where: { id: held.id },
      data: { status: 'cancelled', expiresAt: null },
    });
    expect((await post('later', body)).status).toBe(201);
  });

  it('is forgotten after a day', async () => {
    const body = wish();
    const first = await post('old', body);
    t.clock.advance(24 * 60 * 60 * 1000 + 1);
    expect((await post('old', body)).status).toBe(409);
    expect(await t.dueWork.sweeps['idempotent answers forgotten']?.()).toBeGreaterThan(0);
    expect(await t.db.idempotentAnswer.count({ where: { key: 'old' } })).toBe(0);
    expect(first.status).toBe(201);
  });

  it.each(['', 'two words', 'k'.repeat(256)])('must have a key that is one: %j', async (key) => {
    const response = await post(key, wish());
    expect(response.status).toBe(400);
  });

  it('of 32 at once makes one row, and the others are told to wait or get its answer', async () => {
    const body = wish();
    const before = await bookingsOf(diner.id);
    const answers = await Promise.all(Array.from({ length: 32 }, () => post('storm', body)));
    const ids = new Set(
      answers.filter((one) => one.status === 201).map((one) => one.body.id as number),
    );
    expect(ids.size).toBe(1);
    for (const { status, body: told } of answers) {
      if (status !== 201) {
        expect([status, told.type]).toEqual([409, 'urn:coocook:problem:idempotency-in-progress']);
      }
    }
    expect(await bookingsOf(diner.id)).toBe(before + 1);
    expect((await post('storm', body)).body.id).toBe([...ids][0]);
  });

  it('works for moving, cancelling, subscribing and becoming a chef', async () => {
    const { id } = await buildBooking(t, {
      userId: diner.id,
      chefId: chef.id,
      date: '2027-01-20',
      time: '18:00',
      status: 'confirmed',
    });
    const move = { booking_date: '2027-01-21', start_time: '12:00' };
    const moves = [1, 2].map(() => post('move', move, `${BOOKINGS}/${id}/reschedule`));
    expect((await moves[0])?.status).toBe(200);
    expect((await moves[1])?.body).toEqual((await moves[0])?.body);
    const calls = [1, 2].map(() => post('call-off', {}, `${BOOKINGS}/${id}/cancellation`));
    expect((await calls[1])?.body).toEqual((await calls[0])?.body);
    expect(await t.db.bookingEvent.count({ where: { bookingId: id } })).toBe(3);

    const newcomer = await buildUser(t);
    const bearer = await signInAs(t, newcomer.id);
    const plan = { plan: 'coocook-monthly' };
    const subscribe = () => post('join', plan, '/api/coocook/subscriptions', bearer);
    expect((await subscribe()).status).toBe(201);
    expect((await subscribe()).status).toBe(201);
    expect(await t.db.subscription.count({ where: { userId: newcomer.id } })).toBe(1);
    const profile = {
      name: 'Ana',
      bio: 'Cooks.',
      cuisine_type: 'Korean',
      location: 'Seoul',
      price_per_session: 100,
      time_zone: 'Asia/Seoul',
    };
    const become = () => post('chef', profile, '/api/coocook/chefs', bearer);
    expect((await become()).status).toBe(201);
    expect((await become()).status).toBe(201);
  });
});

describe('a form with a key', () => {
  it('sent twice at once makes one booking and goes to the same page', async () => {
    const browser = request.agent(t.app);
    const email = 'twice@example.test';
    const person = { name: 'Twice', email, password: 'long enough 1' };
    for (const path of ['/register', '/sign-in'])
      await browser.post(path).type('form').send(person);
    await browser.post('/subscribe').type('form').send({ plan: 'coocook-monthly' });
    const { id: userId } = await t.db.user.findUniqueOrThrow({ where: { email } });
    const form = {
      ...wish(),
      chef_id: undefined,
      guests: '2',
      district: 'Mapo',
      address: '12 Donggyo-ro',
      has_allergies: 'no',
      step: 'review',
    };
    const send = (given: object) =>
      browser
        .post(`/chefs/${chef.id}/book`)
        .type('form')
        .send({ ...form, ...given });
    const [quote] = pageOf(await send({})).values('quote');
    const press = (given: object = {}) =>
      send({ step: 'request', quote, idempotency_key: 'form-1', ...given });
    const answers = await Promise.all([press(), press(), press()]);
    expect(new Set(answers.map((one) => `${one.status} ${one.headers.location}`)).size).toBe(1);
    expect(answers[0].status).toBe(303);
    expect(await bookingsOf(userId)).toBe(1);
    const changed = await press({ change: 'guests' });
    expect(changed.status).toBe(200);

    // A move to a taken time fails inside of the form's transaction, and its page is still shown.
    const [booking] = await t.db.booking.findMany({ where: { userId } });
    const { id = 0 } = booking ?? {};
    await t.db.booking.update({ where: { id }, data: { status: 'confirmed', expiresAt: null } });
    const taken = wish();
    await post('taken', taken);
    const moved = await browser
      .post(`/bookings/${id}/reschedule`)
      .type('form')
      .send({ ...taken, step: 'move', idempotency_key: 'form-2' });
    expect(moved.status).toBe(409);
    expect(moved.text).toContain('The chef has just been booked for that time.');
    const { status } = await t.db.booking.findUniqueOrThrow({ where: { id } });
    expect(status).toBe('confirmed');
  });
});
