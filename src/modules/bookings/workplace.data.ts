import type { Booking } from '../../generated/prisma/client.js';
import type { DbHandle } from '../../platform/db.js';
import type { Span } from '../../platform/time.js';
import type { BookingStatus } from './bookings.states.js';

/** A chef's bookings of some statuses that touch a span, buffers included, in order. */
export function bookingsOfChefIn(
  db: DbHandle,
  chefId: number,
  span: Span,
  statuses: BookingStatus[],
): Promise<Booking[]> {
  return db.booking.findMany({
    where: {
      chefId,
      status: { in: statuses },
      heldFrom: { lt: span.end },
      heldUntil: { gt: span.start },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
}

/** How many requests wait for a chef's answer. */
export function countRequests(db: DbHandle, chefId: number): Promise<number> {
  return db.booking.count({ where: { chefId, status: 'pending' } });
}
