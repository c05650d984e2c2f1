import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { buildBooking, buildDiner, signInAs } from '../../../support/app/factories.js';
import { pageOf } from '../../../support/responses/html.js';
import { useDinerAndChef } from '../setup.js';

const t = useTestApp();
const BOOKINGS = '/api/coocook/bookings';
const { diner, chef } = useDinerAndChef(t);

let day = 0;
const nextDate = () => new Date(Date.UTC(2026, 11, (day += 1))).toISOString().slice(0, 10);
const api = (who: string, method: 'get' | 'post' | 'put', path: string, body?: object) =>
  t.send(method, `${BOOKINGS}${path}`).set('Authorization', who).send(body);
const html = (who: string, method: 'get' | 'post', path: string, body?: object) =>
  t.send(method, path).set({ Authorization: who, Accept: 'text/html' }).type('form').send(body);
const page = async (who: string, path: string) => pageOf(await html(who, 'get', path));
const ask = async (told: object = {}) => {
  const wish = { chef_id: chef.id, booking_date: nextDate(), duration_hours: 2, ...told };
  return (await api(diner.auth, 'post', '', wish)).body as {
    id: number;
    allergies: string[] | null;
  };
};
const confirm = (id: number, more: object = {}) =>
  api(chef.auth, 'put', `/${id}`, { status: 'confirmed', ...more });
const tell = (id: number, allergies: string[], who = diner.auth) =>
  api(who, 'put', `/${id}/allergies`, { allergies });
const calendar = async (who: string, id: number) =>
  (await html(who, 'get', `/bookings/${id}/calendar.ics`)).text.replaceAll('\r\n ', '');

