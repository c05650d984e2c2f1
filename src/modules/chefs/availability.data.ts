import type { Chef } from '../../generated/prisma/client.js';
import type { DbHandle, Tx } from '../../platform/db.js';
import { dateOfDay } from '../../platform/wall-clock.js';
import { DAY_MS } from '../../platform/time.js';
import type { AvailabilityException, Schedule, WeeklyRange } from './availability.rules.js';

/** What a schedule is made of beside the chef's own row. */
export type Hours = Pick<Schedule, 'weeklyHours' | 'exceptions'>;
/** The part of a schedule that lies on the chef's own row, with the limit of guests. */
export type ScheduleSettings = Omit<Schedule, keyof Hours> & { maxGuests: number };

/** The schedules of some chefs by chef id, in two queries; exceptions between two dates, both included. */
export async function schedulesOf(
  db: DbHandle,
  chefs: Chef[],
  from: string,
  to: string,
): Promise<Map<number, Schedule>> {
  const chefId = { in: chefs.map((chef) => chef.id) };
  const between = { gte: dateColumn(from), lte: dateColumn(to) };
  const [weekly, exceptions] = await Promise.all([
    db.weeklyHours.findMany({
      where: { chefId },
      orderBy: [{ weekday: 'asc' }, { opensAt: 'asc' }],
    }),
    db.availabilityException.findMany({
      where: { chefId, date: between },
      orderBy: [{ date: 'asc' }, { kind: 'asc' }, { opensAt: 'asc' }],
    }),
  ]);
  const hours = new Map<number, Hours>(
    chefs.map((chef) => [chef.id, { weeklyHours: [], exceptions: [] }]),
  );
  for (const { chefId: id, weekday, opensAt, closesAt } of weekly) {
    hours.get(id)?.weeklyHours.push({ weekday, opensAt, closesAt });
  }
  for (const row of exceptions) hours.get(row.chefId)?.exceptions.push(exceptionOf(row));
  return new Map(
    chefs.map((chef) => [
      chef.id,
      { ...settingsOf(chef), ...(hours.get(chef.id) ?? { weeklyHours: [], exceptions: [] }) },
    ]),
  );
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

function exceptionOf(row: {
  date: Date;
  kind: 'day_off' | 'extra_hours';
  opensAt: number | null;
  closesAt: number | null;
}): AvailabilityException {
  const date = dateOfDay(row.date.getTime() / DAY_MS);
  const { opensAt, closesAt } = row;
  return row.kind === 'day_off' || opensAt === null || closesAt === null
    ? { date, kind: 'day_off' }
    : { date, kind: 'extra_hours', opensAt, closesAt };
}

/** PostgreSQL's date is a midnight of UTC to Prisma. */
function dateColumn(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}
