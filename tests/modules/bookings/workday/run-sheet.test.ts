import { describe, expect, it } from 'vitest';
import { runSheet } from '../../../../src/modules/bookings/workday/run-sheet.rules.js';
import { NOW, useTestApp } from '../../../support/app/app.js';
import { buildChef, signInAs } from '../../../support/app/factories.js';
import { pageOf } from '../../../support/responses/html.js';
import { DISTRICT, useMeals } from '../setup.js';

const t = useTestApp();
const { diner, chef, book, get } = useMeals(t);

describe('the run-sheet', () => {
  const party = {
    allergiesTold: true,
    allergies: ['crustaceans', 'milk'],
    allergyNotes: '<b>Milk</b>: severe',
    dietaryNeeds: ['halal'],
    specialRequests: 'Candles',
    allergiesReadAt: new Date(NOW),
  };

  it('tells the chef all of a confirmed meal, the allergies first and bold', async () => {
    const id = await book('confirmed', party);
    await t.db.booking.update({
      where: { id },
      data: {
        heldFrom: new Date('2026-11-28T08:15:00Z'),
        startsAt: new Date('2026-11-28T09:00:00Z'),
        endsAt: new Date('2026-11-28T11:00:00Z'),
        heldUntil: new Date('2026-11-28T11:30:00Z'),
      },
    });
    const answer = await get(`/bookings/${id}/run-sheet`, chef);
    expect(answer.status).toBe(200);
    const sheet = pageOf(answer);
    expect(sheet.texts('strong')).toContain('Crustaceans (crab, shrimp); Milk');
    expect(sheet.texts('strong').join()).toContain('<b>Milk</b>: severe');
    const rows = sheet.findAll('tr').filter((row) => row.findAll('th[scope="row"]').length > 0);
    expect(rows.map((row) => row.text)).toEqual([
      'Arrive 17:15',
      'Prepare 17:15–18:00',
      'Serve 18:00–20:00',
      'Clean up 20:00–20:30',
      'Leave 20:30',
    ]);
    for (const told of ['Halal', 'Candles', DISTRICT, '동교로 12'])
      expect(sheet.text).toContain(told);
    const page = pageOf(await get(`/bookings/${id}`, chef));
    expect(page.hrefs()).toContain(`/bookings/${id}/run-sheet`);
  });

  it('has no line for what takes no time', () => {
    const [start, end] = [new Date('2026-11-28T09:00:00Z'), new Date('2026-11-28T12:00:00Z')];
    const lines = runSheet({ heldFrom: start, startsAt: start, endsAt: end, heldUntil: end });
    expect(lines.map(({ step }) => step)).toEqual(['arrive', 'serve', 'leave']);
  });

  it('is the chef’s alone, of confirmed meals alone', async () => {
    const id = await book('confirmed', party);
    const otherChef = await buildChef(t);
    expect((await get(`/bookings/${id}/run-sheet`, diner)).status).toBe(404);
    expect((await get(`/bookings/${id}`, diner)).text).not.toContain('run-sheet');
    const other = { auth: await signInAs(t, otherChef.userId) };
    expect((await get(`/bookings/${id}/run-sheet`, other)).status).toBe(404);
    const pending = await book('pending', party);
    const early = await get(`/bookings/${pending}/run-sheet`, chef);
    expect(early.status).toBe(409);
    expect(early.text).not.toContain('동교로');
    expect((await get(`/bookings/${pending}`, chef)).text).not.toContain('run-sheet');
  });
});
