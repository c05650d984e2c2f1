import { createHash } from 'node:crypto';
import { inTransaction } from '../../platform/db.js';
import { notFound } from '../../platform/errors.js';
import { encodePicture } from '../../platform/images.js';
import type { AvailabilityDeps } from './availability.service.js';
import { lockChef, type Chef } from './chefs.data.js';
import { galleryIsFull, pictureThereAlready } from './chefs.errors.js';
import * as data from './photos.data.js';
import { inOrder, MOST_PICTURES, urlOf, type PictureWish } from './photos.rules.js';

export type Photos = ReturnType<typeof createPhotosService>;

/** The largest upload, in bytes. */
export const LARGEST_PHOTO = 10 * 1024 * 1024;
const ADDRESS = /^([\w-]{22})-(320|640|1280)\.(avif|webp)$/;

/** The chefs' pictures. They lie in the database, so that every process and every backup has them. */
export function createPhotosService({ db, clock }: Pick<AvailabilityDeps, 'db' | 'clock'>) {
  /** Takes what was sent as the chef's picture. @throws notAPicture */
  async function replace(chef: Chef, sent: Uint8Array): Promise<void> {
    const photo = await encoded(keyFor(chef, 'profile', sent), sent);
    const named = { ...photo, url: urlOf(photo.key) };
    await inTransaction(db, (tx) => data.replacePhoto(tx, chef.id, named));
  }

  /** Goes back to the picture that is drawn. */
  async function remove(chef: Chef): Promise<void> {
    await inTransaction(db, (tx) => data.replacePhoto(tx, chef.id, null));
  }

  /**
   * Adds a further picture to the chef's page.
   * @throws notAPicture, galleryIsFull, pictureThereAlready
   */
  async function add(chef: Chef, sent: Uint8Array, alt: string): Promise<void> {
    const key = keyFor(chef, 'gallery', sent);
    refuseNeedless(await data.galleryOf(db, chef.id), key);
    const photo = await encoded(key, sent);
    await inTransaction(db, async (tx) => {
      await lockChef(tx, chef.id);
      const there = await data.galleryOf(tx, chef.id);
      refuseNeedless(there, key);
      await data.insertPicture(tx, chef.id, photo, { position: there.length + 1, alt });
    });
  }

  /** Describes, orders and removes the chef's further pictures; those not named stay as they are. */
  async function arrange(chef: Chef, wishes: PictureWish[]): Promise<void> {
    await inTransaction(db, async (tx) => {
      await lockChef(tx, chef.id);
      const there = await data.galleryOf(tx, chef.id);
      await data.keepPictures(tx, chef.id, inOrder(there, wishes));
    });
  }

  /** The bytes at an address below /photos, and what they are. @throws notFound */
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
    /** The further pictures of a chef, in their order. */
    gallery: (chef: Chef) => data.galleryOf(db, chef.id),
  };
}

/** The same bytes have the same address, but not for another chef or purpose. */
function keyFor(chef: Chef, purpose: 'profile' | 'gallery', sent: Uint8Array): string {
  const hash = createHash('sha256').update(`${chef.id} ${purpose} `).update(sent);
  return hash.digest('base64url').slice(0, 22);
}

function refuseNeedless(there: data.GalleryPicture[], key: string): void {
  if (there.some((picture) => picture.key === key)) throw pictureThereAlready();
  if (there.length >= MOST_PICTURES) throw galleryIsFull();
}
