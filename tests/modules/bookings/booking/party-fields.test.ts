import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  PARTY_FIELDS,
  type PartyField,
} from '../../../../src/modules/bookings/booking/party.schemas.js';
import { useTestApp } from '../../../support/app/app.js';
import { pageOf, type Part } from '../../../support/responses/html.js';
import { buildChef, buildDiner, signInAs } from '../../../support/app/factories.js';

/** A value of each field, and the words that tell it on a page. */
const EXAMPLES = {
  guests: { value: 3, words: '3 guests' },
  allergies: { value: ['peanuts'], words: 'Peanuts' },
  allergy_notes: { value: 'Even a trace', words: 'Even a trace' },
  dietary_needs: { value: ['halal'], words: 'Halal' },
  district: { value: 'Seongsu', words: 'Seongsu' },
  address: { value: '7 Ttukseom-ro', words: '7 Ttukseom-ro' },
  special_requests: { value: 'A cake at nine', words: 'A cake at nine' },
} satisfies Record<PartyField, { value: unknown; words: string }>;
const PARTY = Object.fromEntries(
  Object.entries(EXAMPLES).map(([field, { value }]) => [field, value]),
);

const BOOKINGS = '/api/coocook/bookings';
const t = useTestApp();
let chef: { id: number; userId: number };
let asDiner: string;
let asChef: string;

beforeAll(async () => {
  chef = await buildChef(t);
  await buildChef(t);
  asDiner = await signInAs(t, (await buildDiner(t)).id);
  asChef = await signInAs(t, chef.userId);
});

const meal = (date: string) => ({ booking_date: date, start_time: '18:00', duration_hours: 2 });
const call = (who: string, method: 'get' | 'post' | 'put', path: string, body?: object) =>
  t.send(method, path).set('Authorization', who).send(body);
const book = async (date: string) =>
  (await call(asDiner, 'post', BOOKINGS, { chef_id: chef.id, ...meal(date), ...PARTY })).body as {
    id: number;
  };
const answer = (id: number, body: object) => call(asChef, 'put', `${BOOKINGS}/${id}`, body);
const page = async (who: string, path: string) =>
  pageOf(await request(t.app).get(path).set({ Authorization: who, Accept: 'text/html' }));
const missing = (shown: Part, fields: PartyField[] = PARTY_FIELDS) =>
  fields.filter((field) => !shown.text.includes(EXAMPLES[field].words));

describe('every field of a party', () => {
  it('is taken, kept and given back', async () => {
    const made = await book('2026-12-01');
    expect(made).toMatchObject(PARTY);
    expect((await call(asDiner, 'get', `${BOOKINGS}/${made.id}`)).body).toMatchObject(PARTY);
  });

  it('is asked for by the form and shown by its review, which sends it on', async () => {
    const form = await page(asDiner, `/chefs/${chef.id}/book`);
    const unasked = PARTY_FIELDS.filter((field) => form.fields(field).length === 0);
    expect(unasked).toEqual([]);
    const answer = await request(t.app)
      .post(`/chefs/${chef.id}/book`)
      .set({ Authorization: asDiner, Accept: 'text/html' })
      .type('form')
      .send({ ...meal('2026-12-02'), ...PARTY, has_allergies: 'yes', step: 'review' });
    const review = pageOf(answer);
    expect(missing(review)).toEqual([]);
    const dropped = PARTY_FIELDS.filter((field) => review.values(field).length === 0);
    expect(dropped).toEqual([]);
  });

  it('is asked for by the form that changes a request, but for the allergies', async () => {
    const { id } = await book('2026-12-05');
    const form = await page(asDiner, `/bookings/${id}/edit`);
    const unasked = PARTY_FIELDS.filter((field) => form.fields(field).length === 0);
    expect(unasked).toEqual(['allergies', 'allergy_notes']);
  });

  it('is shown to the diner, and to the chef who answers and cooks', async () => {
    const { id } = await book('2026-12-03');
    expect(missing(await page(asDiner, `/bookings/${id}`))).toEqual([]);
    const untilConfirmed = PARTY_FIELDS.filter((field) => field !== 'address');
    expect(missing(await page(asChef, '/chef/inbox'), untilConfirmed)).toEqual([]);
    await answer(id, { status: 'confirmed', allergies_read: true });
    expect(missing(await page(asChef, `/bookings/${id}`))).toEqual([]);
    const run = await page(asChef, `/bookings/${id}/run-sheet`);
    expect(missing(run)).toEqual([]);
  });

  it('is repeated when other chefs are asked', async () => {
    const { id } = await book('2026-12-04');
    await answer(id, { status: 'declined', reason: 'Away.' });
    const { body } = await call(asDiner, 'post', `${BOOKINGS}/${id}/rescue`, {});
    expect(body.bookings).toEqual([expect.objectContaining(PARTY)]);
  });
});
