import { Prisma } from '../../../generated/prisma/client.js';
import type { Tx } from '../../../platform/database/client.js';
import type { Question } from '../../../platform/database/questions.js';
import { MEAL_TERMS, type MealTerms } from '../availability/availability.data.js';
import { columns } from '../chef/chef.data.js';

/**
 * Takes the next chefs to look at, and locks their rows until the transaction ends: so what sets them
 * free waits, or has happened before they are looked at. Those that somebody else has locked keep waiting.
 */
export async function takeChecks(tx: Tx, most: number): Promise<number[]> {
  const taken = await tx.rows<{ chef_id: number }>(Prisma.sql`
    WITH next AS MATERIALIZED (SELECT id, chef_id FROM chef_date_checks ORDER BY id LIMIT ${most}),
      locked AS MATERIALIZED (
        SELECT chef_id FROM chef_search WHERE chef_id = ANY (ARRAY(SELECT chef_id FROM next))
          FOR UPDATE SKIP LOCKED),
      forgotten AS (
        DELETE FROM chef_date_checks USING next WHERE chef_date_checks.id = next.id
          AND (next.chef_id IN (SELECT chef_id FROM locked)
            OR NOT EXISTS (SELECT FROM chef_search WHERE chef_id = next.chef_id)))
    SELECT chef_id FROM locked`);
  return taken.map((row) => row.chef_id);
}

export function termsOf(chefIds: number[]): Question<MealTerms[]> {
  return {
    statement: Prisma.sql`SELECT ${columns(MEAL_TERMS)} FROM chefs WHERE id = ANY (${chefIds})`,
    read: (rows: MealTerms[]) => rows,
  };
}

export async function closeDates(tx: Tx, closed: { id: number; dates: string[] }[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE chef_search SET closed_dates = found.dates
      FROM json_to_recordset(${JSON.stringify(closed)}::json) AS found(id int, dates date[])
      WHERE chef_id = found.id AND closed_dates <> found.dates`;
}
