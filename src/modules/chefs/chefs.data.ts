import type { Chef, Prisma } from '../../generated/prisma/client.js';
import type { DbHandle, Tx } from '../../platform/db.js';
import { constraintViolated } from '../../platform/db-errors.js';
import { alreadyAChef } from './chefs.errors.js';
import type { BecomeChef, EditChef } from './chefs.schemas.js';

export type { Chef };

/** The profile, or null when there is none of that id. */
export function chefById(db: DbHandle, id: number): Promise<Chef | null> {
  return db.chef.findUnique({ where: { id } });
}

/** The profile of a user, or null for who is no chef. */
export function chefOfUser(db: DbHandle, userId: number): Promise<Chef | null> {
  return db.chef.findUnique({ where: { userId } });
}

export async function chefIdOfUser(db: DbHandle, userId: number): Promise<number | null> {
  return (await db.chef.findUnique({ where: { userId }, select: { id: true } }))?.id ?? null;
}

export function chefsByIds(db: DbHandle, ids: number[]): Promise<Chef[]> {
  return db.chef.findMany({ where: { id: { in: ids } } });
}

/** Every cuisine that some chef cooks, in alphabetical order. */
export async function cuisines(db: DbHandle): Promise<string[]> {
  const rows = await db.chef.groupBy({ by: 'cuisineType', orderBy: { cuisineType: 'asc' } });
  return rows.map((row) => row.cuisineType);
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

/** Changes a profile, if it is still at the version given with it; null when it is not. */
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

/** Locks a chef's row for the rest of the transaction; readers and references to it do not wait. */
export async function lockChef(tx: Tx, id: number): Promise<void> {
  await tx.$queryRaw`SELECT id FROM chefs WHERE id = ${id} FOR NO KEY UPDATE`;
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
