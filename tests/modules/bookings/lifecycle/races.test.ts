import { describe, expect, it, beforeAll } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { clonePostgres } from '../../../support/database/database.js';
import { buildBooking, buildChef, buildDiner, signInAs } from '../../../support/app/factories.js';

const t = useTestApp({ open: () => clonePostgres(20) });
const BOOKINGS = '/api/coocook/bookings';
const CLIENTS = 64;
let diners: { id: number; as: string }[];

beforeAll(async () => {
  diners = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const { id } = await buildDiner(t);
      return { id, as: await signInAs(t, id) };
    }),
  );
});

const tally = (answers: { status: number }[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

const DATE = '2026-11-28';
/** Asks a chef for two hours on that day. */
const ask = (as: string, chefId: number, given: object = {}) =>
  t
    .send('post', BOOKINGS)
    .set('Authorization', as)
    .send({ chef_id: chefId, booking_date: DATE, duration_hours: 2, ...given });
/** A meal of the first diner, and what its chef and its diner may ask for. */
async function mealOf(status: 'pending' | 'confirmed') {
  const chef = await buildChef(t);
  const [diner] = diners as [(typeof diners)[0]];
  const given = { userId: diner.id, chefId: chef.id, date: DATE, time: '18:00', status };
  const { id } = await buildBooking(t, given);
  const chefAs = await signInAs(t, chef.userId);
  const put = (body: object) =>
    t.send('put', `${BOOKINGS}/${id}`).set('Authorization', chefAs).send(body);
  return { id, put, post: (path: string, body: object) => post(id, diner.as, path, body) };
}
const post = (id: number, as: string, path: string, body: object) =>
  t.send('post', `${BOOKINGS}/${id}/${path}`).set('Authorization', as).send(body);
const historyOf = (bookingId: number) =>
  t.db.bookingEvent.findMany({ where: { bookingId }, orderBy: { id: 'asc' } });

describe('many at once, on a real PostgreSQL', () => {
  it('gives one slot to one of 64 clients', async () => {
    const chef = await buildChef(t);
    const answers = await Promise.all(
      diners.map(({ as }) => ask(as, chef.id, { start_time: '18:00', duration_hours: 3 })),
    );
    expect(tally(answers)).toEqual({ 201: 1, 409: CLIENTS - 1 });
    expect(await t.db.booking.count({ where: { chefId: chef.id } })).toBe(1);
    expect(await t.db.bookingEvent.count({ where: { booking: { chefId: chef.id } } })).toBe(1);
  });

  it('gives overlapping starts to whoever leaves no overlap', async () => {
    const chef = await buildChef(t);
    const starts = ['10:00', '10:30', '11:00', '11:30'];
    const answers = await Promise.all(
      diners.map(({ as }, index) =>
        ask(as, chef.id, { start_time: starts[index % starts.length] }),
      ),
    );
    expect(tally(answers)).toEqual({ 201: 1, 409: CLIENTS - 1 });
  });

  it('leaves one row of starts shifted by 0 to 63 minutes, and two that touch', async () => {
    const chef = await buildChef(t, { startStepMinutes: 15 });
    const answers = await Promise.all(
      diners.map(({ as }, minutes) => {
        const [hour, minute] = [12 + Math.floor(minutes / 60), String(minutes % 60)];
        return ask(as, chef.id, { start_time: `${hour}:${minute.padStart(2, '0')}` });
      }),
    );
    // Only the quarters of an hour are starts of this chef at all.
    expect(tally(answers)).toEqual({ 201: 1, 409: 4, 422: CLIENTS - 5 });
    expect(await t.db.booking.count({ where: { chefId: chef.id } })).toBe(1);

    const [one, other] = diners as [(typeof diners)[0], (typeof diners)[0]];
    const next = await buildChef(t);
    const both = await Promise.all(
      [one, other].map(({ as }, index) => ask(as, next.id, { start_time: `${10 + 2 * index}:00` })),
    );
    expect(tally(both)).toEqual({ 201: 2 });
  });

  it('leaves one row of rows that are inserted past the code', async () => {
    const chef = await buildChef(t);
    const inserts = await Promise.allSettled(
      diners.slice(0, 16).map(({ id }, index) =>
        buildBooking(t, {
          userId: id,
          chefId: chef.id,
          date: DATE,
          time: `12:${String(index * 3).padStart(2, '0')}`,
        }),
      ),
    );
    expect(inserts.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('keeps the buffers between rivals', async () => {
    const chef = await buildChef(t, { bufferBeforeMinutes: 30, bufferAfterMinutes: 30 });
    const answers = await Promise.all(
      ['10:00', '12:00', '12:30', '13:00'].map((start_time, index) =>
        ask(diners[index]?.as ?? '', chef.id, { start_time }),
      ),
    );
    const made = answers.filter((one) => one.status === 201);
    expect(made.length).toBeGreaterThan(0);
    const held = await t.db.booking.findMany({
      where: { chefId: chef.id },
      orderBy: { id: 'asc' },
    });
    for (const [index, a] of held.entries()) {
      for (const b of held.slice(index + 1)) {
        expect(a.heldFrom >= b.heldUntil || b.heldFrom >= a.heldUntil).toBe(true);
      }
    }
  });

  it('finds a start of their own for clients who leave the choice', async () => {
    const chef = await buildChef(t);
    const answers = await Promise.all(diners.slice(0, 6).map(({ as }) => ask(as, chef.id)));
    expect(tally(answers)).toEqual({ 201: 6 });
  });

  it('lets one of 32 mixed transitions win and keeps a history that replays to the end', async () => {
    const { id, put, post } = await mealOf('pending');
    const confirm = () => put({ status: 'confirmed' });
    const decline = () => put({ status: 'declined', reason: 'Away.' });
    const withdraw = () => post('cancellation', {});
    const calls = [confirm, decline, withdraw, decline];
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => calls)
        .flat()
        .map(async (call) => call()),
    );
    expect(answers.every((one) => one.status === 200 || one.status === 409)).toBe(true);
    const history = await historyOf(id);
    let status: string | null = null;
    for (const event of history) {
      expect(event.fromStatus).toBe(status);
      status = event.toStatus;
    }
    const stored = await t.db.booking.findUniqueOrThrow({ where: { id } });
    expect(stored.status).toBe(status);
    // A confirmed meal can still be cancelled by the diner; nothing else follows anything.
    expect(history.length).toBeLessThanOrEqual(3);
  });

  it('lets confirms, cancels and moves of one meal race to one end', async () => {
    const { id, put, post } = await mealOf('confirmed');
    const answers = await Promise.all(
      Array.from(
        { length: 32 },
        (_, index) =>
          [
            () => put({ status: 'confirmed' }),
            () => put({ status: 'cancelled', reason: 'Ill.' }),
            () => post('cancellation', {}),
            () =>
              post('reschedule', {
                booking_date: '2026-11-29',
                start_time: `${10 + (index % 8)}:00`,
              }),
          ][index % 4],
      ).map(async (call) => call?.()),
    );
    expect(answers.every((one) => one?.status === 200 || one?.status === 409)).toBe(true);
    const stored = await t.db.booking.findUniqueOrThrow({ where: { id } });
    const history = await historyOf(id);
    let status: string | null = null;
    for (const { fromStatus, toStatus } of history.slice(1)) {
      expect(fromStatus).toBe(status ?? 'confirmed');
      status = toStatus;
    }
    expect(stored.status).toBe(status ?? 'confirmed');
    expect(stored.version).toBe(history.length);
  });

  it('moves two meals to the same free time once', async () => {
    const chef = await buildChef(t);
    const [one, other] = diners;
    if (one === undefined || other === undefined) throw new Error('no diners');
    const make = (userId: number, time: string) =>
      buildBooking(t, { userId, chefId: chef.id, date: DATE, time, status: 'confirmed' });
    const a = await make(one.id, '10:00');
    const b = await make(other.id, '14:00');
    const move = (id: number, as: string) =>
      t
        .send('post', `${BOOKINGS}/${id}/reschedule`)
        .set('Authorization', as)
        .send({ booking_date: DATE, start_time: '18:00' });
    const answers = await Promise.all([move(a.id, one.as), move(b.id, other.as)]);
    expect(tally(answers)).toEqual({ 200: 1, 409: 1 });
  });

  it('gives the time that a move asks for to one of many who want it, buffers included', async () => {
    const buffers = { bufferBeforeMinutes: 30, bufferAfterMinutes: 30 };
    const chef = await buildChef(t, buffers);
    const movers = await Promise.all(
      diners.slice(0, 3).map(async ({ id: userId, as }, index) => {
        const at = { date: '2026-11-30', time: `${10 + 4 * index}:00` };
        const meal = await buildBooking(t, {
          ...{ userId, chefId: chef.id, ...at, status: 'confirmed' },
        });
        return { id: meal.id, as };
      }),
    );
    const starts = ['12:00', '12:30', '13:00', '14:00'];
    const moves = movers.map(({ id, as }, index) =>
      post(id, as, 'reschedule', { booking_date: DATE, start_time: starts[index] }),
    );
    const requests = diners
      .slice(3, 35)
      .map(({ as }, index) =>
        ask(as, chef.id, { start_time: index % 2 === 0 ? '13:00' : '12:30' }),
      );
    const answers = await Promise.all([...moves, ...requests]);
    expect(answers.filter(({ status }) => status === 200 || status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(34);
  });

  it('lets nobody have a time that a meal or its move holds, past the code either', async () => {
    const chef = await buildChef(t, { bufferAfterMinutes: 30 });
    const [{ id: userId, as }] = diners as [(typeof diners)[0]];
    const at = { userId, chefId: chef.id, date: DATE };
    const { id } = await buildBooking(t, { ...at, time: '10:00', status: 'confirmed' });
    const move = { booking_date: DATE, start_time: '16:00' };
    expect((await post(id, as, 'reschedule', move)).status).toBe(200);
    const wanted = ['10:00', '12:00', '14:00', '15:30', '16:00', '18:00'];
    const made = await Promise.allSettled(wanted.map((time) => buildBooking(t, { ...at, time })));
    const won = wanted.filter((_, index) => made[index]?.status === 'fulfilled');
    // From half past twelve until four; what touches the meal's own buffer is refused as well.
    expect(won).toEqual([]);
    const between = await buildBooking(t, { ...at, time: '13:00' });
    expect(between.status).toBe('pending');
  });

  it('ends a move once, whoever answers, withdraws or is late', async () => {
    const chef = await buildChef(t);
    const chefAs = await signInAs(t, chef.userId);
    const [{ id: userId, as }] = diners as [(typeof diners)[0]];
    const at = { userId, chefId: chef.id, time: '18:00', status: 'confirmed' as const };
    for (const isLate of [false, true]) {
      const date = isLate ? '2026-12-02' : '2026-12-01';
      const { id } = await buildBooking(t, { ...at, date });
      await post(id, as, 'reschedule', { booking_date: date, start_time: '12:00' });
      if (isLate) t.clock.advance(24 * 60 * 60 * 1000);
      const lapse = () => t.dueWork.sweeps['requests expired']?.();
      const calls: (() => unknown)[] = [
        () => post(id, chefAs, 'move/acceptance', {}),
        () => post(id, chefAs, 'move/refusal', {}),
        () => post(id, as, 'move/withdrawal', {}),
        lapse,
      ];
      await Promise.all(Array.from({ length: 24 }, async (_, index) => await calls[index % 4]?.()));
      const [, asked, ended, ...others] = await historyOf(id);
      expect([asked?.action, others]).toEqual(['ask_move', []]);
      const stored = await t.db.booking.findUniqueOrThrow({ where: { id } });
      expect(stored).toMatchObject({ status: 'confirmed', moveStartsAt: null, version: 3 });
      const isMoved = stored.startsAt.getTime() === asked?.askedStartsAt?.getTime();
      expect(isMoved).toBe(ended?.action === 'accept_move');
      if (isLate) expect(isMoved).toBe(false);
    }
  });

  it('expires a request once, with two workers', async () => {
    const chef = await buildChef(t);
    const { id } = await buildBooking(t, {
      userId: diners[0]?.id ?? 0,
      chefId: chef.id,
      date: '2026-11-30',
      time: '18:00',
    });
    t.clock.advance(25 * 60 * 60 * 1000);
    const expire = () => t.dueWork.sweeps['requests expired']?.() ?? Promise.resolve(0);
    const [a, b] = await Promise.all([expire(), expire()]);
    expect(a + b).toBeGreaterThanOrEqual(1);
    const events = await t.db.bookingEvent.count({ where: { bookingId: id, action: 'expire' } });
    expect(events).toBe(1);
  });
});
