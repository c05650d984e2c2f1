import type { Prisma } from '../../generated/prisma/client.js';
import type { DbHandle, Tx } from '../../platform/db.js';
import type { EditChef } from './chefs.schemas.js';
import type { Menu } from './profile.rules.js';
import { menusSchema } from './profile.schemas.js';

/** What a chef's page tells beside the profile. */
export interface Details {
  languages: string[];
  menus: Menu[];
  included: string[];
  kitchenNeeds: string[];
  kitchenNotes: string | null;
}

const NOTHING: Details = {
  languages: [],
  menus: [],
  included: [],
  kitchenNeeds: [],
  kitchenNotes: null,
};

/** What a chef has told; nothing yet when there is no row. */
export async function detailsOf(db: DbHandle, chefId: number): Promise<Details> {
  const row = await db.chefDetails.findUnique({ where: { chefId } });
  return row === null ? NOTHING : { ...row, menus: menusSchema.parse(row.menus) };
}

/** Keeps what a chef tells; what is not given stays as it is. */
export async function saveDetails(tx: Tx, chefId: number, told: EditChef): Promise<void> {
  const given = {
    languages: told.languages,
    menus: told.menus as Prisma.InputJsonValue | undefined,
    included: told.included,
    kitchenNeeds: told.kitchen_needs,
    kitchenNotes: told.kitchen_notes,
  };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  if (Object.keys(set).length === 0) return;
  await tx.chefDetails.upsert({ where: { chefId }, create: { chefId, ...set }, update: set });
}
