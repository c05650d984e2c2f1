import { beforeAll, describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { buildBooking, buildChef, buildDiner, signInAs } from '../../../support/app/factories.js';
import { pageOf } from '../../../support/responses/html.js';
import { useDinerAndChef, WISH } from '../setup.js';

const t = useTestApp();
const BOOKINGS = '/api/coocook/bookings';
const { diner, chef } = useDinerAndChef(t);
let stranger: string;
beforeAll(async () => {
  stranger = await signInAs(t, (await buildDiner(t)).id);
});

type Side = { auth: string };
/** A confirmed meal at 18:00 of a day in December, in Seoul. */
async function meal(day: number, given: object = {}) {
  const date = `2026-12-${String(day).padStart(2, '0')}`;
  const at = { userId: diner.id, chefId: chef.id, date, time: '18:00' };
  const { id } = await buildBooking(t, { ...at, status: 'confirmed', ...given });
  const post = (
    path: string,
    { auth }: Side,
    body: object = {},
    headers: Record<string, string> = {},
  ) =>
    t.send('post', `${BOOKINGS}/${id}/${path}`).set('Authorization', auth).set(headers).send(body);
  return {
    id,
    post,
    ask: (
      side: Side,
      start_time: string,
      booking_date = date,
      headers: Record<string, string> = {},
    ) => post('reschedule', side, { booking_date, start_time }, headers),
    see: async () =>
      (await t.send('get', `${BOOKINGS}/${id}`).set('Authorization', diner.auth)).body,
  };
}
const want = (day: number, start_time: string) =>
  t
    .send('post', BOOKINGS)
    .set('Authorization', stranger)
    .send({
      ...{ ...WISH, chef_id: chef.id, duration_hours: 2 },
      ...{ booking_date: `2026-12-${String(day).padStart(2, '0')}`, start_time },
    });
const startsOn = async (day: number) => {
  const date = `2026-12-${String(day).padStart(2, '0')}`;
  const { body } = await t.send('get', `/api/coocook/chefs/${chef.id}/slots`).query({
    ...{ from: date, to: date, duration_hours: 2 },
  });
  return (body.days[0].starts as { start_time: string }[]).map((slot) => slot.start_time);
};
const actions = (history: { action: string; actor: string }[]) =>
  history.map(({ action, actor }) => `${action} by ${actor}`);

describe('promise 2: a move never loses the meal', () => {
  it('keeps the meal as it was confirmed, holds both times, and frees one of them in the end', async () => {
    const { id, post, ask } = await meal(1);
    const asked = await ask(diner, '12:00');
    expect(asked.body).toMatchObject({
      ...{ status: 'confirmed', start_time: '18:00', total_price: 240, expires_at: null },
      move: {
        ...{ booking_date: '2026-12-01', start_time: '12:00', duration_hours: 2 },
        ...{ starts_at: '2026-12-01T03:00:00.000Z', ends_at: '2026-12-01T05:00:00.000Z' },
        ...{ asked_by: 'diner', expires_at: '2026-11-24T03:00:00.000Z' },
      },
    });
    expect(await startsOn(1)).not.toEqual(expect.arrayContaining(['12:00']));
    expect((await want(1, '13:00')).status).toBe(409);
    expect((await want(1, '17:00')).status).toBe(409);

    expect((await post('move/acceptance', { auth: stranger })).status).toBe(404);
    expect((await post('move/acceptance', diner)).status).toBe(409);
    expect((await post('move/withdrawal', chef)).status).toBe(409);
    const stale = { starts_at: '2026-12-01T04:00:00.000Z' };
    expect((await post('move/acceptance', chef, stale)).status).toBe(409);

    const accepted = await post('move/acceptance', chef, asked.body.move);
    expect(accepted.status).toBe(422);
    const { starts_at } = asked.body.move;
    const moved = await post('move/acceptance', chef, { starts_at });
    expect(moved.body).toMatchObject({ status: 'confirmed', start_time: '12:00', move: null });
    expect(moved.body.total_price).toBe(240);
    expect(moved.body.history.at(-1)).toMatchObject({
      ...{ action: 'accept_move', actor: 'chef', from_status: 'confirmed' },
      ...{ old_starts_at: '2026-12-01T09:00:00.000Z', asked_starts_at: starts_at },
    });
    expect((await post('move/acceptance', chef, { starts_at })).body.history).toHaveLength(
      moved.body.history.length,
    );
    expect(await startsOn(1)).toContain('18:00');
    expect((await want(1, '18:00')).status).toBe(201);
    expect((await t.db.booking.findUniqueOrThrow({ where: { id } })).version).toBe(3);
  });

  it('lets the meal stand when the move is declined, withdrawn or not answered', async () => {
    const { post, ask, see } = await meal(2);
    await ask(chef, '12:00');
    const declined = await post('move/refusal', diner, { reason: 'We eat late.' });
    expect(declined.body).toMatchObject({ status: 'confirmed', start_time: '18:00', move: null });
    expect(declined.body.history.at(-1)).toMatchObject({ reason: 'We eat late.' });
    await ask(diner, '13:00');
    await post('move/withdrawal', diner);
    expect((await post('move/withdrawal', diner)).status).toBe(200);
    expect((await post('move/acceptance', chef)).status).toBe(409);
    await ask(chef, '14:00');
    t.clock.advance(24 * 60 * 60 * 1000);
    expect((await post('move/acceptance', diner)).body.detail).toMatch(/time for this has passed/);
    expect(await t.dueWork.sweeps['requests expired']?.()).toBeGreaterThan(0);
    const seen = await see();
    expect(seen).toMatchObject({ status: 'confirmed', start_time: '18:00', move: null });
    expect(actions(seen.history).slice(1)).toEqual([
      ...['ask_move by chef', 'decline_move by diner', 'ask_move by diner'],
      ...['withdraw_move by diner', 'ask_move by chef', 'lapse_move by system'],
    ]);
    expect(await startsOn(2)).toEqual(expect.arrayContaining(['12:00', '13:00', '14:00']));
  });

  it('is answered by another time, and asked for anew; each time holds only the last one', async () => {
    const { post, ask } = await meal(3);
    await ask(chef, '10:00');
    expect((await ask(diner, '12:00')).body.move).toMatchObject({ asked_by: 'diner' });
    expect((await post('move/acceptance', diner)).status).toBe(409);
    expect(await startsOn(3)).toContain('10:00');
    expect((await ask(diner, '13:30')).body.move).toMatchObject({ start_time: '13:30' });
    const again = await ask(diner, '13:30');
    expect(actions(again.body.history)).toEqual([
      ...['request by diner', 'ask_move by chef', 'ask_move by diner', 'ask_move by diner'],
    ]);
    expect((await ask(diner, '18:00')).status).toBe(422);
    const moved = await post('move/acceptance', chef);
    expect(moved.body).toMatchObject({ start_time: '13:30', move: null });
  });

  it('counts by the original time when the meal is cancelled, and drops the move', async () => {
    const { id, post, ask } = await meal(4);
    t.clock.set('2026-12-04T04:00:00Z');
    await ask(diner, '18:00', '2026-12-28');
    const preview = await t
      .send('get', `${BOOKINGS}/${id}/cancellation`)
      .set('Authorization', diner.auth);
    expect(preview.body).toMatchObject({ amount: 0 });
    const cancelled = await post('cancellation', diner);
    expect(cancelled.body).toMatchObject({ status: 'cancelled', refund_amount: 0, move: null });
    expect(await startsOn(28)).toContain('18:00');
  });

  it('lets no fee be evaded by a move and a withdrawal', async () => {
    const { id, post, ask } = await meal(5);
    t.clock.set('2026-12-05T04:00:00Z');
    await ask(diner, '18:00', '2026-12-29');
    await post('move/withdrawal', diner);
    expect((await post('cancellation', diner)).body).toMatchObject({ refund_amount: 0 });
    expect(await startsOn(29)).toContain('18:00');
    const late = await meal(6);
    t.clock.set('2026-12-06T07:30:00Z');
    expect((await late.ask(diner, '18:00', '2026-12-29')).body.detail).toMatch(/has passed/);
    expect((await t.db.booking.findUniqueOrThrow({ where: { id } })).status).toBe('cancelled');
  });

  it('goes to no day that the subscription does not cover, whoever asks', async () => {
    const user = await buildDiner(t);
    const guest = { auth: await signInAs(t, user.id) };
    const far = await buildChef(t, { horizonDays: 730 });
    const cook = { auth: await signInAs(t, far.userId) };
    const { post, ask } = await meal(18, { userId: user.id, chefId: far.id });
    await t.db.subscription.updateMany({
      where: { userId: user.id },
      data: { cancelAtPeriodEnd: true, currentPeriodEnd: new Date('2026-12-20T00:00:00Z') },
    });
    const refusal = [403, 'urn:coocook:problem:subscription-does-not-cover'];
    for (const date of ['2028-01-08', '2026-12-21']) {
      const refused = await ask(guest, '12:00', date);
      expect([refused.status, refused.body.type]).toEqual(refusal);
    }
    expect((await ask(cook, '12:00', '2026-12-21')).status).toBe(200);
    const refused = await post('move/acceptance', guest);
    expect([refused.status, refused.body.type]).toEqual(refusal);
    expect((await ask(guest, '12:00', '2026-12-19')).status).toBe(200);
  });

  it('is shown to the chef beside what else is asked for on that day', async () => {
    const { id, ask } = await meal(8);
    await ask(diner, '12:00', '2026-12-09');
    const other = await meal(9, { status: 'pending' });
    const page = t.send('get', `/bookings/${other.id}`).set('Authorization', chef.auth);
    const { text } = pageOf(await page.set('Accept', 'text/html'));
    expect(text).toContain(`Request #${id} is for 12:00 to 14:00, 4 h between them.`);
  });

  it('has one effect for one key', async () => {
    const { ask } = await meal(7);
    const key = { 'Idempotency-Key': 'move-once' };
    const first = await ask(chef, '12:00', undefined, key);
    const second = await ask(chef, '12:00', undefined, key);
    expect(second.body).toEqual(first.body);
    expect(second.body.history).toHaveLength(2);
  });

  it('closes a date of searches by the time that is asked for, and opens it again', async () => {
    const far = await buildChef(t, { minHours: 12, maxHours: 12 });
    const cook = { auth: await signInAs(t, far.userId) };
    const { post, ask } = await meal(10, { chefId: far.id, time: '10:00', hours: 12 });
    const closed = async () => {
      await t.dueWork.sweeps['dates closed']?.();
      const [row] = await t.db.$queryRaw<{ closed: string[] }[]>`
        SELECT closed_dates::text[] AS closed FROM chef_search WHERE chef_id = ${far.id}`;
      return row?.closed;
    };
    await ask(diner, '10:00', '2026-12-12');
    expect(await closed()).toEqual(['2026-12-10', '2026-12-12']);
    await post('move/refusal', cook);
    expect(await closed()).toEqual(['2026-12-10']);
    await ask(diner, '10:00', '2026-12-13');
    await post('move/acceptance', cook);
    expect(await closed()).toEqual(['2026-12-13']);
  });
});

describe('a request', () => {
  it('gets its new time at once, by its diner alone, and a new deadline', async () => {
    const { ask } = await meal(20, { status: 'pending' });
    expect((await ask(chef, '12:00')).status).toBe(409);
    t.clock.advance(60 * 60 * 1000);
    const moved = await ask(diner, '12:00');
    expect(moved.body).toMatchObject({ status: 'pending', start_time: '12:00', move: null });
    expect(new Date(moved.body.expires_at).getTime()).toBe(t.clock.now().getTime() + 86_400_000);
    expect(moved.body.history.at(-1)).toMatchObject({
      ...{ action: 'reschedule', from_status: 'pending', to_status: 'pending' },
      old_starts_at: '2026-12-20T09:00:00.000Z',
    });
    expect(await startsOn(20)).toContain('18:00');
    expect((await want(20, '12:00')).status).toBe(409);
  });

  it('that was a confirmed meal, moved by an earlier version, is answered as any other', async () => {
    const { id, see } = await meal(21, { status: 'pending' });
    const moved = { fromStatus: 'confirmed', toStatus: 'pending', action: 'reschedule' } as const;
    const by = { at: t.clock.now(), actor: 'diner', userId: diner.id } as const;
    const oldStartsAt = new Date('2026-12-22T09:00:00Z');
    await t.db.bookingEvent.create({ data: { bookingId: id, ...by, ...moved, oldStartsAt } });
    const answer = t.send('put', `${BOOKINGS}/${id}`).set('Authorization', chef.auth);
    expect((await answer.send({ status: 'confirmed' })).body).toMatchObject({ move: null });
    expect(actions((await see()).history)).toEqual([
      ...['request by diner', 'reschedule by diner', 'confirm by chef'],
    ]);
  });
});
