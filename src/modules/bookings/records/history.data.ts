import { Prisma, type BookingEvent } from '../../../generated/prisma/client.js';
import type { Question } from '../../../platform/database/questions.js';

type InJson = 'at' | 'oldStartsAt' | 'oldEndsAt';
type Row = Omit<BookingEvent, InJson> & { at: string } & Record<
    'oldStartsAt' | 'oldEndsAt',
    string | null
  >;

export function historyOf(bookingId: number): Question<BookingEvent[]> {
  return {
    statement: Prisma.sql`
      SELECT id, booking_id AS "bookingId", at, actor, user_id AS "userId", action,
          from_status AS "fromStatus", to_status AS "toStatus", reason,
          old_starts_at AS "oldStartsAt", old_ends_at AS "oldEndsAt"
        FROM booking_events WHERE booking_id = ${bookingId} ORDER BY id`,
    read: (rows: Row[]) =>
      rows.map((row) => ({
        ...row,
        at: new Date(row.at),
        oldStartsAt: row.oldStartsAt === null ? null : new Date(row.oldStartsAt),
        oldEndsAt: row.oldEndsAt === null ? null : new Date(row.oldEndsAt),
      })),
  };
}
