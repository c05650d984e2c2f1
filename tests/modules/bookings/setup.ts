import request from 'supertest';
import { beforeAll } from 'vitest';
import { seed } from '../../../prisma/seed.js';
import type { Prisma } from '../../../src/generated/prisma/client.js';
import type { BookingStatus } from '../../../src/modules/bookings/booking/booking.states.js';
import { NOW, type TestApp } from '../../support/app/app.js';
import { buildBooking, buildChef, buildDiner, signInAs } from '../../support/app/factories.js';
import { pageOf } from '../../support/responses/html.js';

export const DISTRICT = '연남동';
export const ADDRESS =
  '동교로 12; 2층, 문 "B"\\C\n초인종을 두 번 눌러 주세요, 그리고 잠시 기다려 주세요';

/** What is asked of a chef over the API. */
export const WISH = {
  booking_date: '2026-11-28',
  start_time: '18:00',
  duration_hours: 3,
  guests: 4,
};

export interface Person {
  id: number;
  auth: string;
}

/** A diner with a subscription and a chef, for a whole test file. */
export function useDinerAndChef(t: TestApp) {
  const diner: Person = { id: 0, auth: '' };
  const chef = { id: 0, userId: 0, auth: '' };
  beforeAll(async () => {
    const { id, userId } = await buildChef(t);
    Object.assign(chef, { id, userId, auth: await signInAs(t, userId) });
    const made = await buildDiner(t);
    Object.assign(diner, { id: made.id, auth: await signInAs(t, made.id) });
  });
  return { diner, chef };
}

/** A diner and a chef whose names try every escape, and meals of theirs on one day after the other. */
export function useMeals(t: TestApp) {
  const diner: Person = { id: 0, auth: '' };
  const chef: Person = { id: 0, auth: '' };
  let day = 0;

  beforeAll(async () => {
    const { id } = await buildDiner(t);
    await t.db.user.update({ where: { id }, data: { name: '김; 하, 나\\' } });
    Object.assign(diner, { id, auth: await signInAs(t, id) });
    const made = await buildChef(t, { name: '박민준 (Park; Min, jun)' });
    Object.assign(chef, { id: made.id, auth: await signInAs(t, made.userId) });
  });

  async function book(
    status: BookingStatus,
    data: Prisma.BookingUncheckedUpdateInput = {},
  ): Promise<number> {
    day += 1;
    const date = `2026-12-${String(day).padStart(2, '0')}`;
    const given = { userId: diner.id, chefId: chef.id, date, time: '18:00', status, guests: 4 };
    const { id } = await buildBooking(t, given);
    await t.db.booking.update({
      where: { id },
      data: { district: DISTRICT, address: ADDRESS, ...data },
    });
    return id;
  }

  const get = (path: string, who: Pick<Person, 'auth'> | null) => {
    const sent = t.send('get', path).set('Accept', 'text/html');
    return who === null ? sent : sent.set('Authorization', who.auth);
  };
  return { diner, chef, book, get };
}

/** What a review carries of what it has shown. */
export const quoteOf = (review: { text: string }) => pageOf(review).values('quote')[0] ?? '';

/** The demo data, and a further chef with nothing booked who is asked for a meal by the form. */
export function useRequestForm(t: TestApp) {
  let chefId = 0;

  beforeAll(async () => {
    await seed(t.db, new Date(NOW));
    ({ id: chefId } = await buildChef(t, { name: 'Kim Ha-na' }));
  });

  /** A diner with a subscription who has booked nothing yet. */
  async function newDiner(language = 'en') {
    const { id } = await buildDiner(t);
    const auth = await signInAs(t, id);
    const headers = { Authorization: auth, 'Accept-Language': language, Accept: 'text/html' };
    const send = (path: string, body: object) =>
      request(t.app).post(path).set(headers).type('form').send(body);
    return {
      id,
      get: (path: string) => request(t.app).get(path).set(headers),
      send,
      /** Reviews, then asks as the review was shown. */
      request: async (path: string, body: object) =>
        send(path, { ...body, step: 'request', quote: quoteOf(await send(path, body)) }),
    };
  }
  const form = () => `/chefs/${chefId}/book`;
  const answers = (given: object = {}) => ({
    booking_date: '2026-11-28',
    duration_hours: '3',
    start_time: '18:00',
    guests: '4',
    district: 'Yeonnam-dong',
    address: '12 Donggyo-ro',
    has_allergies: 'no',
    step: 'review',
    ...given,
  });
  return { newDiner, form, chefId: () => chefId, answers };
}
