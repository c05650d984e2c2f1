import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { buildBooking } from '../../../support/app/factories.js';
import { useDinerAndChef } from '../setup.js';

const t = useTestApp();
const BOOKINGS = '/api/coocook/bookings';
const CHEFS = '/api/coocook/chefs';
const { diner, chef } = useDinerAndChef(t);

let day = 0;
const nextDate = () => new Date(Date.UTC(2026, 11, 1 + (day += 1))).toISOString().slice(0, 10);
const build = (given: Partial<Parameters<typeof buildBooking>[1]> = {}) =>
  buildBooking(t, { userId: diner.id, chefId: chef.id, date: nextDate(), time: '18:00', ...given });
const as = (who: string, method: 'get' | 'post' | 'put' | 'patch', path: string) =>
  t.send(method, path).set('Authorization', who);
const answer = (id: number, body: object) => as(chef.auth, 'put', `${BOOKINGS}/${id}`).send(body);

describe('the party of a booking', () => {
  const party = {
    allergies: ['peanuts', 'milk'],
    allergy_notes: 'Peanuts: severe',
    dietary_needs: ['halal'],
    district: 'Mapo',
    address: '12 Donggyo-ro',
  };
  const request = (body: object) =>
    as(diner.auth, 'post', BOOKINGS).send({
      chef_id: chef.id,
      booking_date: nextDate(),
      duration_hours: 2,
      ...body,
    });

  it('is kept in fields, and wrong ones are refused', async () => {
    const { status, body } = await request(party);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...party, allergies_read_at: null });
    for (const [wrong, pointer] of [
      [{ allergies: ['moonlight'] }, '/allergies/0'],
      [{ allergies: ['milk', 'milk'] }, '/allergies'],
      [{ allergies: 'milk' }, '/allergies'],
      [{ dietary_needs: ['fast food'] }, '/dietary_needs/0'],
      [{ allergy_notes: 'x'.repeat(501) }, '/allergy_notes'],
    ] as const) {
      const refused = await request(wrong);
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, pointer]);
    }
  });

  it('has an address that the chef is told once the meal is confirmed, and no longer', async () => {
    const { body: made } = await request(party);
    const id = made.id as number;
    const seen = async () =>
      (await as(chef.auth, 'get', `${BOOKINGS}/${id}`)).body as Record<string, unknown>;
    expect(await seen()).toMatchObject({ district: 'Mapo', address: null });
    const inbox = await as(chef.auth, 'get', `${BOOKINGS}?as=chef&status=pending`);
    expect(JSON.stringify(inbox.body)).not.toContain('Donggyo');
    await answer(id, { status: 'confirmed', allergies_read: true });
    expect((await seen()).address).toBe('12 Donggyo-ro');
    await as(diner.auth, 'post', `${BOOKINGS}/${id}/cancellation`).send({});
    expect((await seen()).address).toBeNull();
    const own = await as(diner.auth, 'get', `${BOOKINGS}/${id}`);
    expect(own.body.address).toBe('12 Donggyo-ro');
  });

  it('is confirmed only by a chef who has ticked that the allergies were read', async () => {
    const { body: made } = await request(party);
    const id = made.id as number;
    const unread = await answer(id, { status: 'confirmed' });
    expect([unread.status, unread.body.errors[0].pointer]).toEqual([422, '/allergies_read']);
    expect((await answer(id, { status: 'confirmed', allergies_read: false })).status).toBe(422);
    const done = await answer(id, { status: 'confirmed', allergies_read: true });
    expect([done.status, done.body.allergies_read_at]).toEqual([200, t.clock.now().toISOString()]);
    const { id: other } = await build({ allergyNotes: 'Kiwi' });
    await expect(
      t.db.booking.update({ where: { id: other }, data: { status: 'confirmed', expiresAt: null } }),
    ).rejects.toThrow(/bookings_allergies_read/);
  });
});

describe('a repeated step', () => {
  it('changes nothing and succeeds for the actor who took it', async () => {
    const { id } = await build();
    for (const _ of [1, 2, 3]) expect((await answer(id, { status: 'confirmed' })).status).toBe(200);
    const move = { booking_date: nextDate(), start_time: '12:00' };
    for (const _ of [1, 2]) {
      const moved = await as(diner.auth, 'post', `${BOOKINGS}/${id}/reschedule`).send(move);
      expect([moved.status, moved.body.status]).toEqual([200, 'confirmed']);
    }
    for (const _ of [1, 2]) {
      expect((await as(diner.auth, 'post', `${BOOKINGS}/${id}/cancellation`).send({})).status).toBe(
        200,
      );
    }
    expect((await answer(id, { status: 'cancelled', reason: 'Late.' })).status).toBe(409);
    const history = await t.db.bookingEvent.findMany({
      where: { bookingId: id },
      orderBy: { id: 'asc' },
    });
    expect(history.map((event) => event.action)).toEqual([
      'request',
      'confirm',
      'ask_move',
      'cancel',
    ]);
  });
});

