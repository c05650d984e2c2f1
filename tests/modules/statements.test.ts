import type { Test } from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { useTestApp } from '../support/app/app.js';
import { addDays } from '../../src/platform/time/instants.js';
import { buildBooking, buildChef, buildDiner, signInAs } from '../support/app/factories.js';
import { openNotingDatabase } from '../support/database/statements.js';

const statements: string[] = [];
const t = useTestApp({ open: () => openNotingDatabase(statements) });
const diner = { id: 0, auth: '' };
const cook = { id: 0, auth: '' };
let lastDay = 0;

/** Makes lists longer: chefs, and bookings of one diner with one chef. */
async function addRows(count: number) {
  for (let made = 0; made < count; made += 1) {
    await buildChef(t);
    lastDay += 1;
    const date = addDays('2026-12-01', lastDay);
    await buildBooking(t, { userId: diner.id, chefId: cook.id, date, time: '18:00' });
  }
}

beforeAll(async () => {
  const chef = await buildChef(t);
  const user = await buildDiner(t);
  Object.assign(cook, { id: chef.id, auth: await signInAs(t, chef.userId) });
  Object.assign(diner, { id: user.id, auth: await signInAs(t, user.id) });
  await addRows(2);
});

/** How many statements an answer costs. */
async function cost(request: Test): Promise<number> {
  statements.length = 0;
  const { status } = await request;
  expect(status).toBeLessThan(300);
  return statements.length;
}

const get = (path: string, person: { auth: string } | null) => {
  const request = t.send('get', path);
  return person === null ? request : request.set('Authorization', person.auth);
};

describe('the statements of a request', () => {
  it.each([
    [0, '/health', null],
    [1, '/', null],
    [1, '/explore', null],
    [2, '/explore?guests=99', null],
    [2, '/explore?q=korean&location=Seoul&cuisine=Korean', null],
    [1, '/explore?date=2026-11-28', null],
    [2, '/explore?date=2026-11-28&q=kroean&location=seuol', null],
    [1, '/chefs/1', null],
    [1, '/api/coocook/chefs', null],
    [1, '/api/coocook/chefs/1', null],
    [1, '/api/coocook/chefs/1/slots?duration_hours=2', null],
    [2, '/api/coocook/bookings', diner],
    [2, '/api/coocook/bookings/1', diner],
    [2, '/my-bookings', diner],
    [2, '/bookings/1', diner],
    [2, '/chefs/1', diner],
    [2, '/bookings/1', cook],
    [2, '/chef/today', cook],
    [2, '/chef/inbox', cook],
    [2, '/chef/earnings', cook],
  ])('are %i, however long its lists are: %s', async (count, path, person) => {
    await get(path, person);
    const before = await cost(get(path, person));
    await addRows(3);
    expect([path, before, await cost(get(path, person))]).toEqual([path, count, count]);
  });

  const book = (date: string) =>
    t
      .send('post', '/api/coocook/bookings')
      .set('Authorization', diner.auth)
      .send({ chef_id: cook.id, booking_date: date, start_time: '18:00', duration_hours: 2 });

  it('are 3 where it books', async () => {
    await book('2027-06-14');
    expect(await cost(book('2027-06-15'))).toBe(3);
  });

  it('are 3 more with a key: its lock, the answer under it and the answer kept', async () => {
    const once = (date: string) => book(date).set('Idempotency-Key', date);
    await once('2027-06-16');
    expect(await cost(once('2027-06-17'))).toBe(6);
    expect(await cost(once('2027-06-17'))).toBe(3);
  });
});
