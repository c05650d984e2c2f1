import { Prisma } from '../../../generated/prisma/client.js';
import type { Ids, Question } from '../../../platform/database/questions.js';
import type { Span } from '../../../platform/time/instants.js';
import type { AskedTime, BookedTime } from '../../chefs/index.js';

/** The times of a diner's requests that wait for an answer, without those of rescues. */
export function openRequestsOf(userId: number, exceptBookingId?: number): Question<Span[]> {
  return {
    statement: Prisma.sql`
      SELECT starts_at, ends_at FROM bookings
        WHERE user_id = ${userId} AND status = 'pending' AND rescue_of_id IS NULL
          ${isOther(exceptBookingId)}`,
    read: (rows: Pick<TimesRow, 'starts_at' | 'ends_at'>[]) =>
      rows.map((row) => ({ start: new Date(row.starts_at), end: new Date(row.ends_at) })),
  };
}

interface TimesRow {
  id: number;
  chef_id: number;
  starts_at: string;
  ends_at: string;
  held_from: string;
  held_until: string;
}

/** What live bookings of these chefs hold within a span, buffers and the times of moves included. */
export function bookedTimes(
  chefIds: Ids,
  { start, end }: Span,
  exceptBookingId?: number,
): Question<BookedTime[]> {
  const among = Prisma.sql`chef_id = ANY(${chefIds}) ${isOther(exceptBookingId)}`;
  // Meals and their buffers take 12 hours each at most, so that the index on starts_at answers.
  const inStatus = (status: 'pending' | 'confirmed') => Prisma.sql`
    SELECT id, chef_id, starts_at, ends_at, held_from, held_until FROM bookings
      WHERE ${among} AND status = ${status}::booking_status
        AND starts_at > ${start}::timestamptz - interval '24 hours'
        AND starts_at < ${end}::timestamptz + interval '12 hours'
        AND held_until > ${start} AND held_from < ${end}`;
  const moves = Prisma.sql`
    SELECT id, chef_id, move_starts_at, move_ends_at, move_held_from, move_held_until FROM bookings
      WHERE ${among} AND move_starts_at > ${start}::timestamptz - interval '24 hours'
        AND move_starts_at < ${end}::timestamptz + interval '12 hours'
        AND move_held_until > ${start} AND move_held_from < ${end}`;
  return {
    statement: Prisma.sql`
      ${inStatus('pending')} UNION ALL ${inStatus('confirmed')} UNION ALL ${moves}`,
    read: (rows: TimesRow[]) =>
      rows.map((row) => ({
        chefId: row.chef_id,
        bookingId: row.id,
        // Only the chef's own pages look at it.
        get meal() {
          return { start: new Date(row.starts_at), end: new Date(row.ends_at) };
        },
        held: { start: new Date(row.held_from), end: new Date(row.held_until) },
      })),
  };
}

/** The times of a chef within a span that wait for an answer: of requests and of moves. */
export function askedTimes(chefId: number, { start, end }: Span): Question<AskedTime[]> {
  const within = (column: Prisma.Sql) =>
    Prisma.sql`${column} > ${start}::timestamptz - interval '24 hours' AND ${column} < ${end}`;
  return {
    statement: Prisma.sql`
      SELECT id, starts_at FROM bookings WHERE chef_id = ${chefId} AND status = 'pending'
        AND ${within(Prisma.sql`starts_at`)}
      UNION ALL SELECT id, move_starts_at FROM bookings WHERE chef_id = ${chefId}
        AND ${within(Prisma.sql`move_starts_at`)}`,
    read: (rows: Pick<TimesRow, 'id' | 'starts_at'>[]) =>
      rows.map((row) => ({ bookingId: row.id, start: new Date(row.starts_at) })),
  };
}

function isOther(exceptBookingId: number | undefined): Prisma.Sql {
  return exceptBookingId === undefined ? Prisma.empty : Prisma.sql`AND id <> ${exceptBookingId}`;
}