describe('promise 3: allergies not asked are not "None"', () => {
  it('tells what was not told from what there is not, everywhere', async () => {
    const [untold, none, noted] = [
      await ask(),
      await ask({ allergies: [] }),
      await ask({ allergy_notes: 'Kiwi' }),
    ];
    expect([untold.allergies, none.allergies, noted.allergies]).toEqual([null, [], []]);
    expect((await ask({ allergies: null })).allergies).toBeNull();
    const before = await page(chef.auth, `/bookings/${untold.id}`);
    expect(before.text).toContain('Allergies: not told yet');
    for (const { id } of [untold, none]) expect((await confirm(id)).status).toBe(200);
    for (const [{ id }, words, sheet] of [
      [untold, 'Allergies Not told yet', 'Not told yet: ask before you cook.'],
      [none, 'Allergies None', 'None, says the diner.'],
    ] as const) {
      for (const who of [diner.auth, chef.auth]) {
        expect((await page(who, `/bookings/${id}`)).text).toContain(words);
      }
      expect((await page(chef.auth, `/bookings/${id}/run-sheet`)).text).toContain(sheet);
    }
    expect(await calendar(chef.auth, untold.id)).toContain('Allergies: not told yet');
    expect(await calendar(diner.auth, none.id)).toContain('Allergies: none');
    expect(await calendar(chef.auth, noted.id)).toContain('Allergies: Kiwi');
  });

  it('asks the diner for them until the meal, by a form with an answer', async () => {
    const { id } = await ask();
    const path = `/bookings/${id}/allergies`;
    expect((await page(diner.auth, `/bookings/${id}`)).hrefs()).toContain(path);
    expect((await page(diner.auth, '/my-bookings?tab=pending')).hrefs()).toContain(path);
    expect((await page(diner.auth, path)).values('has_allergies')).toEqual([]);
    const silent = await html(diner.auth, 'post', path, {});
    expect([silent.status, Object.keys(pageOf(silent).errors())]).toEqual([422, ['has_allergies']]);
    const empty = await html(diner.auth, 'post', path, { has_allergies: 'yes' });
    expect(Object.keys(pageOf(empty).errors())).toEqual(['allergies']);
    const told = { has_allergies: 'yes', allergies: ['milk', 'eggs'], allergy_notes: 'Severe' };
    expect((await html(diner.auth, 'post', path, told)).status).toBe(303);
    const form = await page(diner.auth, path);
    expect(form.values('has_allergies')).toEqual(['yes']);
    expect(form.values('allergies').sort()).toEqual(['eggs', 'milk']);
    expect(form.values('allergy_notes')).toEqual(['Severe']);
    expect((await confirm(id)).status).toBe(422);
    const shown = await page(chef.auth, `/bookings/${id}`);
    const [version] = shown.values('version');
    await tell(id, ['nuts']);
    const late = await html(chef.auth, 'post', `/bookings/${id}/confirm`, {
      allergies_read: 'true',
      version,
    });
    expect(pageOf(late).errors()).toMatchObject({
      allergies_read: expect.stringContaining('has changed'),
    });
    expect((await confirm(id, { allergies_read: true })).status).toBe(200);
  });

  it('asks the chef to read again what is told after the confirmation', async () => {
    const { id } = await ask({ allergies: [] });
    await confirm(id);
    const told = await tell(id, ['peanuts']);
    expect(told.body).toMatchObject({
      status: 'confirmed',
      allergies: ['peanuts'],
      allergies_changed_at: t.clock.now().toISOString(),
      allergies_read_at: null,
    });
    const first = await page(chef.auth, `/bookings/${id}`);
    const [version] = first.values('version');
    expect(first.heading('The allergies have changed')).toBeTruthy();
    const sheet = await page(chef.auth, `/bookings/${id}/run-sheet`);
    expect(sheet.text).toContain('not read by the chef yet');
    await tell(id, ['peanuts', 'milk']);
    expect((await tell(id, ['milk', 'peanuts'])).status).toBe(200);
    const read = (given: object) =>
      html(chef.auth, 'post', `/bookings/${id}/allergies-read`, given);
    expect((await read({ version })).status).toBe(422);
    const [now] = (await page(chef.auth, `/bookings/${id}`)).values('version');
    for (const _ of [1, 2]) expect((await read({ version: now })).status).toBe(303);
    expect((await api(chef.auth, 'get', `/${id}`)).body).toMatchObject({
      allergies_changed_at: null,
      allergies_read_at: t.clock.now().toISOString(),
      history: [
        { action: 'request' },
        { action: 'confirm' },
        { action: 'tell_allergies', actor: 'diner' },
        { action: 'tell_allergies' },
        { action: 'read_allergies', actor: 'chef' },
      ],
    });
    await tell(id, []);
    expect((await api(chef.auth, 'post', `/${id}/allergies/reading`)).status).toBe(200);
  });

  it("is the diner's to tell and the chef's to read, until the meal", async () => {
    const { id } = await ask();
    const other = await signInAs(t, (await buildDiner(t)).id);
    expect((await tell(id, [], chef.auth)).status).toBe(403);
    expect((await tell(id, [], other)).status).toBe(404);
    expect((await tell(id, ['moonlight'])).status).toBe(422);
    expect((await api(diner.auth, 'post', `/${id}/allergies/reading`)).status).toBe(403);
    expect((await page(chef.auth, `/bookings/${id}/allergies`)).text).toContain('not yours');
    await api(diner.auth, 'post', `/${id}/cancellation`, {});
    expect((await tell(id, [])).status).toBe(409);
    const given = { userId: diner.id, chefId: chef.id, date: '2026-11-23', time: '11:00' };
    const begun = await buildBooking(t, { ...given, status: 'confirmed' });
    expect((await tell(begun.id, [])).body.type).toBe('urn:coocook:problem:too-late');
    expect((await page(diner.auth, `/bookings/${begun.id}`)).hrefs()).not.toContain(
      `/bookings/${begun.id}/allergies`,
    );
  });

  it('loses no word when both act at once', async () => {
    const { id } = await ask({ allergies: ['milk'] });
    const [told, confirmed] = await Promise.all([
      tell(id, ['nuts']),
      confirm(id, { allergies_read: true }),
    ]);
    expect(told.status).toBe(200);
    const { body } = await api(chef.auth, 'get', `/${id}`);
    expect(body.allergies).toEqual(['nuts']);
    if (confirmed.status === 200 && body.history.at(-1).action === 'tell_allergies') {
      expect(body.allergies_changed_at).not.toBeNull();
    }
  });
});
