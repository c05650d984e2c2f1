import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { buildBooking } from '../../../support/app/factories.js';
import { pageOf } from '../../../support/responses/html.js';
import { useDinerAndChef } from '../setup.js';

const t = useTestApp();
const BOOKINGS = '/api/coocook/bookings';
const { diner, chef } = useDinerAndChef(t);
let day = 0;

async function request(status: 'pending' | 'confirmed' = 'pending', given: object = {}) {
  day += 1;
  const date = `2026-12-${String(day).padStart(2, '0')}`;
  const at = { userId: diner.id, chefId: chef.id, date, time: '18:00' };
  const { id, expiresAt } = await buildBooking(t, { ...at, status, ...given });
  const edit = (body: object, { auth }: { auth: string } = diner) =>
    t.send('patch', `${BOOKINGS}/${id}`).set('Authorization', auth).send(body);
  const press = (path: string, body: object, { auth }: { auth: string } = diner) =>
    t
      .send('post', `/bookings/${id}/${path}`)
      .set('Authorization', auth)
      .set('Accept', 'text/html')
      .type('form')
      .send(body);
  const get = (path: string, { auth }: { auth: string } = diner) =>
    t.send('get', path).set('Authorization', auth).set('Accept', 'text/html');
  return { id, expiresAt, edit, press, get };
}

describe('a request that waits', () => {
  it('is changed by its diner: party, wishes and place; the rest and the deadline stay', async () => {
    const { edit, expiresAt } = await request('pending', { allergies: ['milk'] });
    const place = { district: 'Mapo-gu', address: '12 Wausan-ro' };
    const wanted = { guests: 6, dietary_needs: ['vegan'], ...place, special_requests: 'A cake.' };
    const edited = await edit(wanted);
    expect(edited.body).toMatchObject({
      ...{ ...wanted, status: 'pending', allergies: ['milk'] },
      expires_at: expiresAt?.toISOString(),
    });
    const again = await edit({ guests: 6, special_requests: 'A cake.' });
    expect(again.body.history).toHaveLength(2);
    const cleared = await edit({ special_requests: null });
    expect(cleared.body).toMatchObject({ ...place, special_requests: null, guests: 6 });
    expect(cleared.body.history.at(-1)).toMatchObject({ action: 'edit', actor: 'diner' });
  });

  it('takes no more guests than the chef, and nothing else', async () => {
    const { edit } = await request();
    const refused = await edit({ guests: 13 });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/guests']);
    for (const odd of [{ guests: 0 }, { total_price: 1 }, { allergies: [] }]) {
      expect((await edit(odd)).status).toBe(422);
    }
  });

  it('is changed by nobody else, and not once it is answered or late', async () => {
    const { edit, expiresAt } = await request();
    expect((await edit({ guests: 3 }, chef)).status).toBe(403);
    expect((await (await request('confirmed')).edit({ guests: 3 })).status).toBe(409);
    t.clock.set(expiresAt?.toISOString() ?? '');
    expect((await edit({ guests: 3 })).status).toBe(409);
  });

  it('is not confirmed as it was before', async () => {
    const { id, edit, press, get } = await request();
    const form = pageOf(await get(`/bookings/${id}`, chef));
    await edit({ guests: 5 });
    const refused = await press('confirm', { version: form.values('version')[0] }, chef);
    expect([refused.status, refused.text]).toEqual([
      409,
      expect.stringContaining('The request has changed.'),
    ]);
    const seen = pageOf(await get(`/bookings/${id}`, chef)).values('version')[0];
    expect((await press('confirm', { version: seen }, chef)).status).toBe(303);
  });

  it('is changed by a form that is filled in already', async () => {
    const { id, edit, press, get } = await request();
    await edit({ district: 'Mapo-gu', special_requests: 'A cake.' });
    expect(pageOf(await get(`/bookings/${id}`)).hrefs()).toContain(`/bookings/${id}/edit`);
    const form = pageOf(await get(`/bookings/${id}/edit`));
    expect([form.values('district'), form.text]).toEqual([
      ['Mapo-gu'],
      expect.stringContaining('A cake.'),
    ]);
    const wrong = await press('edit', { guests: '0' });
    expect([wrong.status, wrong.text]).toEqual([
      422,
      expect.stringContaining('Enter at least 1 guest.'),
    ]);
    await press('edit', { guests: '4', district: 'Yongsan-gu', special_requests: '' });
    const changed = await t.db.booking.findUniqueOrThrow({ where: { id } });
    expect(changed).toMatchObject({ guests: 4, district: 'Yongsan-gu', specialRequests: null });
  });
});
