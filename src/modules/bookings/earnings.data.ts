import type { DbHandle } from '../../platform/db.js';
import type { MonthlySum } from './earnings.rules.js';

/**
 * What a chef's bookings sum up to, by month and status, between two months (YYYY-MM), both
 * included. Of cancelled ones only those count that had been confirmed, so that a refund was due.
 */
export function monthlySums(
  db: DbHandle,
  chef: { id: number; currency: string },
  first: string,
  last: string,
): Promise<MonthlySum[]> {
  return db.$queryRaw<MonthlySum[]>`
    SELECT month, status::text AS status, count(*)::int AS meals,
      sum(total_price)::float8 AS total, sum(coalesce(refund_amount, 0))::float8 AS refunded
    FROM (
      SELECT *, to_char(starts_at AT TIME ZONE time_zone, 'YYYY-MM') AS month FROM bookings
      WHERE chef_id = ${chef.id} AND currency = ${chef.currency}
        AND (status IN ('completed', 'no_show', 'confirmed')
          OR (status = 'cancelled' AND refund_amount IS NOT NULL))
    ) AS counted
    WHERE month BETWEEN ${first} AND ${last}
    GROUP BY month, status`;
}
