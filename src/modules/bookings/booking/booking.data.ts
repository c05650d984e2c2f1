import { Prisma, type Booking, type BookingEvent } from '../../../generated/prisma/client.js';
import type { DbHandle, Tx } from '../../../platform/database/client.js';
import { constraintViolated } from '../../../platform/database/errors.js';
import type { Span } from '../../../platform/time/instants.js';
import { COLUMNS } from '../records/named-bookings.data.js';
import { slotTaken } from './booking.errors.js';
import type { HoldingLimits } from './booking.rules.js';
import { recordChange, type BookingWrite, type NewEvent } from './changes.data.js';

export type { Booking, BookingEvent };
export type NewBooking = Omit<Booking, 'id' | 'updatedAt' | keyof (typeof AS_MADE & Move)>;
export type Times = Pick<Booking, 'startsAt' | 'endsAt' | 'heldFrom' | 'heldUntil' | 'expiresAt'>;
export type Changes = Partial<
  Times &
    Move &
    Pick<
      Booking,
      | 'refundAmount'
      | 'guests'
      | 'allergies'
      | 'allergyNotes'
      | 'allergiesTold'
      | 'allergiesChangedAt'
      | 'allergiesReadAt'
      | 'dietaryNeeds'
      | 'district'
      | 'address'
      | 'specialRequests'
    >
>;
export type Move = Pick<Booking, keyof typeof NO_MOVE>;

export const NO_MOVE = {
  moveStartsAt: null,
  moveEndsAt: null,
  moveHeldFrom: null,
  moveHeldUntil: null,
  moveAskedBy: null,
  moveExpiresAt: null,
};

const AS_MADE = {
  status: 'pending',
  version: 1,
  allergiesChangedAt: null,
  allergiesReadAt: null,
  refundAmount: null,
} as const;

/**
 * Inserts a pending booking; null when the time is taken or a limit is reached. ON CONFLICT avoids
 * deadlocks. @param limits null for a rescue
 */
export function insertBooking(
  write: BookingWrite,
  booking: NewBooking,
  event: NewEvent,
  limits: HoldingLimits | null,
): Promise<Booking | null> {
  const made = { ...booking, ...AS_MADE, updatedAt: booking.createdAt };
  const fields = Object.keys(made) as (keyof typeof made)[];
  const insert = Prisma.sql`
    INSERT INTO bookings (${Prisma.join(fields.map(column))})
      SELECT ${Prisma.join(fields.map((field) => stored(field, made[field])))}
      WHERE ${limits === null ? Prisma.sql`true` : mayHold(booking, limits)} ON CONFLICT DO NOTHING`;
  return recordChange(write, insert, { ...made, ...NO_MOVE }, event);
}

function mayHold({ userId, startsAt, endsAt }: NewBooking, { atOnce, inAll }: HoldingLimits) {
  return Prisma.sql`may_hold(${userId}, ${startsAt}, ${endsAt}, ${atOnce}, ${inAll})`;
}

/** Changes a booking; null if it has changed since it was read. @throws slotTaken */
export async function changeBooking(
  write: BookingWrite,
  seen: Booking,
  changes: Changes,
  event: NewEvent,
): Promise<Booking | null> {
  const { id, status, version } = seen;
  const changed = { ...changes, status: event.toStatus, version: version + 1, updatedAt: event.at };
  const fields = Object.keys(changed) as (keyof typeof changed)[];
  const set = fields.map(
    (field) => Prisma.sql`${column(field)} = ${stored(field, changed[field])}`,
  );
  const update = Prisma.sql`
    UPDATE bookings SET ${Prisma.join(set)}
      WHERE id = ${id} AND status = ${status}::booking_status AND version = ${version}`;
  try {
    return await recordChange(write, update, { ...seen, ...changed }, event);
  } catch (error) {
    if (constraintViolated(error) !== null) throw slotTaken();
    throw error;
  }
}

function column(field: keyof Booking): Prisma.Sql {
  return Prisma.raw(COLUMNS[field]);
}

/** Drivers take every list for an array of SQL. */
function stored(field: keyof Booking, value: unknown): unknown {
  return field === 'cancellationTerms' ? JSON.stringify(value) : value;
}

/** Makes other transactions that lock this booking wait until this one ends. */
export async function lockBooking(tx: Tx, id: number): Promise<void> {
  await tx.$queryRaw`SELECT id FROM bookings WHERE id = ${id} FOR UPDATE`;
}

/** The bookings that repeat a request to other chefs, oldest first. */
export function offersOf(db: DbHandle, rescueOfId: number): Promise<Booking[]> {
  return db.booking.findMany({ where: { rescueOfId }, orderBy: { id: 'asc' } });
}

export function bookingsOfDinerIn(db: DbHandle, userId: number, span: Span): Promise<Booking[]> {
  return db.booking.findMany({
    where: { userId, startsAt: { lt: span.end }, endsAt: { gt: span.start } },
  });
}

export type Place = Pick<Booking, 'district' | 'address'>;

/** The place of a diner's last request that has an address. */
export function lastPlaceOfDiner(db: DbHandle, userId: number): Promise<Place | null> {
  return db.booking.findFirst({
    where: { userId, address: { not: null } },
    orderBy: { id: 'desc' },
    select: { district: true, address: true },
  });
}

export function bookingById(db: DbHandle, id: number): Promise<Booking | null> {
  return db.booking.findUnique({ where: { id } });
}

export function overdueRequests(db: DbHandle, now: Date, take: number): Promise<Booking[]> {
  return db.booking.findMany({ where: { status: 'pending', expiresAt: { lte: now } }, take });
}

export function overdueMoves(db: DbHandle, now: Date, take: number): Promise<Booking[]> {
  return db.booking.findMany({ where: { moveExpiresAt: { lte: now } }, take });
}

export function finishedMeals(db: DbHandle, endedBy: Date, take: number): Promise<Booking[]> {
  return db.booking.findMany({ where: { status: 'confirmed', endsAt: { lte: endedBy } }, take });
}
