import type { Booking, Prisma } from '../../generated/prisma/client.js';
import type { DbHandle } from '../../platform/db.js';
import type { BookingStatus } from './bookings.states.js';

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
