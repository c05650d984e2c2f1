import type { DbHandle, Tx } from '../../../platform/database/client.js';
import type { Hours } from '../availability/availability.data.js';
import type { Schedule, WeeklyRange } from '../availability/working-hours.rules.js';

export type ScheduleSettings = Omit<Schedule, keyof Hours> & { maxGuests: number };

export async function insertWeeklyHours(
  db: DbHandle,
  chefId: number,
  weeklyHours: WeeklyRange[],
): Promise<void> {
  await db.weeklyHours.createMany({ data: weeklyHours.map((range) => ({ chefId, ...range })) });
}

/** False, without a change, when the chef is at another version than the one seen. */
export async function replaceSchedule(
  tx: Tx,
  seen: { id: number; version: number },
  settings: ScheduleSettings,
  hours: Hours,
): Promise<boolean> {
  const { id: chefId, version } = seen;
  const { count } = await tx.chef.updateMany({
    where: { id: chefId, version },
    data: { ...settings, version: { increment: 1 } },
  });
  if (count === 0) return false;
  await tx.weeklyHours.deleteMany({ where: { chefId } });
  await tx.availabilityException.deleteMany({ where: { chefId } });
  await insertWeeklyHours(tx, chefId, hours.weeklyHours);
  await tx.availabilityException.createMany({
    data: hours.exceptions.map((exception) => ({
      ...exception,
      chefId,
      date: dateColumn(exception.date),
    })),
  });
  return true;
}

/** Prisma takes a PostgreSQL date as its midnight in UTC. */
function dateColumn(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}
