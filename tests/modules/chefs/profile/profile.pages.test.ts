import sharp from 'sharp';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../../../prisma/seed.js';
import { NOW, useTestApp } from '../../../support/app/app.js';
import { buildChef } from '../../../support/app/factories.js';
import { pageOf, type Part } from '../../../support/responses/html.js';

const t = useTestApp();
let chef: ReturnType<typeof request.agent>;
const PAGE = '/chef/profile';

beforeAll(async () => {
  await seed(t.db, new Date(NOW));
  chef = request.agent(t.app);
  await chef.post('/sign-in/demo').type('form').send({ passkey: 'demo2026', role: 'chef' });
});

const version = async () =>
  (await t.db.chef.findUniqueOrThrow({ where: { id: 1 } })).version.toString();
const stored = () => t.db.chefDetails.findUniqueOrThrow({ where: { chefId: 1 } });
const wish = async (given: object = {}) => ({
  version: await version(),
  name: 'Park Min-jun',
  bio: 'Cooks.',
  cuisine_type: 'Korean',
  location: 'Seoul',
  price_per_session: '120',
  cancellation_policy: 'moderate',
  languages: ['ko', 'en', 'sw'],
  included: ['shopping'],
  kitchen_needs: 'oven',
  kitchen_notes: 'A big table.',
  menu_1_name: 'Autumn',
  menu_1_description: '',
  menu_1_dishes: 'Galbi-jjim – short ribs\r\nRice',
  menu_2_name: '',
  menu_2_description: '',
  menu_2_dishes: '',
  ...given,
});
const save = async (given?: object) =>
  chef
    .post(PAGE)
    .type('form')
    .send(await wish(given));

const languageOf = (page: Part, name: string) =>
  page.field(new RegExp(`^${name}`)).attribute('value');

