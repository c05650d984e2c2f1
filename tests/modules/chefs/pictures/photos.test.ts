import sharp from 'sharp';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../../../prisma/seed.js';
import { drawPicture } from '../../../../src/modules/chefs/pictures/drawn-picture.rules.js';
import { NOW, useTestApp } from '../../../support/app/app.js';
import { pageOf } from '../../../support/responses/html.js';

const t = useTestApp();
let chef: ReturnType<typeof request.agent>;

beforeAll(async () => {
  await seed(t.db, new Date(NOW));
  chef = request.agent(t.app);
  await chef.post('/sign-in/demo').type('form').send({ passkey: 'demo2026', role: 'chef' });
});

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a8401c' } })
    .withExif({ IFD0: { Copyright: 'secret place' } })
    .jpeg()
    .toBuffer();
const send = (bytes: Buffer, name = 'me.jpg') =>
  chef.post('/chef/profile/photo').attach('photo', bytes, name);
const photoUrl = async () => (await t.db.chef.findUniqueOrThrow({ where: { id: 1 } })).photoUrl;

describe("a chef's picture", () => {
  it('is re-encoded to several widths and formats, and says nothing of its origin', async () => {
    const sent = await send(await picture(1600, 2000));
    expect(sent.headers.location).toBe('/chef/profile');
    const url = (await photoUrl()) ?? '';
    expect(url).toMatch(/^\/photos\/[\w-]{22}-640\.webp$/);
    for (const width of [320, 640, 1280]) {
      for (const format of ['avif', 'webp']) {
        const got = await request(t.app)
          .get(url.replace('640.webp', `${width}.${format}`))
          .buffer(true)
          .parse((response, done) => {
            const parts: Buffer[] = [];
            response.on('data', (part: Buffer) => parts.push(part));
            response.on('end', () => {
              done(null, Buffer.concat(parts));
            });
          });
        expect([got.status, got.type]).toEqual([200, `image/${format}`]);
        expect(got.headers['cache-control']).toContain('immutable');
        const read = await sharp(got.body as Buffer).metadata();
        expect([read.width, read.height, read.exif]).toEqual([width, (width * 3) / 4, undefined]);
      }
    }
    const sources = pageOf(await request(t.app).get('/chefs/1')).findAll(
      'source[type="image/avif"]',
    );
    const widths = sources.map((source) => source.attribute('srcset')).join();
    expect(widths).toContain('-1280.avif 1280w');
  });

  it('takes the place of the old one, and can be removed', async () => {
    const old = (await photoUrl()) ?? '';
    await send(await picture(900, 600));
    expect(await photoUrl()).not.toBe(old);
    expect((await request(t.app).get(old)).status).toBe(404);
    expect(await t.db.chefPhoto.count()).toBe(6);
    await chef.post('/chef/profile/photo/remove');
    expect([await photoUrl(), await t.db.chefPhoto.count()]).toEqual([null, 0]);
    const page = pageOf(await request(t.app).get('/chefs/1'));
    expect(page.findAll('img[src="/chefs/1/art.svg"]')).not.toEqual([]);
  });

  it('is refused when it is none, and the old one stays', async () => {
    await send(await picture(400, 300));
    const before = await photoUrl();
    const bomb = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    for (const bytes of [
      Buffer.from('no picture'),
      bomb,
      (await picture(400, 300)).subarray(0, 300),
    ]) {
      expect((await send(bytes)).headers.location).toBe('/chef/profile');
      expect(pageOf(await chef.get('/chef/profile')).findAll('.toast-error')).toHaveLength(1);
    }
    await chef.post('/chef/profile/photo');
    expect(pageOf(await chef.get('/chef/profile')).text).toContain('Choose a picture first.');
    expect((await send(Buffer.alloc(11 * 1024 * 1024))).status).toBe(413);
    expect(await photoUrl()).toBe(before);
  });

  it('is changed by its chef only', async () => {
    const bytes = await picture(400, 300);
    const visitor = await request(t.app)
      .post('/chef/profile/photo')
      .attach('photo', bytes, 'a.jpg');
    expect(visitor.headers.location).toContain('/sign-in');
    const diner = request.agent(t.app);
    await diner.post('/sign-in/demo').type('form').send({ passkey: 'demo2026', role: 'diner' });
    await diner.post('/chef/profile/photo').attach('photo', bytes, 'a.jpg');
    expect(await t.db.chefPhoto.count({ where: { chefId: { not: 1 } } })).toBe(0);
    for (const path of ['/photos/x', '/photos/..%2fetc', `/photos/${'a'.repeat(22)}-640.webp`]) {
      expect((await request(t.app).get(path)).status).toBe(404);
    }
  });

  it('is drawn for who has none, the same one each time', async () => {
    const art = await request(t.app).get('/chefs/2/art.svg');
    expect(art.type).toBe('image/svg+xml');
    expect(drawPicture({ id: 7, cuisineType: 'Thai' })).toBe(
      drawPicture({ id: 7, cuisineType: 'Thai' }),
    );
    expect(drawPicture({ id: 7, cuisineType: 'Thai' })).not.toBe(
      drawPicture({ id: 8, cuisineType: 'Thai' }),
    );
  });
});
