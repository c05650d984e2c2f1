import { Prisma, type Booking } from '../../../generated/prisma/client.js';
import { mapped, type Question } from '../../../platform/database/questions.js';

/** A booking with what both sides call each other. */
export interface NamedBooking {
  booking: Booking;
  chefName: string;
  chefCuisine: string;
  /** Null when the chef has only the drawn picture. */
  chefPhoto: string | null;
  dinerName: string;
}

/** Raw SQL does not know Prisma's names. */
export const COLUMNS = {
  id: 'id',
  userId: 'user_id',
  chefId: 'chef_id',
  status: 'status',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
  heldFrom: 'held_from',
  heldUntil: 'held_until',
  durationHours: 'duration_hours',
  guests: 'guests',
  allergies: 'allergies',
  allergyNotes: 'allergy_notes',
  allergiesTold: 'allergies_told',
  allergiesChangedAt: 'allergies_changed_at',
  dietaryNeeds: 'dietary_needs',
  allergiesReadAt: 'allergies_read_at',
  district: 'district',
  address: 'address',
  specialRequests: 'special_requests',
  timeZone: 'time_zone',
  pricePerSession: 'price_per_session',
  totalPrice: 'total_price',
  currency: 'currency',
  cancellationPolicy: 'cancellation_policy',
  cancellationTerms: 'cancellation_terms',
  refundAmount: 'refund_amount',
  expiresAt: 'expires_at',
  moveStartsAt: 'move_starts_at',
  moveEndsAt: 'move_ends_at',
  moveHeldFrom: 'move_held_from',
  moveHeldUntil: 'move_held_until',
  moveAskedBy: 'move_asked_by',
  moveExpiresAt: 'move_expires_at',
  rescueOfId: 'rescue_of_id',
  version: 'version',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} satisfies Record<keyof Booking, string>;
const INSTANTS = ['startsAt', 'endsAt', 'heldFrom', 'heldUntil', 'createdAt', 'updatedAt'] as const;
const INSTANTS_OR_NULL = [
  ...(['allergiesChangedAt', 'allergiesReadAt', 'expiresAt'] as const),
  ...(['moveStartsAt', 'moveEndsAt', 'moveHeldFrom', 'moveHeldUntil', 'moveExpiresAt'] as const),
] as const;

type InJson = (typeof INSTANTS)[number] | (typeof INSTANTS_OR_NULL)[number];
export type BookingRow = Omit<Booking, InJson> & Record<InJson, string>;
type NamedRow = BookingRow & Omit<NamedBooking, 'booking'>;

export interface Selection {
  where: Prisma.Sql;
  order: Prisma.Sql;
  window?: { skip: number; take: number };
}

export const ALL_COLUMNS = Prisma.raw(
  Object.entries(COLUMNS)
    .map(([field, column]) => `bookings.${column} AS "${field}"`)
    .join(', '),
);

/** The bookings of a selection, as a table of that name. */
export function selected({ where, order, window }: Selection): Prisma.Sql {
  const bounds = window ? Prisma.sql`LIMIT ${window.take} OFFSET ${window.skip}` : Prisma.empty;
  return Prisma.sql`(SELECT * FROM bookings WHERE ${where} ORDER BY ${order} ${bounds}) AS bookings`;
}

/** One statement with the names, which belong to other modules (ADR 30). */
export function namedBookings(selection: Selection): Question<NamedBooking[]> {
  return {
    statement: Prisma.sql`
      SELECT ${ALL_COLUMNS}, chefs.name AS "chefName", chefs.cuisine_type AS "chefCuisine",
          chefs.photo_url AS "chefPhoto", users.name AS "dinerName"
        FROM ${selected(selection)}
          JOIN chefs ON chefs.id = bookings.chef_id JOIN users ON users.id = bookings.user_id
        ORDER BY ${selection.order}`,
    read: (rows: NamedRow[]) =>
      rows.map(({ chefName, chefCuisine, chefPhoto, dinerName, ...row }) => ({
        booking: bookingOf(row),
        chefName,
        chefCuisine,
        chefPhoto,
        dinerName,
      })),
  };
}

export function among(statuses: readonly Booking['status'][]): Prisma.Sql {
  const each = statuses.map((status) => Prisma.sql`${status}::booking_status`);
  return Prisma.sql`status IN (${Prisma.join(each)})`;
}

export function bookingNamed(id: number): Question<NamedBooking | null> {
  return mapped(namedBookings(selectionOfOne(id)), ([named]) => named ?? null);
}

export function selectionOfOne(id: number): Selection {
  return { where: Prisma.sql`id = ${id}`, order: Prisma.sql`id` };
}

/** The instants of JSON are texts. */
export function bookingOf(row: BookingRow): Booking {
  const booking = row as unknown as Booking;
  for (const field of INSTANTS) booking[field] = new Date(row[field]);
  for (const field of INSTANTS_OR_NULL) booking[field] &&= new Date(row[field]);
  return booking;
}
