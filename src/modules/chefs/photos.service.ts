import { createHash } from 'node:crypto';
import { inTransaction } from '../../platform/db.js';
import { notFound } from '../../platform/errors.js';
import { encodePicture } from '../../platform/images.js';
import type { AvailabilityDeps } from './availability.service.js';
import type { Chef } from './chefs.data.js';
import * as data from './photos.data.js';

export type Photos = ReturnType<typeof createPhotosService>;

/** The largest upload, in bytes. */
export const LARGEST_PHOTO = 10 * 1024 * 1024;
const ADDRESS = /^([\w-]{22})-(320|640|1280)\.(avif|webp)$/;

/** The chefs' pictures. They lie in the database, so that every process and every backup has them. */
export function createPhotosService({ db, clock }: Pick<AvailabilityDeps, 'db' | 'clock'>) {
  /** Takes what was sent as the chef's picture. @throws notAPicture */
  async function replace(chef: Chef, sent: Uint8Array): Promise<void> {
    const pictures = await encodePicture(sent);
    const hash = createHash('sha256').update(String(chef.id)).update(sent).digest('base64url');
    const key = hash.slice(0, 22);
    const photo = { key, url: `/photos/${key}-640.webp`, pictures, createdAt: clock.now() };
    await inTransaction(db, (tx) => data.replacePhoto(tx, chef.id, photo));
  }

  /** Goes back to the picture that is drawn. */
  async function remove(chef: Chef): Promise<void> {
    await inTransaction(db, (tx) => data.replacePhoto(tx, chef.id, null));
  }

  /** The bytes at an address below /photos, and what they are. @throws notFound */
  async function content(file: string): Promise<{ bytes: Uint8Array; type: string }> {
    const [, key = '', width = '', format = ''] = ADDRESS.exec(file) ?? [];
    const bytes = key === '' ? null : await data.photoContent(db, key, Number(width), format);
    if (bytes === null) throw notFound();
    return { bytes, type: `image/${format}` };
  }

  return { replace, remove, content };
}
