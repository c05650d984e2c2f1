import { Prisma, type BookingEvent } from '../../../generated/prisma/client.js';
import type { Question } from '../../../platform/database/questions.js';

const INSTANTS_OR_NULL = ['oldStartsAt', 'oldEndsAt', 'askedStartsAt'] as const;

type InJson = (typeof INSTANTS_OR_NULL)[number];
type Row = Omit<BookingEvent, InJson | 'at'> & { at: string } & Record<InJson, string | null>;

export function historyOf(bookingId: number): Question<BookingEvent[]> {
  return {
    statement: Prisma.sql`
      SELECT id, booking_id AS "bookingId", at, actor, user_id AS "userId", action,
          from_status AS "fromStatus", to_status AS "toStatus", reason,
          old_starts_at AS "oldStartsAt", old_ends_at AS "oldEndsAt",
          asked_starts_at AS "askedStartsAt"
        FROM booking_events WHERE booking_id = ${bookingId} ORDER BY id`,
    read: (rows: Row[]) => rows.map(eventOf),
  };
}

function eventOf(row: Row): BookingEvent {
  const event = row as unknown as BookingEvent;
  event.at = new Date(row.at);
  for (const field of INSTANTS_OR_NULL) event[field] &&= new Date(event[field]);
  return event;
}