describe('an entity tag', () => {
  it('lets a booking be changed only as it was seen', async () => {
    const { id } = await build();
    const seen = await as(chef.auth, 'get', `${BOOKINGS}/${id}`);
    const tag = seen.headers.etag as string;
    expect(tag).toMatch(/^"1-/);
    const unchanged = await as(chef.auth, 'get', `${BOOKINGS}/${id}`).set('If-None-Match', tag);
    expect(unchanged.status).toBe(304);
    const confirmed = await answer(id, { status: 'confirmed' }).set('If-Match', tag);
    expect([confirmed.status, confirmed.headers.etag]).toEqual([
      200,
      expect.stringMatching(/^"2-/),
    ]);
    for (const stale of [tag, '"x"', 'W/"2-aaaaaaaaaaaaaaaa"', 'nonsense']) {
      const late = await answer(id, { status: 'cancelled', reason: 'Ill.' }).set('If-Match', stale);
      expect([late.status, late.body.type]).toEqual([
        412,
        'urn:coocook:problem:precondition-failed',
      ]);
    }
    const calledOff = await as(diner.auth, 'post', `${BOOKINGS}/${id}/cancellation`)
      .set('If-Match', `"9-zzzz", ${confirmed.headers.etag as string}`)
      .send({});
    expect(calledOff.status).toBe(200);
  });

  it('does the same for a profile and a schedule, which change together', async () => {
    const profile = `${CHEFS}/${chef.id}`;
    const tag = (await t.send('get', profile)).headers.etag as string;
    const edit = (name: string, etag: string) =>
      as(chef.auth, 'patch', profile).set('If-Match', etag).send({ name });
    expect((await edit('One', tag)).status).toBe(200);
    expect((await edit('Two', tag)).status).toBe(412);
    expect((await edit('Three', '*')).body.name).toBe('Three');
    const schedule = await as(chef.auth, 'get', `${profile}/schedule`);
    const {
      chef_id: _id,
      outside_bookings: _outside,
      ...body
    } = schedule.body as Record<string, unknown>;
    const replace = (etag: string) =>
      as(chef.auth, 'put', `${profile}/schedule`).set('If-Match', etag).send(body);
    expect((await replace(tag)).status).toBe(412);
    expect((await replace(schedule.headers.etag as string)).status).toBe(200);
    expect((await replace(schedule.headers.etag as string)).status).toBe(412);
  });
});

describe('deadlines', () => {
  const jobsOf = (id: number) =>
    t.db.$queryRaw<{ start_after: Date }[]>`
      SELECT start_after FROM pgboss.job
      WHERE data->'data'->>'booking_id' = ${String(id)} ORDER BY created_on, start_after`;
  const job = { completeIn: () => Promise.resolve(true) };
  const meet = (id: number) => t.dueWork.handlers['booking-deadline']?.({ booking_id: id }, job);

  it('are asked for with what sets them', async () => {
    const { body } = await as(diner.auth, 'post', BOOKINGS).send({
      chef_id: chef.id,
      booking_date: nextDate(),
      duration_hours: 2,
    });
    const id = body.id as number;
    await answer(id, { status: 'confirmed' });
    const jobs = await jobsOf(id);
    expect(jobs.map((job) => job.start_after.toISOString())).toEqual([
      body.expires_at,
      new Date(Date.parse(body.ends_at as string) + 24 * 60 * 60 * 1000).toISOString(),
    ]);
  });

  it('are met once, and only if the booking still calls for it', async () => {
    const { id } = await build();
    const confirmed = await build();
    await answer(confirmed.id, { status: 'confirmed' });
    await meet(id);
    await meet(9_999_999);
    expect((await t.db.booking.findUniqueOrThrow({ where: { id } })).status).toBe('pending');
    t.clock.advance(25 * 60 * 60 * 1000);
    for (const _ of [1, 2]) await meet(id);
    await meet(confirmed.id);
    const events = await t.db.bookingEvent.findMany({ where: { bookingId: id } });
    expect(events.map((event) => event.toStatus)).toEqual(['pending', 'expired']);
    const other = await t.db.booking.findUniqueOrThrow({ where: { id: confirmed.id } });
    expect(other.status).toBe('confirmed');
    await expect(meet('x' as unknown as number)).rejects.toThrow();
  });
});
