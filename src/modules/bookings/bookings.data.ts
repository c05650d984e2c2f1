import type { Booking, BookingEvent, Prisma } from '../../generated/prisma/client.js';
import type { DbHandle, Tx } from '../../platform/db.js';
import { constraintViolated } from '../../platform/db-errors.js';
import type { Span } from '../../platform/time.js';
import type { BookedTime } from '../chefs/index.js';
import { slotTaken } from './bookings.errors.js';
import { LIVE, type BookingStatus } from './bookings.states.js';
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

export function bookingById(db: DbHandle, id: number): Promise<Booking | null> {
  return db.booking.findUnique({ where: { id } });
}

/** What happened to a booking, oldest first. */
export function historyOf(db: DbHandle, bookingId: number): Promise<BookingEvent[]> {
  return db.bookingEvent.findMany({ where: { bookingId }, orderBy: { id: 'asc' } });
}

/** The lists that people keep their bookings in. */
export type Tab = 'upcoming' | 'pending' | 'past' | 'cancelled';
/** Whose bookings: a diner's by user id, or a chef's by chef id. */
export type Owner = { userId: number } | { chefId: number };

/** One window of an owner's bookings, latest meal first, and how many there are. */
export async function listBookings(
  db: DbHandle,
  owner: Owner,
  statuses: BookingStatus[] | undefined,
  window: { skip: number; take: number },
): Promise<{ bookings: Booking[]; total: number }> {
  const where = { ...owner, ...(statuses ? { status: { in: statuses } } : {}) };
  const [bookings, total] = await Promise.all([
    db.booking.findMany({ where, orderBy: [{ startsAt: 'desc' }, { id: 'desc' }], ...window }),
    db.booking.count({ where }),
  ]);
  return { bookings, total };
}

/** One window of one of an owner's lists, what comes next first. */
export function tabOfBookings(
  db: DbHandle,
  owner: Owner,
  tab: Tab,
  now: Date,
  window: { skip: number; take: number },
): Promise<Booking[]> {
  return db.booking.findMany({
    where: { ...owner, ...inTab(tab, now) },
    orderBy: TAB_ORDERS[tab],
    ...window,
  });
}

/** How many bookings each of an owner's lists holds. */
export async function countTabs(
  db: DbHandle,
  owner: Owner,
  now: Date,
): Promise<Record<Tab, number>> {
  const count = (tab: Tab) => db.booking.count({ where: { ...owner, ...inTab(tab, now) } });
  const [upcoming, pending, past, cancelled] = await Promise.all([
    count('upcoming'),
    count('pending'),
    count('past'),
    count('cancelled'),
  ]);
  return { upcoming, pending, past, cancelled };
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

const TAB_ORDERS = {
  upcoming: [{ startsAt: 'asc' }, { id: 'asc' }],
  pending: [{ expiresAt: 'asc' }, { id: 'asc' }],
  past: [{ startsAt: 'desc' }, { id: 'desc' }],
  cancelled: [{ startsAt: 'desc' }, { id: 'desc' }],
} satisfies Record<Tab, Prisma.BookingOrderByWithRelationInput[]>;

function inTab(tab: Tab, now: Date): Prisma.BookingWhereInput {
  switch (tab) {
    case 'upcoming':
      return { status: 'confirmed', endsAt: { gt: now } };
    case 'pending':
      return { status: 'pending' };
    case 'past':
      return {
        OR: [
          { status: { in: ['completed', 'no_show'] } },
          { status: 'confirmed', endsAt: { lte: now } },
        ],
      };
    case 'cancelled':
      return { status: { in: ['cancelled', 'declined', 'expired'] } };
  }
}
