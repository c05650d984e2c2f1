import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  TRANSITIONS,
  type BookingActor,
  type Transition,
} from '../../../../src/modules/bookings/booking/booking.states.js';
import { bookingEvents } from '../../../../src/modules/bookings/index.js';
import { packageRoot } from '../../../../src/platform/paths.js';
import { buildTestApp, useTestApp, type TestApp } from '../../../support/app/app.js';
import { buildBooking, buildChef, buildDiner, signInAs } from '../../../support/app/factories.js';
import { useDinerAndChef } from '../setup.js';

const BOOKINGS = '/api/coocook/bookings';
const names = Object.keys(bookingEvents) as (keyof typeof bookingEvents)[];
/** One subscriber to every event; its jobs stay in the queue, where they are looked at. */
const listener = { 'test.listener': () => Promise.resolve() };
const t = useTestApp({ subscribers: Object.fromEntries(names.map((name) => [name, listener])) });

const { diner, chef } = useDinerAndChef(t);

interface EventJob {
  name: keyof typeof bookingEvents;
  data: { booking_id: number };
}

/** The events that wait for the listener, oldest first, as they were published. */
async function published({ db }: Pick<TestApp, 'db'>, bookingId: number): Promise<EventJob[]> {
  const rows = await db.$queryRaw<{ event: EventJob }[]>`
    SELECT data->'data' AS event FROM pgboss.job
    WHERE data->>'name' = 'event:test.listener'
      AND (data->'data'->'data'->>'booking_id')::int = ${bookingId} ORDER BY created_on, id`;
  return rows.map(({ event }) => event);
}

/** The name of the event of an action: the table of the code, written a second time. */
const NAMES: Record<Transition['action'], keyof typeof bookingEvents> = {
  request: 'booking.requested',
  confirm: 'booking.confirmed',
  decline: 'booking.declined',
  withdraw: 'booking.withdrawn',
  expire: 'booking.expired',
  cancel: 'booking.cancelled',
  reschedule: 'booking.rescheduled',
  edit: 'booking.edited',
  complete: 'booking.completed',
  no_show: 'booking.no_show',
  ask_move: 'booking.move_asked',
  accept_move: 'booking.move_accepted',
  decline_move: 'booking.move_declined',
  withdraw_move: 'booking.move_withdrawn',
  lapse_move: 'booking.move_lapsed',
};
const MOVE_ANSWERS: Partial<Record<Transition['action'], string>> = {
  accept_move: '/move/acceptance',
  decline_move: '/move/refusal',
  withdraw_move: '/move/withdrawal',
};
/** In Seoul. */
const noonOf = (startsAt: Date) => ({
  booking_date: startsAt.toISOString().slice(0, 10),
  start_time: '12:00',
});

/** Takes a step as its actor does, at a time at which it can be taken. */
async function take(step: Transition, actor: BookingActor, id: number): Promise<void> {
  const booking = await t.db.booking.findUniqueOrThrow({ where: { id } });
  if (step.when === 'after-deadline') t.clock.advance(25 * 60 * 60 * 1000);
  if (step.when === 'after-start') t.clock.set(booking.startsAt.toISOString());
  if (step.when === 'after-end') {
    t.clock.set(new Date(booking.endsAt.getTime() + 25 * 60 * 60 * 1000).toISOString());
  }
  if (actor === 'system') {
    const job = { completeIn: () => Promise.resolve(true) };
    await t.dueWork.handlers['booking-deadline']?.({ booking_id: id }, job);
    return;
  }
  const send = (method: 'post' | 'put' | 'patch', path: string, body: object) =>
    t
      .send(method, `${BOOKINGS}/${id}${path}`)
      .set('Authorization', actor === 'chef' ? chef.auth : diner.auth)
      .send(body);
  const answer = MOVE_ANSWERS[step.action];
  const { status } =
    answer !== undefined
      ? await send('post', answer, {})
      : step.action === 'reschedule' || step.action === 'ask_move'
        ? await send('post', '/reschedule', noonOf(booking.startsAt))
        : step.action === 'edit'
          ? await send('patch', '', { guests: 5 })
          : actor === 'chef'
            ? await send('put', '', { status: step.to, reason: 'Because.' })
            : await send('post', '/cancellation', {});
  expect(status).toBe(200);
}

async function askToMove(id: number, startsAt: Date, { auth }: { auth: string }): Promise<void> {
  const sent = t.send('post', `${BOOKINGS}/${id}/reschedule`).set('Authorization', auth);
  expect((await sent.send(noonOf(startsAt))).status).toBe(200);
}

const steps = TRANSITIONS.flatMap((step) =>
  step.actors.map((actor): [string, Transition, BookingActor] => [
    `${step.action} of a ${step.from} one by the ${actor}`,
    step,
    actor,
  ]),
);
let day = 0;

