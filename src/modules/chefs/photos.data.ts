import type { Tx, DbHandle } from '../../platform/db.js';
import type { EncodedPicture } from '../../platform/images.js';

/** Puts a picture, in all its widths and formats, in the place of the chef's old one. */
export async function replacePhoto(
  tx: Tx,
  chefId: number,
  photo: { key: string; url: string; pictures: EncodedPicture[]; createdAt: Date } | null,
): Promise<void> {
  await tx.chefPhoto.deleteMany({ where: { chefId } });
  if (photo !== null) {
    const { key, pictures, createdAt } = photo;
    await tx.chefPhoto.createMany({
      data: pictures.map((picture) => ({ ...picture, chefId, key, createdAt })),
    });
  }
  await tx.chef.update({
    where: { id: chefId },
    data: { photoUrl: photo?.url ?? null, version: { increment: 1 } },
  });
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
