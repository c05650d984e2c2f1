import { beforeAll, describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { clonePostgres } from '../../../support/database/database.js';
import { buildBooking, buildChef, buildDiner, signInAs } from '../../../support/app/factories.js';

const t = useTestApp({ open: () => clonePostgres(20) });
const BOOKINGS = '/api/coocook/bookings';
let diner: { id: number };
let asDiner: string;
let busy: { id: number; userId: number };
let others: { id: number; userId: number; cuisineType: string }[];

beforeAll(async () => {
  diner = await buildDiner(t);
  asDiner = await signInAs(t, diner.id);
  busy = await buildChef(t, { cuisineType: 'Korean', rating: 3 });
  others = [
    await buildChef(t, { cuisineType: 'Thai', rating: 5, pricePerSession: 200 }),
    await buildChef(t, { cuisineType: 'Korean', rating: 4 }),
    await buildChef(t, { cuisineType: 'Greek', rating: 4.5 }),
    await buildChef(t, { cuisineType: 'Korean', rating: 4.9, maxGuests: 3 }),
    await buildChef(t, { cuisineType: 'Korean', rating: 4.9, location: 'Busan' }),
    await buildChef(t, { cuisineType: 'Korean', rating: 4.9, minHours: 6 }),
  ];
});

let day = 0;
const nextDate = () => new Date(Date.UTC(2026, 11, 1 + (day += 1))).toISOString().slice(0, 10);
/** A booking that its chef has declined. */
async function declined(date = nextDate()) {
  const { id } = await buildBooking(t, {
    userId: diner.id,
    chefId: busy.id,
    date,
    time: '18:00',
    guests: 4,
    allergies: ['milk'],
    address: '12 Donggyo-ro',
  });
  const chef = await signInAs(t, busy.userId);
  await t
    .send('put', `${BOOKINGS}/${id}`)
    .set('Authorization', chef)
    .send({ status: 'declined', reason: 'Away.' });
  return id;
}
const rescue = (id: number, who = asDiner) =>
  t.send('post', `${BOOKINGS}/${id}/rescue`).set('Authorization', who).send({});
const candidates = (id: number) =>
  t.send('get', `${BOOKINGS}/${id}/rescue`).set('Authorization', asDiner);
async function confirm(booking: { id: number; chef_id: number }) {
  const chef = others.find((one) => one.id === booking.chef_id);
  const as = await signInAs(t, chef?.userId ?? 0);
  return t
    .send('put', `${BOOKINGS}/${booking.id}`)
    .set('Authorization', as)
    .send({ status: 'confirmed', allergies_read: true });
}
type Offer = { id: number; chef_id: number; [key: string]: unknown };
const statuses = async (ids: number[]) =>
  (await t.db.booking.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })).map(
    (one) => one.status,
  );

describe('a rescue', () => {
  it('asks the chefs who are free and fit, with the same wish, the same cuisine first', async () => {
    const id = await declined();
    const { body } = await candidates(id);
    expect(body.candidates.map((one: Offer) => one.chef_id)).toEqual([
      others[1]?.id,
      others[0]?.id,
      others[2]?.id,
    ]);
    expect(body.candidates[1]).toMatchObject({ total_price: 400, currency: 'KRW' });
    const made = await rescue(id);
    expect(made.status).toBe(201);
    for (const offer of made.body.bookings as Offer[]) {
      expect(offer).toMatchObject({
        status: 'pending',
        rescue_of: id,
        guests: 4,
        allergies: ['milk'],
        address: '12 Donggyo-ro',
        start_time: '18:00',
      });
    }
    expect((await rescue(id)).status).toBe(409);
    expect((await candidates(id)).body).toEqual({ candidates: [] });
  });

  it('is won by the first chef to confirm, and the others are withdrawn', async () => {
    const made = await rescue(await declined());
    const offers = made.body.bookings as Offer[];
    const [first, second, third] = offers as [Offer, Offer, Offer];
    expect((await confirm(second)).status).toBe(200);
    expect(await statuses(offers.map((one) => one.id))).toEqual([
      'cancelled',
      'confirmed',
      'cancelled',
    ]);
    expect((await confirm(first)).status).toBe(409);
    const events = await t.db.bookingEvent.findMany({ where: { bookingId: third.id } });
    expect(events.at(-1)).toMatchObject({
      action: 'withdraw',
      reason: 'Another chef confirmed first.',
    });
    const third18 = {
      chef_id: third.chef_id,
      booking_date: third.booking_date,
      start_time: '18:00',
    };
    const again = await t
      .send('post', BOOKINGS)
      .set('Authorization', asDiner)
      .send({ ...third18, duration_hours: 2 });
    expect(again.status).toBe(201);
  });

  it('has one winner when all chefs confirm at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const made = await rescue(await declined());
      const offers = made.body.bookings as Offer[];
      const answers = await Promise.all(offers.map(confirm));
      expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409]);
      const found = await statuses(offers.map((one) => one.id));
      expect(found.sort()).toEqual(['cancelled', 'cancelled', 'confirmed']);
    }
  });

  it('of a wish pressed twice at once asks each chef once', async () => {
    const id = await declined();
    const answers = await Promise.all([rescue(id), rescue(id)]);
    expect(answers.map((one) => one.status).sort()).toEqual([201, 409]);
    expect(await t.db.booking.count({ where: { rescueOfId: id } })).toBe(3);
  });

  it('goes on to the next chefs when those decline, too, and not back to them', async () => {
    const date = nextDate();
    const made = await rescue(await declined(date));
    const offers = made.body.bookings as Offer[];
    const far = await buildChef(t, { cuisineType: 'Korean', rating: 1 });
    others.push({ ...far });
    for (const offer of offers) {
      const chef = others.find((one) => one.id === offer.chef_id);
      await t
        .send('put', `${BOOKINGS}/${offer.id}`)
        .set('Authorization', await signInAs(t, chef?.userId ?? 0))
        .send({ status: 'declined', reason: 'Away.' });
    }
    const next = await candidates(offers[0]?.id ?? 0);
    expect(next.body.candidates.map((one: Offer) => one.chef_id)).toEqual([far.id]);
  });

  it("is the diner's to press, and for open wishes only", async () => {
    const id = await declined();
    const chef = await signInAs(t, busy.userId);
    expect((await rescue(id, chef)).status).toBe(403);
    const stranger = await buildDiner(t);
    expect((await rescue(id, await signInAs(t, stranger.id))).status).toBe(404);
    const live = await buildBooking(t, {
      userId: diner.id,
      chefId: busy.id,
      date: nextDate(),
      time: '18:00',
    });
    expect((await rescue(live.id)).status).toBe(409);
    await t.db.subscription.updateMany({ where: { userId: diner.id }, data: { status: 'ended' } });
    expect((await rescue(id)).status).toBe(403);
    await t.db.subscription.updateMany({ where: { userId: diner.id }, data: { status: 'active' } });
    expect((await rescue(id)).status).toBe(201);
  });
});
