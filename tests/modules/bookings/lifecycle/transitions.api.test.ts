import { beforeAll, describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { buildBooking, buildChef, buildDiner, signInAs } from '../../../support/app/factories.js';
import { WISH } from '../setup.js';

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

const wish = (given: object = {}) => ({ ...WISH, chef_id: chefId, ...given });
const post = (body: object, as = diner) =>
  t.send('post', BOOKINGS).set('Authorization', as).send(body);
const answer = (id: number, body: object, as = chef) =>
  t.send('put', `${BOOKINGS}/${id}`).set('Authorization', as).send(body);

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

  it('is never deleted or emptied, nor its history changed', async () => {
    await expect(t.db.booking.deleteMany()).rejects.toThrow(/not allowed/);
    for (const table of ['bookings', 'booking_events']) {
      await expect(t.db.$executeRawUnsafe(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(
        'TRUNCATE of booking',
      );
    }
    await expect(t.db.bookingEvent.deleteMany()).rejects.toThrow(/not allowed/);
    await expect(t.db.bookingEvent.updateMany({ data: { reason: 'x' } })).rejects.toThrow(
      /not allowed/,
    );
  });
});
