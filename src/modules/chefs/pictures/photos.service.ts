import { createHash } from 'node:crypto';
import { inTransaction } from '../../../platform/database/transactions.js';
import { notFound } from '../../../platform/errors.js';
import { encodePicture } from './image-encoding.service.js';
import { lockChef, type Chef } from '../chef/chef.data.js';
import type { ChefsDeps } from '../deps.js';
import * as data from './photos.data.js';
import { MAX_PICTURES, reorderPictures, urlOf, type PictureEdit } from './photos.rules.js';
import { galleryIsFull, pictureThereAlready } from './pictures.errors.js';

export type Photos = ReturnType<typeof createPhotosService>;

/** In bytes. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
const ADDRESS = /^([\w-]{22})-(320|640|1280)\.(avif|webp)$/;

/** Pictures are stored in the database, so that every process and backup has them. */
export function createPhotosService({ db, clock }: Pick<ChefsDeps, 'db' | 'clock'>) {
  /** @throws notAPicture */
  async function replace(chef: Chef, sent: Uint8Array): Promise<void> {
    const photo = await encoded(keyFor(chef, 'profile', sent), sent);
    const named = { ...photo, url: urlOf(photo.key) };
    await inTransaction(db, (tx) => data.replacePhoto(tx, chef.id, named));
  }

  async function remove(chef: Chef): Promise<void> {
    await inTransaction(db, (tx) => data.replacePhoto(tx, chef.id, null));
  }

  /** @throws notAPicture, galleryIsFull, pictureThereAlready */
  async function add(chef: Chef, sent: Uint8Array, alt: string): Promise<void> {
    const key = keyFor(chef, 'gallery', sent);
    assertRoomForPicture(await data.galleryOf(db, chef.id), key);
    const photo = await encoded(key, sent);
    await inTransaction(db, async (tx) => {
      await lockChef(tx, chef.id);
      const there = await data.galleryOf(tx, chef.id);
      assertRoomForPicture(there, key);
      await data.insertPicture(tx, chef.id, photo, { position: there.length + 1, alt });
    });
  }

  /** Describes, orders and removes pictures; those not named stay. */
  async function arrange(chef: Chef, edits: PictureEdit[]): Promise<void> {
    await inTransaction(db, async (tx) => {
      await lockChef(tx, chef.id);
      const there = await data.galleryOf(tx, chef.id);
      await data.keepPictures(tx, chef.id, reorderPictures(there, edits));
    });
  }

  /** @param file a name below /photos @throws notFound */
  async function content(file: string): Promise<{ bytes: Uint8Array; type: string }> {
    const [, key = '', width = '', format = ''] = ADDRESS.exec(file) ?? [];
    const bytes = key === '' ? null : await data.photoContent(db, key, Number(width), format);
    if (bytes === null) throw notFound();
    return { bytes, type: `image/${format}` };
  }

  async function encoded(key: string, sent: Uint8Array): Promise<data.Photo> {
    return { key, pictures: await encodePicture(sent), createdAt: clock.now() };
  }

  return {
    replace,
    remove,
    add,
    arrange,
    content,
    gallery: (chef: Chef) => data.galleryOf(db, chef.id),
  };
}

/** The same bytes have the same address, but not for another chef or purpose. */
function keyFor(chef: Chef, purpose: 'profile' | 'gallery', sent: Uint8Array): string {
  const hash = createHash('sha256').update(`${chef.id} ${purpose} `).update(sent);
  return hash.digest('base64url').slice(0, 22);
}

function assertRoomForPicture(there: data.GalleryPicture[], key: string): void {
  if (there.some((picture) => picture.key === key)) throw pictureThereAlready();
  if (there.length >= MAX_PICTURES) throw galleryIsFull();
}
