import { beforeAll, describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { buildBooking, buildChef, buildDiner } from '../../../support/app/factories.js';
import { clonePostgres } from '../../../support/database/database.js';

const t = useTestApp({ open: () => clonePostgres() });
const EVENING = [6, 7].map((weekday) => ({ weekday, opensAt: 18 * 60, closesAt: 22 * 60 }));
const SATURDAY = '2026-11-28';
const diner = { id: 0 };

const closeDates = () => t.dueWork.sweeps['dates closed']?.();
const closedOf = async (chefId: number) => {
  const { closedDates } = await t.db.chefSearch.findUniqueOrThrow({ where: { chefId } });
  return closedDates.map((date) => date.toISOString().slice(0, 10));
};
const buildCook = () => buildChef(t, { weeklyHours: { create: EVENING } });
const book = (chefId: number, hours = 4, date = SATURDAY) =>
  buildBooking(t, { userId: diner.id, chefId, date, time: '18:00', hours });
const withdraw = (db: Pick<typeof t.db, 'booking'>, id: number) =>
  db.booking.update({ where: { id }, data: { status: 'cancelled', expiresAt: null } });
/** Who is found on a date. */
const foundOn = async (date: string) => {
  const { body } = await t.send('get', `/api/coocook/chefs?date=${date}&per_page=100`);
  return body.chefs.map(({ id }: { id: number }) => id);
};

beforeAll(async () => {
  diner.id = (await buildDiner(t)).id;
});

describe('a date on which a chef is booked up', () => {
  it('is closed by the sweep, and open again at once when the booking goes or moves', async () => {
    const { id } = await buildCook();
    const booking = await book(id);
    expect(await closedOf(id)).toEqual([]);
    expect(await closeDates()).toBeGreaterThan(0);
    expect(await closedOf(id)).toEqual([SATURDAY]);
    expect(await closeDates()).toBe(0);
    await t.db.$executeRaw`
      UPDATE bookings SET held_from = held_from - interval '1 hour' WHERE id = ${booking.id}`;
    expect(await closedOf(id)).toEqual([]);
    await closeDates();
    expect(await closedOf(id)).toEqual([SATURDAY]);
    await withdraw(t.db, booking.id);
    expect([await closedOf(id), await foundOn(SATURDAY)]).toEqual([[], [id]]);
  });

  it.each([
    ['shorter meals', { minHours: 1 }, {}],
    ['other hours', {}, { opensAt: 16 * 60 }],
  ])('is open again at once with %s', async (_what, terms, hours) => {
    const { id } = await buildChef(t, { minHours: 2, weeklyHours: { create: EVENING } });
    await book(id, 3);
    await closeDates();
    expect(await closedOf(id)).toEqual([SATURDAY]);
    await t.db.chef.update({ where: { id }, data: terms });
    await t.db.weeklyHours.updateMany({ where: { chefId: id }, data: hours });
    expect([await closedOf(id), await foundOn(SATURDAY)]).toEqual([
      [],
      expect.arrayContaining([id]),
    ]);
  });

  it('stays open while somebody who has not committed sets the chef free', async () => {
    const { id } = await buildCook();
    const booking = await book(id);
    await t.db.$transaction(async (tx) => {
      await withdraw(tx, booking.id);
      await closeDates();
    });
    expect(await closedOf(id)).toEqual([]);
    await closeDates();
    expect(await closedOf(id)).toEqual([]);
  });

  it('is open again when the chef is set free while it is being closed', async () => {
    const { id } = await buildCook();
    const booking = await book(id);
    let cancelled: Promise<unknown> = Promise.resolve();
    await t.db.$transaction(async (closing) => {
      await closing.$executeRaw`SELECT FROM chef_search WHERE chef_id = ${id} FOR UPDATE`;
      cancelled = withdraw(t.db, booking.id).catch((error: unknown) => error);
      await closing.$executeRaw`
        UPDATE chef_search SET closed_dates = ARRAY[${SATURDAY}::date] WHERE chef_id = ${id}`;
    });
    expect(await cancelled).toMatchObject({ status: 'cancelled' });
    expect(await closedOf(id)).toEqual([]);
  });

  it('is forgotten with the chef', async () => {
    const chef = await buildCook();
    await t.db.chef.delete({ where: { id: chef.id } });
    await closeDates();
    expect(await t.db.chefDateCheck.count()).toBe(0);
  });
});
