import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../support/app/app.js';
import { buildBooking, buildChef, buildUser, signInAs } from '../../support/app/factories.js';
import { pageOf } from '../../support/responses/html.js';
import { useRequestForm } from '../bookings/setup.js';

const t = useTestApp();
const { newDiner, form, answers, chefId } = useRequestForm(t);
/** What the form of a page sends by itself. */
const carried = (page: ReturnType<typeof pageOf>) =>
  Object.fromEntries(
    page
      .findAll('main input[type=hidden]')
      .map((one) => [one.attribute('name'), one.attribute('value')]),
  );
const PRICES = '₩9,900 a month or ₩99,000 a year';

describe('promise 7: membership, price and what it gives are told before anybody signs up', () => {
  it('on explore and on the page of a chef, to visitors', async () => {
    const { id } = await buildChef(t);
    const { id: userId } = await buildUser(t);
    const as = await signInAs(t, userId);
    for (const path of ['/explore', '/explore?min_price=x', `/chefs/${id}`]) {
      const page = pageOf(await t.send('get', path));
      expect(page.text).toContain(PRICES);
      expect(page.link('What it gives').href).toMatch(/^\/subscribe\?next=/);
      const member = pageOf(await t.send('get', path).set('Authorization', as));
      expect(member.text).not.toContain(PRICES);
    }
    const korean = await t.send('get', `/chefs/${id}`).set('Accept-Language', 'ko');
    expect(pageOf(korean).text).toContain('월 9,900원 또는 연 99,000원');
  });

  it('on the page of the plans, which leads to an account and back', async () => {
    const page = pageOf(await t.send('get', '/subscribe?next=%2Fchefs%2F1'));
    expect(page.text).toContain('Ask any chef here for a meal, as often as you like.');
    expect(page.link('Create an account').href).toBe('/register?next=%2Fchefs%2F1');
    expect(page.findAll('button[name=plan]')).toEqual([]);
    const sent = await t.send('post', '/subscribe').type('form').send({ plan: 'coocook-monthly' });
    expect(sent.headers.location).toBe('/sign-in');
  });

  it('by the API, to everyone', async () => {
    const { body, headers } = await t.send('get', '/api/coocook/plans');
    expect(body.plans.map(({ price }: { price: number }) => price)).toEqual([9900, 99_000]);
    expect(headers['cache-control']).toBe('public, no-cache');
  });
});

describe('promise 7: a subscription that ends before the meal', () => {
  it('offers renewal in place and comes back to the review, filled', async () => {
    const diner = await newDiner();
    await t.db.subscription.updateMany({
      where: { userId: diner.id },
      data: { cancelAtPeriodEnd: true, currentPeriodEnd: new Date('2026-11-25T00:00:00Z') },
    });
    const wish = answers({ special_requests: 'A birthday cake' });
    const stopped = await diner.send(form(), wish);
    expect(stopped.status).toBe(403);
    const offer = pageOf(stopped);
    expect(offer.text).toContain('for ₩9,900 a month as before');
    expect(offer.button('Let it renew, and go on').attribute('value')).toBe('renew');
    const earlier = await diner.send(form(), { ...carried(offer), change: 'booking_date' });
    expect(pageOf(earlier).values('special_requests')).toEqual(['A birthday cake']);

    const review = await diner.send(form(), { ...carried(offer), step: 'renew' });
    expect(review.status).toBe(200);
    const page = pageOf(review);
    expect(page.heading('Check your request').text).toBe('Check your request');
    expect(page.text).toContain('Your subscription renews again.');
    expect(page.values('special_requests')).toEqual(['A birthday cake']);
    const kept = await t.db.subscription.findFirstOrThrow({ where: { userId: diner.id } });
    expect(kept.cancelAtPeriodEnd).toBe(false);
    expect((await diner.send(form(), { ...carried(page), step: 'request' })).status).toBe(303);
  });

  it('leads a move to the renewal, and back to its form', async () => {
    const diner = await newDiner();
    const booked = { userId: diner.id, chefId: chefId(), date: '2026-11-27', time: '12:00' };
    const { id } = await buildBooking(t, { ...booked, status: 'confirmed' });
    await t.db.subscription.updateMany({
      where: { userId: diner.id },
      data: { cancelAtPeriodEnd: true, currentPeriodEnd: new Date('2026-12-01T00:00:00Z') },
    });
    const move = { booking_date: '2026-12-04', start_time: '18:00' };
    const stopped = await diner.send(`/bookings/${id}/reschedule`, move);
    expect(stopped.headers.location).toMatch(/^\/subscription\?next=/);
    const page = pageOf(await diner.get(stopped.headers.location ?? ''));
    const renewed = await diner.send('/subscription/resume', { next: page.values('next')[0] });
    expect(renewed.headers.location).toContain(`/bookings/${id}/reschedule?kept=`);
  });
});
