import { describe, expect, it } from 'vitest';
import { seed } from '../../prisma/seed.js';
import { buildTestApp, type TestApp } from '../support/app/app.js';

async function seededAt(now: string): Promise<TestApp> {
  const t = await buildTestApp();
  t.clock.set(now);
  await seed(t.db, t.clock.now());
  return t;
}
const demoToken = async (t: TestApp) => {
  const given = { passkey: 'demo2026', role: 'chef' };
  const { body } = await t.send('post', '/api/auth/demo').send(given);
  return `Bearer ${(body as { access_token: string }).access_token}`;
};

describe.each([
  ['a Monday noon', '2026-11-23T03:00:00Z', '2026-11-28'],
  ['a Thursday evening', '2026-11-26T11:30:00Z', '2026-11-28'],
  ['a Friday before midnight', '2026-11-27T14:45:00Z', '2026-11-28'],
  ['a Saturday, which is still Friday in UTC', '2026-11-27T16:00:00Z', '2026-11-28'],
  ['a Saturday morning', '2026-11-28T01:00:00Z', '2026-12-05'],
])('the demo data made on %s in Seoul', (_, now, saturday) => {
  it('lets the example of the README book and confirm, and has a request that can be', async () => {
    const t = await seededAt(now);
    const wish = { chef_id: 1, booking_date: saturday, start_time: '18:00', duration_hours: 3 };
    const made = await t
      .send('post', '/api/coocook/bookings')
      .set('Authorization', 'Bearer demo_token')
      .send({ ...wish, guests: 4 });
    expect(made.status).toBe(201);
    const chef = await demoToken(t);
    const list = await t
      .send('get', '/api/coocook/bookings?as=chef&status=pending')
      .set('Authorization', chef);
    const { bookings } = list.body as {
      bookings: { id: number; allergies: string[] | null; expires_at: string }[];
    };
    expect(bookings).toHaveLength(3);
    expect(bookings.filter(({ allergies }) => (allergies ?? []).length > 0)).toHaveLength(1);
    // One of the demo data, and the one that has just been made.
    expect(bookings.filter(({ allergies }) => allergies === null)).toHaveLength(2);
    const sooner = bookings.filter(({ expires_at: until }) => until <= t.clock.now().toISOString());
    expect(sooner).toEqual([]);
    const confirmed = await t
      .send('put', `/api/coocook/bookings/${bookings[0]?.id}`)
      .set('Authorization', chef)
      .send({ status: 'confirmed' });
    expect(confirmed.status).toBe(200);
    await t.database.close();
  });
});

describe('the demo data', () => {
  it('gives every chef a past, with a whole history, and adds nothing when made again', async () => {
    const t = await seededAt('2026-11-23T03:00:00Z');
    const before = await t.db.booking.count();
    await seed(t.db, t.clock.now());
    expect(await t.db.booking.count()).toBe(before);
    expect(await t.db.user.count()).toBe(7);
    expect(
      await t.db.user.findUnique({ where: { email: 'seoyeon.kim@coocook.test' } }),
    ).toMatchObject({ id: 7, name: 'Kim Seo-yeon' });
    const bookings = await t.db.booking.findMany({
      include: { history: { orderBy: { id: 'asc' } } },
      orderBy: { id: 'asc' },
    });
    expect(bookings.slice(0, 7).every(({ userId }) => userId === 1)).toBe(true);
    expect(bookings.slice(7).every(({ userId }) => userId === 7)).toBe(true);
    for (const chefId of [1, 2, 3, 4, 5]) {
      const past = bookings.filter((one) => one.chefId === chefId && one.status === 'completed');
      expect(past.length).toBeGreaterThan(1);
    }
    for (const { status, version, history } of bookings) {
      expect(history.at(-1)?.toStatus).toBe(status);
      expect(history).toHaveLength(version);
      expect(history.map(({ fromStatus }) => fromStatus)).toEqual([
        null,
        ...history.slice(0, -1).map(({ toStatus }) => toStatus),
      ]);
      const times = history.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.every((at) => at <= t.clock.now().getTime())).toBe(true);
    }
    await t.database.close();
  });
});