describe('what happens to a booking is published:', () => {
  it('a request', async () => {
    const body = { chef_id: chef.id, booking_date: '2026-11-29', duration_hours: 2 };
    const made = await t.send('post', BOOKINGS).set('Authorization', diner.auth).send(body);
    const [event, ...others] = await published(t, made.body.id as number);
    expect([event?.name, others]).toEqual(['booking.requested', []]);
    expect(bookingEvents['booking.requested'].parse(event?.data)).toEqual({
      booking_id: made.body.id,
      version: 1,
      user_id: diner.id,
      chef_id: chef.id,
      actor: 'diner',
      at: t.clock.now(),
      starts_at: new Date(made.body.starts_at as string),
      ends_at: new Date(made.body.ends_at as string),
      old_starts_at: null,
      asked_starts_at: null,
    });
  });

  it.each(steps)('%s', async (_name, step, actor) => {
    day += 1;
    const { id, startsAt } = await buildBooking(t, {
      userId: diner.id,
      chefId: chef.id,
      date: `2026-12-${String(day).padStart(2, '0')}`,
      time: '18:00',
      status: step.from,
    });
    const isByChef = (step.move === 'own') === (actor === 'chef');
    if (step.move !== undefined) await askToMove(id, startsAt, isByChef ? chef : diner);
    await take(step, actor, id);
    const now = await t.db.booking.findUniqueOrThrow({ where: { id } });
    expect(now.status).toBe(step.to);
    const events = await published(t, id);
    const before = step.move === undefined ? [] : ['booking.move_asked'];
    expect(events.map(({ name }) => name)).toEqual([...before, NAMES[step.action]]);
    const isMoved = ['reschedule', 'accept_move'].includes(step.action);
    const isOfMove = step.action === 'ask_move' || step.move !== undefined;
    expect(bookingEvents[NAMES[step.action]].parse(events.at(-1)?.data)).toEqual({
      booking_id: id,
      version: now.version,
      user_id: diner.id,
      chef_id: chef.id,
      actor,
      at: now.updatedAt,
      starts_at: now.startsAt,
      ends_at: now.endsAt,
      old_starts_at: isMoved ? startsAt : null,
      asked_starts_at: isOfMove
        ? new Date(`${startsAt.toISOString().slice(0, 10)}T03:00:00Z`)
        : null,
    });
  });

  it('what is told of the allergies, and that it was read', async () => {
    const given = { userId: diner.id, chefId: chef.id, date: '2026-12-30', time: '18:00' };
    const { id } = await buildBooking(t, { ...given, status: 'confirmed' });
    const allergies = { allergies: ['milk'] };
    const path = `${BOOKINGS}/${id}/allergies`;
    await t.send('put', path).set('Authorization', diner.auth).send(allergies);
    await t.send('post', `${path}/reading`).set('Authorization', chef.auth);
    const told = (await published(t, id)).map(({ name }) => name);
    expect(told).toEqual(['booking.allergies_told', 'booking.allergies_read']);
  });

  it('every event, by one of these', () => {
    const taken = new Set(TRANSITIONS.map(({ action }) => NAMES[action]));
    const others = [...[NAMES.request, 'booking.allergies_told', 'booking.allergies_read']];
    expect([...taken, ...others].sort()).toEqual([...names].sort());
  });

  it('once, with a key that is sent twice', async () => {
    const body = { chef_id: chef.id, booking_date: '2026-11-30', duration_hours: 2 };
    const send = () =>
      t
        .send('post', BOOKINGS)
        .set('Authorization', diner.auth)
        .set('Idempotency-Key', 'events-once')
        .send(body);
    const [first, again] = [await send(), await send()];
    expect(again.body.id).toBe(first.body.id);
    expect(await published(t, first.body.id as number)).toHaveLength(1);
  });
});

it('the history is written by the one function that publishes', () => {
  const folder = join(packageRoot(), 'src/modules');
  const writers = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .filter((path) =>
      /bookingEvent\s*\.(create|upsert)|INTO booking_events/.test(
        readFileSync(join(folder, path), 'utf8'),
      ),
    );
  expect(writers).toEqual(['bookings/booking/changes.data.ts']);
});

it('a booking costs no job when nobody subscribes', async () => {
  const quiet = await buildTestApp();
  const { id: userId } = await buildDiner(quiet);
  const { id: chefId } = await buildChef(quiet);
  const made = await quiet
    .send('post', BOOKINGS)
    .set('Authorization', await signInAs(quiet, userId))
    .send({ chef_id: chefId, booking_date: '2026-11-29', duration_hours: 2 });
  expect(made.status).toBe(201);
  const jobs = await quiet.db.$queryRaw`SELECT data->>'name' AS name FROM pgboss.job`;
  expect(jobs).toEqual([{ name: 'booking-deadline' }]);
  await quiet.database.close();
});