describe("the profile's form", () => {
  it('shows what is stored, and room for one more menu', async () => {
    const page = pageOf(await chef.get(PAGE));
    const summaries = page.texts('summary');
    expect(summaries).toContain('A Jeonju table');
    expect(page.text).toContain('galbi-jjim and a story');
    expect(page.text).toContain('갈비찜 Galbi-jjim – short ribs');
    expect(summaries.filter((one) => one.startsWith('Add a menu'))).toHaveLength(2);
    expect(page.values('included')).toContain('groceries');
    expect(page.choices('included')).toContain('drinks');
    expect(page.values('included')).not.toContain('drinks');
    expect(page.values('languages')).toContain('ko');
    expect(languageOf(page, 'Korean')).toBe('ko');
  });

  it('saves all of it; emptied menus and unticked boxes go', async () => {
    expect((await save()).headers.location).toBe(PAGE);
    expect(await stored()).toMatchObject({
      languages: ['ko', 'en', 'sw'],
      included: ['shopping'],
      kitchenNeeds: ['oven'],
      kitchenNotes: 'A big table.',
      menus: [
        {
          name: 'Autumn',
          description: null,
          dishes: [
            { name: 'Galbi-jjim', notes: 'short ribs' },
            { name: 'Rice', notes: null },
          ],
        },
      ],
    });
    const saved = pageOf(await chef.get(PAGE));
    expect(saved.values('languages')).toContain('sw');
    expect(languageOf(saved, 'Swahili')).toBe('sw');
    const nothing = { languages: [], included: [], kitchen_needs: [], kitchen_notes: '' };
    await save({ ...nothing, menu_1_name: '', menu_1_dishes: '' });
    expect(await stored()).toMatchObject({
      languages: [],
      included: [],
      kitchenNeeds: [],
      kitchenNotes: null,
      menus: [],
    });
  });

  it.each([
    [{ menu_1_name: '' }, 'menu_1_name', 'This cannot be empty.'],
    [{ menu_2_name: 'Winter' }, 'menu_2_dishes', 'Name at least one dish.'],
    [{ menu_1_dishes: `${'x'.repeat(81)}\n${'y'.repeat(81)}` }, 'menu_1_dishes', 'Write each dish'],
    [
      { menu_3_description: 'x'.repeat(301), menu_3_name: 'N', menu_3_dishes: 'R' },
      'menu_3_description',
      'at most 300',
    ],
    [{ kitchen_notes: 'x'.repeat(301) }, 'kitchen_notes', 'at most 300'],
    [{ included: ['caviar'] }, 'included', ''],
    [{ languages: ['xx'] }, 'languages', ''],
    [{ bio: '' }, 'bio', 'Enter some text.'],
  ])(
    'changes nothing when it is wrong, keeps what was entered, leads there: %j',
    async (wrong, field, words) => {
      await save();
      const before = await stored();
      const refused = await save({ kitchen_notes: 'Kept "as entered".', ...wrong });
      expect(refused.status).toBe(422);
      const page = pageOf(refused);
      expect(page.errors()).toHaveProperty(field);
      expect(page.findAll(`#${field}`)).toHaveLength(1);
      expect(page.text).toContain(words);
      if (!('kitchen_notes' in wrong)) {
        expect(page.values('kitchen_notes')).toEqual(['Kept "as entered".']);
      }
      if (field.startsWith('menu')) {
        expect(page.find(`#${field}`).closest('details.menu-fields[open]')).not.toBeNull();
      }
      expect(await stored()).toEqual(before);
    },
  );

  it('is not saved over what changed meanwhile, until it is sent again', async () => {
    const refused = await save({ version: '1', bio: 'Mine.' });
    expect(refused.status).toBe(412);
    expect(pageOf(refused).values('bio')).toEqual(['Mine.']);
    expect((await save({ bio: 'Mine.' })).status).toBe(303);
  });

  it('is for chefs: others become one first', async () => {
    const diner = request.agent(t.app);
    await diner.post('/sign-in/demo').type('form').send({ passkey: 'demo2026', role: 'diner' });
    expect(pageOf(await diner.get(PAGE)).text).toContain('Become a chef');
    for (const path of ['/gallery/arrange', '/gallery']) {
      expect((await diner.post(`${PAGE}${path}`)).headers.location).toBe(PAGE);
    }
    expect((await request(t.app).post(`${PAGE}/gallery`)).headers.location).toContain('/sign-in');
  });
});

describe('whatever a chef writes', () => {
  it('is shown as text', async () => {
    const evil = '<script>alert(1)</script>"onload="x';
    await save({
      bio: evil,
      kitchen_notes: evil,
      menu_1_name: evil,
      menu_1_description: evil,
      menu_1_dishes: `${evil} – ${evil}`,
    });
    await t.db.galleryPicture.create({
      data: { key: 'e'.repeat(22), chefId: 1, position: 1, alt: evil, createdAt: new Date(NOW) },
    });
    for (const path of ['/chefs/1', PAGE]) {
      const { text } = await chef.get(path);
      expect(text.match(/&lt;script&gt;alert\(1\)/g)?.length).toBeGreaterThan(5);
      expect(text).not.toContain('<script>alert');
      expect(text).not.toContain('"onload=');
    }
    await t.db.galleryPicture.deleteMany();
  });
});

