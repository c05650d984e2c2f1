import { Prisma } from '../../../generated/prisma/client.js';
import type { Question } from '../../../platform/database/questions.js';
import type { Span } from '../../../platform/time/instants.js';
import {
  among,
  namedBookings,
  selected,
  type NamedBooking,
  type Selection,
} from '../records/named-bookings.data.js';
import type { BookingStatus } from '../booking/booking.states.js';
import type { LiveMeal } from './nearby-bookings.rules.js';

/** Bookings that overlap a span, buffers included, in order. */
export function bookingsOfChefIn(
  chefId: number,
  { start, end }: Span,
  statuses: readonly BookingStatus[],
): Question<NamedBooking[]> {
  const where = Prisma.sql`chef_id = ${chefId} AND ${among(statuses)}
    AND held_from < ${end} AND held_until > ${start}`;
  return namedBookings({ where, order: Prisma.sql`starts_at, id` });
}

interface MealRow {
  id: number;
  isConfirmed: boolean;
  start: string;
  end: string;
}

/** A chef's meals of these statuses, and what they may move to, at most so long from those selected. */
export function mealsAround(
  chefId: number,
  selection: Selection,
  ms: number,
  statuses: readonly BookingStatus[],
): Question<LiveMeal[]> {
  const margin = Prisma.sql`make_interval(secs => ${ms / 1000})`;
  return {
    statement: Prisma.sql`
      WITH span AS (SELECT min(coalesce(move_starts_at, starts_at)) - ${margin} AS first,
          max(coalesce(move_ends_at, ends_at)) + ${margin} AS last FROM ${selected(selection)})
      SELECT id, status = 'confirmed' AS "isConfirmed", starts_at AS "start", ends_at AS "end"
        FROM bookings, span
        WHERE chef_id = ${chefId} AND ${among(statuses)} AND held_from < last AND held_until > first
      UNION ALL SELECT id, false, move_starts_at, move_ends_at FROM bookings, span
        WHERE chef_id = ${chefId} AND move_starts_at IS NOT NULL
          AND move_held_from < last AND move_held_until > first
        ORDER BY "start", id`,
    read: (rows: MealRow[]) =>
      rows.map((row) => ({ ...row, start: new Date(row.start), end: new Date(row.end) })),
  };
}
