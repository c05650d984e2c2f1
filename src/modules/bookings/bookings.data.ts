import type { Booking, BookingEvent, Prisma } from '../../generated/prisma/client.js';
import type { DbHandle, Tx } from '../../platform/db.js';
import { constraintViolated } from '../../platform/db-errors.js';
import type { Span } from '../../platform/time.js';
import type { BookedTime } from '../chefs/index.js';
import { slotTaken } from './bookings.errors.js';
import { LIVE } from './bookings.states.js';
import { tellChange } from './live.data.js';

export type { Booking, BookingEvent };
export type NewBooking = Omit<
  Prisma.BookingCreateManyInput,
  'id' | 'status' | 'version' | 'createdAt' | 'updatedAt' | 'refundAmount'
> & { createdAt: Date };
export type NewEvent = Omit<Prisma.BookingEventCreateManyInput, 'id' | 'bookingId'>;
export type Changes = Pick<
  Prisma.BookingUncheckedUpdateManyInput,
  | 'startsAt'
  | 'endsAt'
  | 'heldFrom'
  | 'heldUntil'
  | 'expiresAt'
  | 'refundAmount'
  | 'allergiesReadAt'
>;

const LIVE_STATUSES = { in: [...LIVE] };
const TIMES = { startsAt: true, endsAt: true, heldFrom: true, heldUntil: true };

/**
 * Makes a pending booking with the first line of its history.
 * Returns null when the exclusion constraint finds the time taken: `ON CONFLICT DO NOTHING`
 * lets it decide without an error, so that rivals for one time neither deadlock nor wait long.
 */
export async function insertBooking(
  tx: Tx,
  booking: NewBooking,
  event: NewEvent,
): Promise<Booking | null> {
  const [made] = await tx.booking.createManyAndReturn({
    data: [{ ...booking, updatedAt: booking.createdAt }],
    skipDuplicates: true,
  });
  if (made === undefined) return null;
  await tx.bookingEvent.create({ data: { ...event, bookingId: made.id } });
  await tellChange(tx, made);
  return made;
}

/**
 * Takes a booking from the status it was seen in to the event's, with a line in its history.
 * Returns false, and changes nothing, when the booking has changed since it was seen.
 * @throws slotTaken when it was to move to a time that another booking holds
 */
export async function changeBooking(
  tx: Tx,
  seen: Pick<Booking, 'id' | 'userId' | 'chefId' | 'status' | 'version'>,
  changes: Changes,
  event: NewEvent,
): Promise<boolean> {
  try {
    const { count } = await tx.booking.updateMany({
      where: { id: seen.id, status: seen.status, version: seen.version },
      data: {
        ...changes,
        status: event.toStatus,
        updatedAt: event.at,
        version: { increment: 1 },
      },
    });
    if (count === 0) return false;
  } catch (error) {
    if (constraintViolated(error) !== null) throw slotTaken();
    throw error;
  }
  await tx.bookingEvent.create({ data: { ...event, bookingId: seen.id } });
  await tellChange(tx, { ...seen, version: seen.version + 1 });
  return true;
}

/** Makes other transactions that lock this booking wait until this one has ended. */
export async function lockBooking(tx: Tx, id: number): Promise<void> {
  await tx.$queryRaw`SELECT id FROM bookings WHERE id = ${id} FOR UPDATE`;
}

/** The bookings that offer the wish of one to other chefs, oldest first. */
export function offersOf(db: DbHandle, rescueOfId: number): Promise<Booking[]> {
  return db.booking.findMany({ where: { rescueOfId }, orderBy: { id: 'asc' } });
}

/** The diner's bookings, live or not, that touch a span. */
export function bookingsOfDinerIn(db: DbHandle, userId: number, span: Span): Promise<Booking[]> {
  return db.booking.findMany({
    where: { userId, startsAt: { lt: span.end }, endsAt: { gt: span.start } },
  });
}

/** Where a diner eats: the part of town and the address. */
export type Place = Pick<Booking, 'district' | 'address'>;

/** The place that a diner told last. */
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

/** What happened to a booking, oldest first. */
export function historyOf(db: DbHandle, bookingId: number): Promise<BookingEvent[]> {
  return db.bookingEvent.findMany({ where: { bookingId }, orderBy: { id: 'asc' } });
}

/** What live bookings of these chefs hold, buffers included, that touches the given span. */
export async function bookedTimes(
  db: DbHandle,
  chefIds: number[],
  within: Span,
  exceptBookingId?: number,
): Promise<BookedTime[]> {
  const rows = await db.booking.findMany({
    where: {
      chefId: { in: chefIds },
      status: LIVE_STATUSES,
      heldFrom: { lt: within.end },
      heldUntil: { gt: within.start },
      ...(exceptBookingId === undefined ? {} : { id: { not: exceptBookingId } }),
    },
    select: { id: true, chefId: true, ...TIMES },
  });
  return rows.map((row) => ({
    chefId: row.chefId,
    bookingId: row.id,
    meal: { start: row.startsAt, end: row.endsAt },
    held: { start: row.heldFrom, end: row.heldUntil },
  }));
}

/** Some requests whose deadline has passed. */
export function overdueRequests(db: DbHandle, now: Date, take: number): Promise<Booking[]> {
  return db.booking.findMany({ where: { status: 'pending', expiresAt: { lte: now } }, take });
}

/** Some confirmed bookings whose meal ended before the given instant. */
export function finishedMeals(db: DbHandle, endedBy: Date, take: number): Promise<Booking[]> {
  return db.booking.findMany({ where: { status: 'confirmed', endsAt: { lte: endedBy } }, take });
}