describe('the gallery', () => {
  const picture = (red: number) =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: { r: red, g: 9, b: 9 } } })
      .png()
      .toBuffer();
  const add = async (red: number, alt = `Plate ${red}`) =>
    chef
      .post(`${PAGE}/gallery`)
      .field('picture_alt', alt)
      .attach('picture', await picture(red), 'p.png');
  const arrange = (fields: object) =>
    chef.post(`${PAGE}/gallery/arrange`).type('form').send(fields);
  const pictures = () =>
    t.db.galleryPicture.findMany({ where: { chefId: 1 }, orderBy: { position: 'asc' } });
  const alts = async () => (await pictures()).map(({ alt }) => alt);

  it('takes pictures with words, and shows them to everyone', async () => {
    for (const red of [1, 2, 3]) expect((await add(red)).status).toBe(303);
    expect(await alts()).toEqual(['Plate 1', 'Plate 2', 'Plate 3']);
    const { body } = await t.send('get', '/api/coocook/chefs/1');
    expect(body.gallery[0].alt).toBe('Plate 1');
    expect((await request(t.app).get(body.gallery[0].url)).status).toBe(200);
    const page = pageOf(await request(t.app).get('/chefs/1'));
    expect(page.hrefs()).toContain(body.gallery[2].url.replace('640', '1280'));
    expect(page.findAll('img[alt="Plate 3"]')).not.toEqual([]);
    expect(page.findAll('[src*="art/board.svg"], [href*="art/board.svg"]')).toEqual([]);
  });

  it('is ordered, described and emptied by its chef', async () => {
    const [a, b, c] = (await pictures()).map(({ key }) => key);
    const all = { [`alt_${a}`]: 'A', [`alt_${b}`]: 'B', [`alt_${c}`]: 'C' };
    await arrange({ ...all, [`place_${a}`]: '3', [`place_${b}`]: '2', [`place_${c}`]: '1' });
    expect(await alts()).toEqual(['C', 'B', 'A']);
    const refused = await arrange({ ...all, [`alt_${b}`]: '' });
    expect([refused.status, await alts()]).toEqual([422, ['C', 'B', 'A']]);
    expect(pageOf(refused).errors()).toHaveProperty([`alt_${b}`]);
    await arrange({ ...all, [`alt_${b}`]: '', remove: b });
    expect(await alts()).toEqual(['C', 'A']);
    expect(await t.db.chefPhoto.count({ where: { key: b ?? '' } })).toBe(0);
    expect(await t.db.chefPhoto.count({ where: { key: a ?? '' } })).toBe(6);
  });

  it('refuses what is none, comes without words, is there already, or is one too many', async () => {
    const before = await alts();
    const refused = async (sent: Promise<{ status: number; text: string }>, words: string) => {
      const answer = await sent;
      expect(answer.status).toBe(422);
      const page = pageOf(answer);
      expect([page.text, ...page.values('picture_alt')].join(' ')).toContain(words);
      expect(await alts()).toEqual(before);
    };
    await refused(add(9, ''), 'Enter some text.');
    await refused(add(9, 'x'.repeat(201)), 'Enter at most 200 characters.');
    await refused(add(1), 'This picture is on your page already.');
    const noPicture = chef.post(`${PAGE}/gallery`).field('picture_alt', 'Kept words');
    await refused(Promise.resolve(noPicture), 'Kept words');
    const text = chef.post(`${PAGE}/gallery`).field('picture_alt', 'x');
    await refused(
      Promise.resolve(text.attach('picture', Buffer.from('no picture'), 'p.png')),
      'This picture cannot be read.',
    );
    for (const red of [11, 12, 13, 14, 15, 16]) await add(red);
    expect(await alts()).toHaveLength(8);
    expect(pageOf(await add(17)).text).toContain('You have 8 more pictures already.');
    expect(await alts()).toHaveLength(8);
    expect(pageOf(await chef.get(PAGE)).text).not.toContain('Choose one more picture');
  });

  it("stays when the chef's own picture changes, and touches nobody else's", async () => {
    const other = await buildChef(t);
    await t.db.galleryPicture.create({
      data: {
        key: 'o'.repeat(22),
        chefId: other.id,
        position: 1,
        alt: 'O',
        createdAt: new Date(NOW),
      },
    });
    await chef.post(`${PAGE}/photo`).attach('photo', await picture(1), 'me.png');
    await chef.post(`${PAGE}/photo/remove`);
    expect(await t.db.chefPhoto.count({ where: { chefId: 1 } })).toBe(8 * 6);
    await arrange({ [`alt_${'o'.repeat(22)}`]: 'Stolen', remove: 'o'.repeat(22) });
    expect(await t.db.galleryPicture.findUnique({ where: { key: 'o'.repeat(22) } })).toMatchObject({
      chefId: other.id,
      alt: 'O',
    });
  });
});
