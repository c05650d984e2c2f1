import { Prisma, type Chef } from '../../../generated/prisma/client.js';
import type { Ids, Question } from '../../../platform/database/questions.js';
import { addDays, daysBetween } from '../../../platform/time/instants.js';
import { dayNumber } from '../../../platform/time/wall-clock.js';
import { columns } from '../chef/chef.data.js';
import { weekdayOf, type Schedule } from './working-hours.rules.js';

export type Hours = Pick<Schedule, 'weeklyHours' | 'exceptions'>;

/** When meals can be, as the chef's own row says, or a booking's terms in its place. */
export type MealTerms = Pick<Chef, 'id' | Exclude<keyof Schedule, keyof Hours>>;

export const MEAL_TERMS = [
  'id',
  'timeZone',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
  'startStepMinutes',
  'minimumNoticeHours',
  'horizonDays',
  'minHours',
  'maxHours',
] as const satisfies (keyof MealTerms)[];

const BOOKABLE = [
  ...MEAL_TERMS,
  ...(['userId', 'name', 'cuisineType', 'photoUrl', 'maxGuests'] as const),
  ...(['pricePerSession', 'currency', 'cancellationPolicy'] as const),
] as const satisfies (keyof Chef)[];
/** What a booking takes over from the chef, and what the request is held against. */
export type BookableChef = Pick<Chef, (typeof BOOKABLE)[number]>;

export function bookableChefQuestion(id: number): Question<BookableChef | null> {
  return {
    statement: Prisma.sql`SELECT ${columns(BOOKABLE)} FROM chefs WHERE id = ${id}`,
    read: ([chef]: BookableChef[]) => chef ?? null,
  };
}

/** A weekday or a date; without a range it is a day off. */
interface HoursRow {
  chef_id: number;
  weekday: number | null;
  date: string | null;
  opens_at: number | null;
  closes_at: number | null;
}

/** By chef id, with the exceptions between two dates (inclusive); one query for both tables. */
export function hoursQuestion(ids: Ids, from: string, to: string): Question<Map<number, Hours>> {
  const weekdays = Array.from({ length: Math.min(7, daysBetween(from, to) + 1) }, (_, day) =>
    weekdayOf(dayNumber(from) + day),
  );
  return {
    statement: Prisma.sql`
      SELECT chef_id, weekday, NULL AS date, opens_at, closes_at
        FROM weekly_hours WHERE chef_id = ANY(${ids}) AND weekday = ANY(${weekdays})
      UNION ALL
      SELECT chef_id, NULL, date::text, opens_at, closes_at
        FROM availability_exceptions
        WHERE chef_id = ANY(${ids}) AND date BETWEEN ${from}::date AND ${to}::date
      ORDER BY weekday, date, opens_at NULLS FIRST`,
    read: hoursByChef,
  };
}

function hoursByChef(rows: HoursRow[]): Map<number, Hours> {
  const hours = new Map<number, Hours>();
  for (const { chef_id: id, weekday, date, opens_at: opensAt, closes_at: closesAt } of rows) {
    const theirs = hours.get(id) ?? { weeklyHours: [], exceptions: [] };
    hours.set(id, theirs);
    const range = opensAt === null || closesAt === null ? null : { opensAt, closesAt };
    if (weekday !== null && range !== null) theirs.weeklyHours.push({ weekday, ...range });
    if (date !== null) {
      theirs.exceptions.push(
        range === null ? { date, kind: 'day_off' } : { date, kind: 'extra_hours', ...range },
      );
    }
  }
  return hours;
}

const NO_HOURS: Hours = { weeklyHours: [], exceptions: [] };
export function scheduleFrom(chef: MealTerms, hours: Map<number, Hours>): Schedule {
  const { weeklyHours, exceptions } = hours.get(chef.id) ?? NO_HOURS;
  return {
    timeZone: chef.timeZone,
    weeklyHours,
    exceptions,
    bufferBeforeMinutes: chef.bufferBeforeMinutes,
    bufferAfterMinutes: chef.bufferAfterMinutes,
    startStepMinutes: chef.startStepMinutes,
    minimumNoticeHours: chef.minimumNoticeHours,
    horizonDays: chef.horizonDays,
    minHours: chef.minHours,
    maxHours: chef.maxHours,
  };
}

/** A condition on `chef_search`: by the weekdays alone, so that it may be true on a day off. */
export function mayWorkOn(date: string): Prisma.Sql {
  const { begins, continues } = weekdayBits(date);
  return Prisma.sql`days & ${begins | continues | EXTRA_HOURS}::int <> 0`;
}

/**
 * A condition on `chef_search`: hours that begin on a date, or the day before and end on it. OFFSET 0
 * has exceptions looked up for each chef in turn, until there are enough.
 */
export function worksOn(date: string): Prisma.Sql {
  const { begins, continues } = weekdayBits(date);
  const isOff = (day: string) => Prisma.sql`days & ${DAYS_OFF}::int <> 0 AND EXISTS (
    SELECT FROM availability_exceptions AS e
      WHERE e.chef_id = chef_search.chef_id AND e.date = ${day}::date AND kind = 'day_off' OFFSET 0)`;
  return Prisma.sql`(
    days & ${begins}::int <> 0 AND NOT (${isOff(date)})
    OR days & ${continues}::int <> 0 AND NOT (${isOff(addDays(date, -1))})
    OR days & ${EXTRA_HOURS}::int <> 0 AND EXISTS (
      SELECT FROM availability_exceptions AS e
        WHERE e.chef_id = chef_search.chef_id AND kind = 'extra_hours'
          AND (e.date = ${date}::date OR e.date = ${date}::date - 1 AND closes_at > 1440) OFFSET 0))`;
}

/** Of `chef_search.days`, as the view `chef_search_rows` makes it. */
const EXTRA_HOURS = 1 << 14;
const DAYS_OFF = 1 << 15;
function weekdayBits(date: string) {
  const weekday = weekdayOf(dayNumber(date)) - 1;
  return { begins: 1 << weekday, continues: 1 << (weekday + 7) };
}
