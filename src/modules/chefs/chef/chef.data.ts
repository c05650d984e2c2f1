import { Prisma, type Chef } from '../../../generated/prisma/client.js';
import type { DbHandle, Tx } from '../../../platform/database/client.js';
import { mapped, type Question } from '../../../platform/database/questions.js';
import { chefNotFound } from './chef.errors.js';

export type { Chef };
/** The instants of JSON are texts. */
export type ChefRow = Omit<Chef, 'createdAt' | 'updatedAt'> &
  Record<'createdAt' | 'updatedAt', string>;

/** Raw SQL does not know Prisma's names. */
const COLUMNS = {
  id: 'id',
  userId: 'user_id',
  name: 'name',
  bio: 'bio',
  cuisineType: 'cuisine_type',
  location: 'location',
  pricePerSession: 'price_per_session',
  currency: 'currency',
  timeZone: 'time_zone',
  photoUrl: 'photo_url',
  rating: 'rating',
  ratingCount: 'rating_count',
  minHours: 'min_hours',
  maxHours: 'max_hours',
  maxGuests: 'max_guests',
  cancellationPolicy: 'cancellation_policy',
  bufferBeforeMinutes: 'buffer_before_minutes',
  bufferAfterMinutes: 'buffer_after_minutes',
  minimumNoticeHours: 'minimum_notice_hours',
  horizonDays: 'horizon_days',
  startStepMinutes: 'start_step_minutes',
  version: 'version',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} satisfies Record<keyof Chef, string>;
export const ALL_COLUMNS = columns(Object.keys(COLUMNS) as (keyof Chef)[]);

export interface Facets {
  cuisines: string[];
  places: string[];
}
const FACET_COLUMNS = { cuisine: Prisma.sql`cuisine_id`, place: Prisma.sql`place_id` };
const MAX_FACETS = 500;

function chefQuestion(id: number): Question<Chef | null> {
  return {
    statement: Prisma.sql`SELECT ${ALL_COLUMNS} FROM chefs WHERE id = ${id}`,
    read: ([row]: ChefRow[]) => (row === undefined ? null : chefFrom(row)),
  };
}

export function chefFrom(row: ChefRow): Chef {
  return { ...row, createdAt: new Date(row.createdAt), updatedAt: new Date(row.updatedAt) };
}

/** To be asked with others. @throws chefNotFound when read */
export function existingChef(id: number): Question<Chef> {
  return mapped(chefQuestion(id), (chef) => {
    if (chef === null) throw chefNotFound();
    return chef;
  });
}

/** Null for a user who is no chef. */
export function chefOfUser(db: DbHandle, userId: number): Promise<Chef | null> {
  return db.chef.findUnique({ where: { userId } });
}

/** Of chefs; in alphabetical order, and no more than a page can offer. */
export function facetsQuestion(): Question<Facets> {
  const of = (field: 'cuisine' | 'place') => Prisma.sql`ARRAY(
    SELECT value FROM chef_facets CROSS JOIN LATERAL (
        SELECT FROM chef_search WHERE ${FACET_COLUMNS[field]} = chef_facets.id LIMIT 1) AS some_chef
      WHERE field = ${field} ORDER BY value LIMIT ${MAX_FACETS})`;
  return {
    statement: Prisma.sql`SELECT ${of('cuisine')} AS cuisines, ${of('place')} AS places`,
    read: ([row]: Facets[]) => row ?? { cuisines: [], places: [] },
  };
}

/** Locks until the transaction ends; readers and references to the chef do not wait. */
export async function lockChef(tx: Tx, id: number): Promise<void> {
  await tx.$queryRaw`SELECT id FROM chefs WHERE id = ${id} FOR NO KEY UPDATE`;
}

/** For a SELECT in raw SQL, named as in `Chef`. */
export function columns(fields: readonly (keyof Chef)[]): Prisma.Sql {
  return Prisma.raw(fields.map((field) => `${COLUMNS[field]} AS "${field}"`).join(', '));
}
