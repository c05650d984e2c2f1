import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { buildBooking, buildUser } from '../../../support/app/factories.js';
import { type Part } from '../../../support/responses/html.js';
import { PAGE, useCook } from './setup.js';

const t = useTestApp();
const { cook, send, shown, filled } = useCook(t);
const book = async (date: string, time: string, hours = 2) => {
  const { id: userId } = await buildUser(t);
  return buildBooking(t, { userId, chefId: cook.chefId, date, time, hours });
};

describe('the week at a glance', () => {
  it('shows seven days from today on, and the weeks after', async () => {
    const days = (page: Part) => page.texts('h3:not([class])');
    const thisWeek = await shown();
    expect(days(thisWeek).slice(0, 7)).toEqual([
      'Today, Mon 23 Nov',
      'Tue 24 Nov',
      'Wed 25 Nov',
      'Thu 26 Nov',
      'Fri 27 Nov',
      'Sat 28 Nov',
      'Sun 29 Nov',
    ]);
    expect(thisWeek.hrefs()).toContain(`${PAGE}?week=1`);
    expect(thisWeek.text).not.toContain('Earlier week');
    const next = await shown(`${PAGE}?week=1`);
    expect(days(next)[0]).toBe('Mon 30 Nov');
    expect(next.link(/^Earlier week/).href).toBe(PAGE);
    expect(days(await shown(`${PAGE}?week=-1`))[0]).toBe('Today, Mon 23 Nov');
  });

  it('draws and tells meals with their buffers, also past midnight', async () => {
    await send(cook.browser, PAGE, await filled({ opens_6_1: '18:00', closes_6_1: '02:00' }));
    const { id } = await book('2026-11-28', '22:00', 3);
    const page = await shown();
    expect(page.text).toContain('Working 18:00–24:00');
    expect(page.text).toContain('Working 00:00–02:00');
    expect(page.findAll(`[href="/bookings/${id}"]`)).toHaveLength(4);
    expect(page.text).toContain('22:00 – Sun 29 Nov 01:00');
    expect(page.text).toContain('(kept free 21:30 – Sun 29 Nov 01:15)');
    expect(page.text).toContain('Sat 28 Nov 22:00 – 01:00');
    const bars = (kind: string) =>
      page.findAll(`.${kind}`).map((one) => [one.attribute('x'), one.attribute('width')]);
    expect(bars('week-meal')).toContainEqual(['91.67%', '8.33%']);
    expect(bars('week-meal')).toContainEqual(['0.00%', '4.17%']);
    expect(bars('week-held')).toContainEqual(['89.58%', '10.42%']);
    expect(page.text).not.toContain('outside your hours');
  });

  it('tells what waits for an answer from what is confirmed, in the picture and in words', async () => {
    const { id } = await book('2026-11-27', '18:00');
    const kinds = async () => {
      const page = await shown();
      const [drawn] = page.findAll(`svg [href="/bookings/${id}"] .week-meal`);
      const told = page.find(`.week-list [href="/bookings/${id}"]`).closest('li');
      return [drawn?.attribute('class'), /(Pending|Confirmed)/.exec(told?.text ?? '')?.[0]];
    };
    const confirmed = { status: 'confirmed', expiresAt: null } as const;
    const pending = { status: 'pending', expiresAt: new Date('2026-11-24T03:00:00Z') } as const;
    await t.db.booking.update({ where: { id }, data: pending });
    expect(await kinds()).toEqual(['week-meal week-asked', 'Pending']);
    await t.db.booking.update({ where: { id }, data: confirmed });
    expect(await kinds()).toEqual(['week-meal', 'Confirmed']);
    await t.db.booking.update({ where: { id }, data: { status: 'cancelled' } });
  });

  it('names the bookings that the hours of now leave outside', async () => {
    const { id } = await book('2026-12-01', '12:00');
    await book('2026-12-05', '11:00');
    await send(cook.browser, PAGE, await filled());
    const page = await shown();
    expect(page.text).toContain('1 booking lies outside your hours');
    expect(page.link(`Booking ${id}`).href).toBe(`/bookings/${id}`);
    expect(page.text).toContain(`Booking ${id}, Tue 1 Dec 2026, 12:00–14:00`);
    expect(page.text).toContain('Existing bookings stay as they are');
  });
});
