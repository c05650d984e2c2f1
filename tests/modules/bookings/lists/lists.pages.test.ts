import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { pageOf } from '../../../support/responses/html.js';
import { useRequestForm } from '../setup.js';

const t = useTestApp();
const { newDiner, form, chefId, answers } = useRequestForm(t);

describe('my bookings', () => {
  it('says what each empty list is for, and offers past meals again', async () => {
    const diner = await newDiner();
    for (const [tab, told] of [
      ['upcoming', 'you pay once the chef confirms'],
      ['pending', 'until the chef has answered'],
      ['past', 'book the same chef'],
      ['cancelled', 'appear here, too'],
    ] as const) {
      expect(pageOf(await diner.get(`/my-bookings?tab=${tab}`)).text).toContain(told);
    }
    await diner.request(form(), answers({ booking_date: '2026-12-01' }));
    const [booking] = await t.db.booking.findMany({ where: { userId: diner.id } });
    const id = booking?.id ?? 0;
    const upcoming = pageOf(await diner.get('/my-bookings?tab=upcoming'));
    expect(upcoming.text).toContain('look under Pending');
    const opened = pageOf(await diner.get('/my-bookings'));
    expect(opened.find('.tabs [aria-current]').text).toMatch(/^Pending/);
    expect(opened.hrefs()).toContain(`/bookings/${id}`);
    await diner.send(`/bookings/${id}/cancel`, {});
    const cancelled = pageOf(await diner.get('/my-bookings?tab=cancelled'));
    expect(cancelled.hrefs()).toContain(`/chefs/${chefId()}?duration_hours=3&guests=4`);
    const page = pageOf(await diner.get(`/bookings/${id}`));
    expect(page.text).toContain('The request was withdrawn.');
    expect(page.text).toContain('Nothing was charged.');
  });

  it('says what the money does', async () => {
    const diner = await newDiner();
    await diner.request(form(), answers({ booking_date: '2026-12-02' }));
    const [booking] = await t.db.booking.findMany({ where: { userId: diner.id } });
    const id = booking?.id ?? 0;
    const told = async (data: object) => {
      await t.db.booking.update({ where: { id }, data });
      return pageOf(await diner.get(`/bookings/${id}`));
    };
    expect((await told({})).text).toContain('Once the chef confirms, ₩360 is charged.');
    const confirmed = await told({ status: 'confirmed', expiresAt: null });
    expect(confirmed.texts('p')).toContain('₩360 is charged.');
    const cancelled = await told({ status: 'cancelled', refundAmount: 180 });
    expect(cancelled.text).toContain('₩180 of ₩360 is paid back.');
    expect((await told({ refundAmount: 0 })).text).toContain('No refund of ₩360');
    const declined = await told({ status: 'declined', refundAmount: null });
    expect(declined.text).toContain('Nothing was charged.');
    expect((await told({ status: 'no_show' })).text).toContain('₩360 is charged in full.');
  });
});
