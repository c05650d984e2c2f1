import type { Booking } from '../../generated/prisma/client.js';
import { notify, type DbHandle, type Tx } from '../../platform/db.js';

/** Where every change of a booking is told. */
export const CHANNEL = 'bookings';

/** What is told of a change: whose it is, and nothing of what it says. */
export interface Notice {
  booking_id: number;
  user_id: number;
  chef_id: number;
  version: number;
}

/** What a change is to those who follow it. */
export type Changed = Pick<Booking, 'id' | 'version' | 'status' | 'updatedAt'>;

/** Tells of a booking as it is from now on, once the transaction commits. */
export function tellChange(
  tx: Tx,
  { id, userId, chefId, version }: Pick<Booking, 'id' | 'userId' | 'chefId' | 'version'>,
): Promise<void> {
  const told: Notice = { booking_id: id, user_id: userId, chef_id: chefId, version };
  return notify(tx, CHANNEL, told);
}

/** The bookings of a diner, and of a chef if they are one, that changed since; the latest first. */
export function changedSince(
  db: DbHandle,
  { userId, chefId }: { userId: number; chefId: number | null },
  since: Date,
  take: number,
): Promise<Changed[]> {
  return db.booking.findMany({
    where: {
      updatedAt: { gte: since },
      OR: [{ userId }, ...(chefId === null ? [] : [{ chefId }])],
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, version: true, status: true, updatedAt: true },
    take,
  });
}
