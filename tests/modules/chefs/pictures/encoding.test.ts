import { once } from 'node:events';
import { request as open, createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodePicture } from '../../../../src/modules/chefs/pictures/image-encoding.service.js';
import { inTransaction } from '../../../../src/platform/database/transactions.js';
import { AppError } from '../../../../src/platform/errors.js';
import { MAX_UPLOADS } from '../../../../src/platform/http/input/upload.js';
import { useTestApp } from '../../../support/app/app.js';
import { buildChef, signInAs } from '../../../support/app/factories.js';

const t = useTestApp();
let chefId: number;
let headers: Record<string, string>;
let picture: Buffer;
beforeAll(async () => {
  const chef = await buildChef(t);
  chefId = chef.id;
  headers = { Authorization: await signInAs(t, chef.userId), Accept: 'text/html' };
  picture = await blank(40, 30);
});

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a8401c' } })
    .png()
    .toBuffer();
const statusOf = (error: unknown) => (error instanceof AppError ? error.kind.status : 0);

describe('work on pictures', () => {
  it('waits for a few and refuses more, until they are done', async () => {
    const tried = await Promise.allSettled(Array.from({ length: 8 }, () => encodePicture(picture)));
    const refused = tried
      .filter((one) => one.status === 'rejected')
      .map(({ reason }) => reason as AppError);
    expect(refused.map(statusOf)).toEqual([503, 503, 503]);
    expect(refused[0]?.retryAfterSeconds).toBeGreaterThan(0);
    expect(await encodePicture(picture)).toHaveLength(6);
  });

  it('is never done in a transaction, also when a form key is sent along', async () => {
    const within = inTransaction(t.db, () => encodePicture(picture));
    await expect(within).rejects.toThrow('must not be done in a transaction');
    const send = (path: string, field: string) =>
      t
        .send('post', path)
        .set(headers)
        .field('idempotency_key', 'a key')
        .field('picture_alt', 'A plate')
        .attach(field, picture, 'a.png');
    expect((await send('/chef/profile/photo', 'photo')).status).toBe(303);
    expect((await send('/chef/profile/gallery', 'picture')).status).toBe(303);
    expect(await t.db.chefPhoto.count({ where: { chefId } })).toBe(12);
  });

  it('refuses more pixels than a picture has', async () => {
    const many = await blank(8000, 6300);
    expect(many.length).toBeLessThan(10_000_000);
    await expect(encodePicture(many)).rejects.toThrow(AppError);
    const before = await t.db.chef.findUniqueOrThrow({ where: { id: chefId } });
    await t.send('post', '/chef/profile/photo').set(headers).attach('photo', many, 'a.png');
    const after = await t.db.chef.findUniqueOrThrow({ where: { id: chefId } });
    expect(after.photoUrl).toBe(before.photoUrl);
  });
});

describe('uploads', () => {
  it('are held in memory up to so many, whoever sends how slowly', async () => {
    const server = createServer(t.listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const begin = () => {
      const sending = open({
        port,
        method: 'POST',
        path: '/chef/profile/photo',
        headers: { ...headers, 'Content-Type': 'multipart/form-data; boundary=b' },
      });
      sending.on('error', () => undefined);
      sending.write('--b\r\n');
      return sending;
    };
    const uploads = Array.from({ length: MAX_UPLOADS + 1 }, begin);
    const first = await Promise.race(
      uploads.map(async (one) => ((await once(one, 'response')) as IncomingMessage[])[0]),
    );
    expect([first?.statusCode, first?.headers['retry-after']]).toEqual([503, '10']);
    for (const one of uploads) one.destroy();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    const next = await t
      .send('post', '/chef/profile/photo')
      .set(headers)
      .attach('photo', picture, 'a.png');
    expect(next.status).toBe(303);
  });
});
