import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../../../prisma/seed.js';
import {
  earningsByMonth,
  monthAfter,
  monthsUntil,
} from '../../../../src/modules/bookings/earnings/earnings.rules.js';
import { NOW, useTestApp } from '../../../support/app/app.js';
import { buildBooking } from '../../../support/app/factories.js';
import { pageOf } from '../../../support/responses/html.js';

describe('months', () => {
  it('are counted across the ends of years', () => {
    expect(monthAfter('2026-11', 2)).toBe('2027-01');
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
    expect(monthsUntil('2027-02', 4)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  });

  it('hold what was paid, what was kept and what is to come', () => {
    const sum = { month: '2026-11', meals: 1, total: 100, refunded: 0 };
    expect(
      earningsByMonth(
        ['2026-10', '2026-11'],
        [
          { ...sum, status: 'completed', meals: 2, total: 300 },
          { ...sum, status: 'no_show' },
          { ...sum, status: 'cancelled', refunded: 50 },
          { ...sum, status: 'confirmed', total: 70 },
        ],
      ),
    ).toEqual([
      { month: '2026-10', meals: 0, earned: 0, kept: 0, expected: 0 },
      { month: '2026-11', meals: 3, earned: 400, kept: 50, expected: 70 },
    ]);
  });
});

describe('the page of earnings', () => {
  const t = useTestApp();
  beforeAll(() => seed(t.db, new Date(NOW)));
  const demo = async (role: string) => {
    const browser = request.agent(t.app);
    await browser.post('/sign-in/demo').type('form').send({ passkey: 'demo2026', role });
    return browser;
  };

  it("sums up the chef's own months in the zone of the meals, and nobody else's", async () => {
    // 00:30 on the first of December in Seoul is still November in UTC.
    const late = { userId: 1, chefId: 1, date: '2026-12-01', time: '00:30' };
    await buildBooking(t, { ...late, status: 'confirmed', hours: 2 });
    await buildBooking(t, { ...late, time: '12:00', status: 'declined', hours: 2 });
    await buildBooking(t, { ...late, chefId: 2, time: '12:00', status: 'confirmed', hours: 5 });
    const answer = await (await demo('chef')).get('/chef/earnings');
    expect(answer.status).toBe(200);
    const page = pageOf(answer);
    const row = (month: string) =>
      page.find(`th time[datetime="${month}"]`).closest('tr')?.texts('td').join(' ');
    expect(row('2026-12')).toBe('0 ₩0 ₩0 ₩240');
    // The demo diner's three hours, the other's two and three; an hour tonight.
    expect(row('2026-11')).toBe('3 ₩960 ₩0 ₩120');
  });

  it('is for chefs', async () => {
    const diner = pageOf(await (await demo('diner')).get('/chef/earnings'));
    expect(diner.text).toContain('not a chef yet');
    expect((await request(t.app).get('/chef/earnings')).status).toBe(303);
  });
});
