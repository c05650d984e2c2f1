import { Prisma, type Chef } from '../../../generated/prisma/client.js';
import type { DbHandle, Tx } from '../../../platform/database/client.js';
import type { Question } from '../../../platform/database/questions.js';
import { constraintViolated } from '../../../platform/database/errors.js';
import { alreadyAChef } from '../chef/chef.errors.js';
import type { Menu } from './profile.rules.js';
import { menusSchema, type BecomeChef, type EditChef } from './profile.schemas.js';

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

/** Empty when there is no row. */
export function detailsOf(chefId: number): Question<Details> {
  return {
    statement: Prisma.sql`
      SELECT languages, menus, included, kitchen_needs AS "kitchenNeeds", kitchen_notes AS "kitchenNotes"
        FROM chef_details WHERE chef_id = ${chefId}`,
    read: ([row]: Details[]) =>
      row === undefined ? NOTHING : { ...row, menus: menusSchema.parse(row.menus) },
  };
}

/** Fields that are not given stay as they are. */
export async function saveDetails(tx: Tx, chefId: number, profile: EditChef): Promise<void> {
  const given = {
    languages: profile.languages,
    menus: profile.menus as Prisma.InputJsonValue | undefined,
    included: profile.included,
    kitchenNeeds: profile.kitchen_needs,
    kitchenNotes: profile.kitchen_notes,
  };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  if (Object.keys(set).length === 0) return;
  await tx.chefDetails.upsert({ where: { chefId }, create: { chefId, ...set }, update: set });
}

/** @throws alreadyAChef when the user has a profile */
export async function insertChef(
  db: DbHandle,
  userId: number,
  profile: BecomeChef & { currency: string },
): Promise<Chef> {
  try {
    return await db.chef.create({
      data: {
        userId,
        currency: profile.currency,
        ...columns(profile),
      } as Prisma.ChefUncheckedCreateInput,
    });
  } catch (error) {
    if (constraintViolated(error) !== null) throw alreadyAChef();
    throw error;
  }
}

/** Null when the profile is at another version than the given one. */
export async function updateChef(
  db: DbHandle,
  seen: { id: number; version?: number },
  edit: EditChef,
): Promise<Chef | null> {
  const [changed] = await db.chef.updateManyAndReturn({
    where: seen,
    data: { ...columns(edit), version: { increment: 1 } },
  });
  return changed ?? null;
}
function columns(profile: EditChef) {
  const given = {
    name: profile.name,
    bio: profile.bio,
    cuisineType: profile.cuisine_type,
    location: profile.location,
    pricePerSession: profile.price_per_session,
    timeZone: profile.time_zone,
    minHours: profile.min_hours,
    maxHours: profile.max_hours,
    maxGuests: profile.max_guests,
    cancellationPolicy: profile.cancellation_policy,
  };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Prisma.ChefUncheckedUpdateInput;
}
