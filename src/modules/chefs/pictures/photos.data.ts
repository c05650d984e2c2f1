import { Prisma, type GalleryPicture as Row } from '../../../generated/prisma/client.js';
import type { DbHandle, Tx } from '../../../platform/database/client.js';
import { ask, type Question } from '../../../platform/database/questions.js';
import type { EncodedPicture } from './image-encoding.service.js';

export type GalleryPicture = Pick<Row, 'key' | 'alt'>;

export interface Photo {
  key: string;
  pictures: EncodedPicture[];
  createdAt: Date;
}

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

/** In their order. */
export function galleryOf(db: DbHandle, chefId: number): Promise<GalleryPicture[]> {
  return ask(db, galleryQuestion(chefId));
}

export function galleryQuestion(chefId: number): Question<GalleryPicture[]> {
  return {
    statement: Prisma.sql`
      SELECT key, alt FROM gallery_pictures WHERE chef_id = ${chefId} ORDER BY position`,
    read: (rows: GalleryPicture[]) => rows,
  };
}

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

/** Keeps these pictures in this order, and deletes the others. */
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
