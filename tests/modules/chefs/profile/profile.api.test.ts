import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { buildChef, buildUser, signInAs } from '../../../support/app/factories.js';

const t = useTestApp();
const CHEFS = '/api/coocook/chefs';
const told = {
  languages: ['ko', 'fr'],
  menus: [
    {
      name: 'Autumn',
      description: null,
      dishes: [{ name: '갈비찜', notes: 'short ribs' }, { name: 'Rice' }],
    },
  ],
  included: ['shopping', 'serving'],
  kitchen_needs: ['oven'],
  kitchen_notes: 'A big table.',
};

async function chefAndToken() {
  const chef = await buildChef(t);
  const as = await signInAs(t, chef.userId);
  const at = `${CHEFS}/${chef.id}`;
  const patch = (body: object, who = as) =>
    t.send('patch', at).set('Authorization', who).send(body);
  const read = async () => (await t.send('get', at)).body as Record<string, unknown>;
  return { chef, as, at, patch, read };
}

describe('what a chef tells', () => {
  it('is empty for a chef who has told nothing, and lists do without', async () => {
    const { chef, read } = await chefAndToken();
    expect(await t.db.chefDetails.count({ where: { chefId: chef.id } })).toBe(0);
    expect(await read()).toMatchObject({
      languages: [],
      menus: [],
      included: [],
      not_included: [],
      kitchen_needs: [],
      kitchen_notes: null,
      gallery: [],
    });
    const { body } = await t.send('get', CHEFS);
    expect(body.chefs[0]).not.toHaveProperty('menus');
    expect(body.chefs[0]).not.toHaveProperty('gallery');
  });

  it('is kept and shown, and what is not sent stays', async () => {
    const { patch, read } = await chefAndToken();
    const edited = await patch(told);
    expect(edited.status).toBe(200);
    expect(edited.body.menus[0].dishes).toEqual([
      { name: '갈비찜', notes: 'short ribs' },
      { name: 'Rice', notes: null },
    ]);
    expect(edited.body.not_included).toContain('drinks');
    expect(edited.body.not_included).not.toContain('serving');
    await patch({ included: [], kitchen_notes: null });
    expect(await read()).toMatchObject({
      languages: ['ko', 'fr'],
      included: [],
      not_included: [],
      kitchen_needs: ['oven'],
      kitchen_notes: null,
    });
  });

  it('can come with a new profile', async () => {
    const as = await signInAs(t, (await buildUser(t)).id);
    const made = await t
      .send('post', CHEFS)
      .set('Authorization', as)
      .send({
        name: 'New Chef',
        bio: 'Cooks.',
        cuisine_type: 'Thai',
        location: 'Seoul',
        price_per_session: 90,
        time_zone: 'Asia/Seoul',
        ...told,
      });
    expect([made.status, made.body.languages, made.body.menus.length]).toEqual([
      201,
      ['ko', 'fr'],
      1,
    ]);
  });

  const dish = { name: 'Rice' };
  const menu = (given: object) => ({ menus: [{ name: 'M', dishes: [dish], ...given }] });
  it.each([
    [{ languages: ['xx'] }, '/languages/0'],
    [{ languages: ['ko', 'ko'] }, '/languages'],
    [{ languages: 'ko' }, '/languages'],
    [{ included: ['caviar'] }, '/included/0'],
    [{ included: ['serving', 'serving'] }, '/included'],
    [{ kitchen_needs: ['sauna'] }, '/kitchen_needs/0'],
    [{ kitchen_notes: 'x'.repeat(301) }, '/kitchen_notes'],
    [{ kitchen_notes: 'a\u0000b' }, '/kitchen_notes'],
    [{ menus: Array(7).fill({ name: 'M', dishes: [dish] }) }, '/menus'],
    [menu({ name: '' }), '/menus/0/name'],
    [menu({ name: 'x'.repeat(81) }), '/menus/0/name'],
    [menu({ description: 'x'.repeat(301) }), '/menus/0/description'],
    [menu({ dishes: [] }), '/menus/0/dishes'],
    [menu({ dishes: Array(16).fill(dish) }), '/menus/0/dishes'],
    [menu({ dishes: [{ name: 'Two\nlines' }] }), '/menus/0/dishes/0/name'],
    [menu({ dishes: [{ name: 'Rice - white' }] }), '/menus/0/dishes/0/name'],
    [menu({ dishes: [{ name: 'Rice', notes: 'x'.repeat(161) }] }), '/menus/0/dishes/0/notes'],
    [menu({ price: 100 }), '/price'],
    [{ gallery: [] }, '/gallery'],
    [{ not_included: [] }, '/not_included'],
  ])('is refused when it is wrong, and changes nothing: %j', async (wrong, pointer) => {
    const { patch, read } = await chefAndToken();
    await patch(told);
    const before = await read();
    const refused = await patch({ bio: 'Changed.', ...wrong });
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map((one: { pointer: string }) => one.pointer)).toContain(pointer);
    expect(await read()).toEqual(before);
  });

  it('is changed by its chef only, and only as it was seen', async () => {
    const { as, at, patch, read } = await chefAndToken();
    const stranger = await signInAs(t, (await buildUser(t)).id);
    expect((await patch(told, stranger)).status).toBe(403);
    const { etag = '' } = (await t.send('get', at)).headers;
    const change = (tag: string) =>
      t.send('patch', at).set('Authorization', as).set('If-Match', tag).send(told);
    expect((await change(etag)).status).toBe(200);
    expect((await change(etag)).status).toBe(412);
    expect(await read()).toMatchObject({ languages: ['ko', 'fr'] });
  });
});
