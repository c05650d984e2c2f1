import type { DbHandle } from '../database/client.js';

/** A field that was sent several times has several values. */
export type Fields = Record<string, string | string[]>;

export interface KeptForm {
  key: string;
  /** Null for somebody who had not signed in. */
  userId: number | null;
  path: string;
  fields: Fields;
  createdAt: Date;
}

export async function insertForm(db: DbHandle, form: KeptForm): Promise<void> {
  await db.keptForm.create({ data: form });
}

export async function formByKey(db: DbHandle, key: string): Promise<KeptForm | null> {
  const found = await db.keptForm.findUnique({ where: { key } });
  return found && { ...found, fields: found.fields as Fields };
}

export async function deleteForms(db: DbHandle, before: Date): Promise<number> {
  return (await db.keptForm.deleteMany({ where: { createdAt: { lte: before } } })).count;
}
