import type { GalleryPicture } from '../../generated/prisma/client.js';
import type { Tx, DbHandle } from '../../platform/db.js';
import type { EncodedPicture } from '../../platform/images.js';

export type { GalleryPicture };

/** An upload in all its widths and formats. */
export interface Photo {
  key: string;
  pictures: EncodedPicture[];
  createdAt: Date;
}

/** Puts a picture in the place of the chef's old one. */
export async function replacePhoto(
  tx: Tx,
  chefId: number,
  photo: (Photo & { url: string }) | null,
): Promise<void> {
  const others = (await galleryOf(tx, chefId)).map(({ key }) => key);
  await tx.chefPhoto.deleteMany({ where: { chefId, key: { notIn: others } } });
  if (photo !== null) await insertContent(tx, chefId, photo);
  await tx.chef.update({
    where: { id: chefId },
    data: { photoUrl: photo?.url ?? null, version: { increment: 1 } },
  });
}

/** The further pictures of a chef, in their order. */
export function galleryOf(db: DbHandle, chefId: number): Promise<GalleryPicture[]> {
  return db.galleryPicture.findMany({ where: { chefId }, orderBy: { position: 'asc' } });
}

/** Adds a picture after the chef's others. */
export async function insertPicture(
  tx: Tx,
  chefId: number,
  photo: Photo,
  { position, alt }: { position: number; alt: string },
): Promise<void> {
  const { key, createdAt } = photo;
  await insertContent(tx, chefId, photo);
  await tx.galleryPicture.create({ data: { key, chefId, position, alt, createdAt } });
  await touch(tx, chefId);
}

/** Keeps these pictures of the chef, in this order, and no other. */
export async function keepPictures(
  tx: Tx,
  chefId: number,
  kept: { key: string; alt: string }[],
): Promise<void> {
  const others = { chefId, key: { notIn: kept.map(({ key }) => key) } };
  const gone = await tx.galleryPicture.findMany({ where: others, select: { key: true } });
  await tx.chefPhoto.deleteMany({ where: { chefId, key: { in: gone.map(({ key }) => key) } } });
  await tx.galleryPicture.deleteMany({ where: others });
  for (const [index, { key, alt }] of kept.entries()) {
    await tx.galleryPicture.updateMany({
      where: { chefId, key },
      data: { alt, position: index + 1 },
    });
  }
  await touch(tx, chefId);
}

/** The bytes of a picture, or null. */
export async function photoContent(
  db: DbHandle,
  key: string,
  width: number,
  format: string,
): Promise<Uint8Array | null> {
  const where = { key_width_format: { key, width, format } };
  return (await db.chefPhoto.findUnique({ where, select: { content: true } }))?.content ?? null;
}

async function insertContent(tx: Tx, chefId: number, photo: Photo): Promise<void> {
  const { key, pictures, createdAt } = photo;
  await tx.chefPhoto.createMany({
    data: pictures.map((picture) => ({ ...picture, chefId, key, createdAt })),
  });
}

function touch(tx: Tx, id: number) {
  return tx.chef.update({ where: { id }, data: { version: { increment: 1 } } });
}
