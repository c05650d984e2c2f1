import { Prisma } from '../../../generated/prisma/client.js';
import type { Question } from '../../../platform/database/questions.js';
import type { MonthlySum } from './earnings.rules.js';

/** Sums from month to month (YYYY-MM, inclusive); cancelled meals count if once confirmed. */
export function monthlySums(
  chefId: number,
  first: string,
  last: string,
): Question<(MonthlySum & { currency: string })[]> {
  return {
    statement: Prisma.sql`
      SELECT month, currency, status, count(*)::int AS meals,
          sum(total_price)::float8 AS total, sum(coalesce(refund_amount, 0))::float8 AS refunded
        FROM (
          SELECT *, to_char(starts_at AT TIME ZONE time_zone, 'YYYY-MM') AS month FROM bookings
          WHERE chef_id = ${chefId}
            AND (status IN ('completed', 'no_show', 'confirmed')
              OR (status = 'cancelled' AND refund_amount IS NOT NULL))
        ) AS counted
        WHERE month BETWEEN ${first} AND ${last}
        GROUP BY month, currency, status`,
    read: (rows: (MonthlySum & { currency: string })[]) => rows,
  };
}
