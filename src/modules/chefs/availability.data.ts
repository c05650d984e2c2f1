import type { Chef } from '../../generated/prisma/client.js';
import type { DbHandle, Tx } from '../../platform/db.js';
import type { Schedule, WeeklyRange } from './availability.rules.js';

/** What a schedule is made of beside the chef's own row. */
export type Hours = Pick<Schedule, 'weeklyHours' | 'exceptions'>;
/** The part of a schedule that lies on the chef's own row, with the limit of guests. */
export type ScheduleSettings = Omit<Schedule, keyof Hours> & { maxGuests: number };

/** A row of either table of hours: a weekday or a date, and a range, or none for a day off. */
interface HoursRow {
  chef_id: number;
  weekday: number | null;
  date: string | null;
  opens_at: number | null;
  closes_at: number | null;
}

/**
 * The schedules of some chefs by chef id; exceptions between two dates, both included. One query
 * for both tables, for every look at free times and every booking asks.
 */
export async function schedulesOf(
  db: DbHandle,
  chefs: Chef[],
  from: string,
  to: string,
): Promise<Map<number, Schedule>> {
  const ids = chefs.map((chef) => chef.id);
  const rows = await db.$queryRaw<HoursRow[]>`
    SELECT chef_id, weekday, NULL AS date, opens_at, closes_at
      FROM weekly_hours WHERE chef_id = ANY(${ids})
    UNION ALL
    SELECT chef_id, NULL, date::text, opens_at, closes_at
      FROM availability_exceptions
      WHERE chef_id = ANY(${ids}) AND date BETWEEN ${from}::date AND ${to}::date
    ORDER BY weekday, date, opens_at NULLS FIRST`;
  const schedules = new Map<number, Schedule>(
    chefs.map((chef) => [chef.id, { ...settingsOf(chef), weeklyHours: [], exceptions: [] }]),
  );
  for (const { chef_id: id, weekday, date, opens_at: opensAt, closes_at: closesAt } of rows) {
    const schedule = schedules.get(id);
    const range = opensAt === null || closesAt === null ? null : { opensAt, closesAt };
    if (weekday !== null && range !== null) schedule?.weeklyHours.push({ weekday, ...range });
    if (date !== null) {
      schedule?.exceptions.push(
        range === null ? { date, kind: 'day_off' } : { date, kind: 'extra_hours', ...range },
      );
    }
  }
  return schedules;
}

/** Gives a new chef the hours of a week. */
export async function insertWeeklyHours(
  db: DbHandle,
  chefId: number,
  weeklyHours: WeeklyRange[],
): Promise<void> {
  await db.weeklyHours.createMany({ data: weeklyHours.map((range) => ({ chefId, ...range })) });
}

/**
 * Puts a schedule in the place of the chef's old one.
 * Returns false, and changes nothing, when the chef is no longer at the version it was seen at.
 */
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

function settingsOf(chef: Chef): Omit<Schedule, keyof Hours> {
  return {
    timeZone: chef.timeZone,
    bufferBeforeMinutes: chef.bufferBeforeMinutes,
    bufferAfterMinutes: chef.bufferAfterMinutes,
    startStepMinutes: chef.startStepMinutes,
    minimumNoticeHours: chef.minimumNoticeHours,
    horizonDays: chef.horizonDays,
    minHours: chef.minHours,
    maxHours: chef.maxHours,
  };
}

/** PostgreSQL's date is a midnight of UTC to Prisma. */
function dateColumn(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}
