import { beforeAll, describe, expect, it } from 'vitest';
import { useTestApp } from '../support/app/app.js';
import { buildBooking, buildChef, buildDiner, signInAs } from '../support/app/factories.js';
import { clonePostgres } from '../support/database/database.js';
import { notingDb } from '../support/database/noting-db.js';
import { readWhole } from '../support/database/plans.js';

const statements: string[] = [];
const t = useTestApp({
  async open() {
    const database = await clonePostgres();
    return { ...database, prisma: notingDb(database.prisma, (one) => statements.push(one)) };
  },
});
const people = { diner: '', chef: '' };

beforeAll(async () => {
  const diner = await buildDiner(t);
  const chef = await buildChef(t);
  await buildBooking(t, { userId: diner.id, chefId: chef.id, date: '2026-11-23', time: '19:00' });
  people.diner = await signInAs(t, diner.id);
  people.chef = await signInAs(t, chef.userId);
});

const BOOKINGS = '/api/coocook/bookings';
const TABS = ['upcoming', 'pending', 'past', 'cancelled'];

// Those of chefs are in search.plans.test.ts.
describe('no statement of a list of bookings reads a whole table', () => {
  it.each([
    ...[BOOKINGS, `${BOOKINGS}?status=pending`].map((path) => ['diner', path] as const),
    ...[`${BOOKINGS}?as=chef`].map((path) => ['chef', path] as const),
    ...TABS.map((tab) => ['diner', `/my-bookings?tab=${tab}`] as const),
    ...TABS.map((tab) => ['chef', `/chef/inbox?tab=${tab}`] as const),
    ...['/chef/today', '/chef/earnings', '/chef/schedule'].map((path) => ['chef', path] as const),
  ])('%s: %s', async (who, path) => {
    statements.length = 0;
    await t.send('get', path).set('Authorization', people[who]).expect(200);
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of [...statements]) {
      expect(await readWhole(t.db, statement)).toEqual([]);
    }
  });
});
