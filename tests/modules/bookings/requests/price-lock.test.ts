import jwt from 'jsonwebtoken';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSignedTokens } from '../../../../src/platform/signed-tokens.js';
import { MINUTE_MS } from '../../../../src/platform/time/units.js';
import { useTestApp } from '../../../support/app/app.js';
import { buildChef, signInAs } from '../../../support/app/factories.js';
import { pageOf } from '../../../support/responses/html.js';
import { quoteOf, useRequestForm } from '../setup.js';

const OLD = 'Zx8Nq2Vt7Bw4Ye9Kr1Pm6Uj3Hs5Lg0Df';
const t = useTestApp({ config: { previousJwtSecret: OLD } });
const { newDiner, form, chefId, answers } = useRequestForm(t);
type Diner = Awaited<ReturnType<typeof newDiner>>;
let diner: Diner;

beforeAll(async () => {
  diner = await newDiner();
});

const count = (userId: number) => t.db.booking.count({ where: { userId } });
const review = (given: object = {}, who = diner) => who.send(form(), answers(given));
const ask = (quote: string, given: object = {}, who = diner) =>
  who.send(form(), answers({ ...given, step: 'request', quote }));
const setChef = (data: object) => t.db.chef.update({ where: { id: chefId() }, data });

describe('promise 1: what the diner saw at review is what is booked', () => {
  it('stops at a higher price, shows both, and books the new one at one press', async () => {
    const quote = quoteOf(await review());
    await setChef({ pricePerSession: 240 });
    const stopped = await ask(quote);
    expect(stopped.status).toBe(409);
    expect(await count(diner.id)).toBe(0);
    const page = pageOf(stopped);
    expect(page.all('row').map((row) => row.text)).toEqual([
      'Shown before As it is now',
      'Price ₩360 3 hours × ₩120 ₩720 3 hours × ₩240',
    ]);
    expect(page.button('Accept and request booking').attribute('value')).toBe('request');
    expect((await ask(quoteOf(stopped))).status).toBe(303);
    const made = await t.db.booking.findFirstOrThrow({ where: { userId: diner.id } });
    expect([made.totalPrice, made.pricePerSession]).toEqual([720, 240]);
    await setChef({ pricePerSession: 120 });
  });

  it('stops at a stricter policy, and at a time that has become another one', async () => {
    const day = { booking_date: '2026-12-01' };
    const quote = quoteOf(await review(day));
    await setChef({ cancellationPolicy: 'strict' });
    const stricter = pageOf(await ask(quote, day));
    expect(stricter.all('row')).toHaveLength(2);
    expect(stricter.text).toContain('Full refund if you cancel at least 7 days before the meal.');
    await setChef({ cancellationPolicy: 'moderate', timeZone: 'Asia/Tokyo' });
    const elsewhere = pageOf(await ask(quote, day));
    expect(elsewhere.texts('th[scope=row]')).toEqual(['When']);
    await setChef({ timeZone: 'Asia/Seoul' });
    const longer = await ask(quote, { ...day, duration_hours: '4' });
    expect([longer.status, await count(diner.id)]).toEqual([409, 1]);
    expect(pageOf(longer).all('row')).toHaveLength(3);
  });

  it('leads back to the review when the quote is none of ours for this', async () => {
    const day = { booking_date: '2026-12-02' };
    const quote = quoteOf(await review(day));
    const other = await newDiner();
    const { id } = await buildChef(t);
    const elsewhere = await diner.send(`/chefs/${id}/book`, answers(day));
    const { quote: shown, chef_id } = jwt.decode(quote) as Record<string, unknown>;
    const payload = { quote: shown, chef_id };
    const names = { issuer: 'coocook', audience: 'coocook bookings' };
    const forgers = createSignedTokens({ current: OLD.toLowerCase(), previous: null }, names);
    const forged = forgers.sign(String(diner.id), payload, t.clock.now(), 1800);
    const session = (await signInAs(t, diner.id)).slice('Bearer '.length);
    const none = jwt.sign({ ...payload, sub: String(diner.id) }, '', { algorithm: 'none' });
    const signed = quoteOf(await review(day, other));
    for (const wrong of ['', 'x', forged, session, none, quoteOf(elsewhere), signed]) {
      const again = await ask(wrong, day);
      expect([wrong, again.status]).toEqual([wrong, 409]);
      const page = pageOf(again);
      expect(page.heading('Check your request').text).toBe('Check your request');
      expect(page.errors()).toMatchObject({ now: expect.stringMatching(/^It is too long/) });
    }
    expect(await count(diner.id)).toBe(1);
    expect((await ask(quote, day)).status).toBe(303);
  });

  it('is good for 30 minutes, and by the secret before this one', async () => {
    const day = { booking_date: '2026-12-03' };
    const quote = quoteOf(await review(day));
    t.clock.advance(30 * MINUTE_MS);
    const late = await newDiner();
    expect((await ask(quote, day)).status).toBe(409);
    const fresh = quoteOf(await review(day, late));
    t.clock.advance(29 * MINUTE_MS);
    const claims = jwt.decode(fresh) as { quote: object; chef_id: number };
    const names = { issuer: 'coocook', audience: 'coocook bookings' };
    const { quote: shown, chef_id } = claims;
    const earlier = createSignedTokens({ current: OLD, previous: null }, names);
    const rotated = earlier.sign(String(late.id), { quote: shown, chef_id }, t.clock.now(), 60);
    expect((await ask(rotated, day, late)).status).toBe(303);
  });
});

describe('the API', () => {
  it('books at the expected total or not at all', async () => {
    const { id } = await newDiner();
    const wish = { chef_id: chefId(), booking_date: '2026-12-04', duration_hours: 3 };
    const post = async (expected_total?: number) =>
      t
        .send('post', '/api/coocook/bookings')
        .set('Authorization', await signInAs(t, id))
        .send({ ...wish, expected_total });
    const refused = await post(450);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      type: 'urn:coocook:problem:price-changed',
      expected_total: 450,
      total_price: 360,
    });
    expect(await count(id)).toBe(0);
    expect((await post(360)).status).toBe(201);
    expect((await post()).status).toBe(201);
  });
});
