import { Prisma, type Chef } from '../../../generated/prisma/client.js';
import type { Ids, Question } from '../../../platform/database/questions.js';
import { daysBetween } from '../../../platform/time/instants.js';
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
      UNION ALL ${exceptionsBetween(ids, from, to)}
      ORDER BY weekday, date, opens_at NULLS FIRST`,
    read: hoursByChef,
  };
}

export function exceptionsQuestion(
  ids: Ids,
  from: string,
  to: string,
): Question<Map<number, Hours>> {
  return {
    statement: Prisma.sql`${exceptionsBetween(ids, from, to)} ORDER BY date, opens_at NULLS FIRST`,
    read: hoursByChef,
  };
}

function exceptionsBetween(ids: Ids, from: string, to: string): Prisma.Sql {
  return Prisma.sql`
    SELECT chef_id, NULL::smallint AS weekday, date::text, opens_at, closes_at
      FROM availability_exceptions
      WHERE chef_id = ANY(${ids}) AND date BETWEEN ${from}::date AND ${to}::date`;
}

export interface KeptSchedule {
  /** Without exceptions. */
  schedule: Schedule;
  chefIds: number[];
}

/** Of many chefs, from one small row each; those of the same schedule are told together. */
export function keptSchedules(ids: Ids): Question<KeptSchedule[]> {
  return {
    statement: Prisma.sql`
      SELECT schedule::json, json_agg(chef_id) AS "chefIds" FROM chef_calendars
        WHERE chef_id = ANY(${ids}) GROUP BY chef_calendars.schedule`,
    read: (rows: KeptRow[]) =>
      rows.map(({ schedule, chefIds }) => ({ schedule: keptSchedule(schedule), chefIds })),
  };
}

interface KeptRow {
  schedule: [
    timeZone: string,
    ...numbers: [number, number, number, number, number, number, number],
    weeklyHours: [weekday: number, opensAt: number, closesAt: number][],
  ];
  chefIds: number[];
}

function keptSchedule(kept: KeptRow['schedule']): Schedule {
  const [timeZone, before, after, step, notice, horizon, minHours, maxHours, hours] = kept;
  return {
    timeZone,
    bufferBeforeMinutes: before,
    bufferAfterMinutes: after,
    startStepMinutes: step,
    minimumNoticeHours: notice,
    horizonDays: horizon,
    minHours,
    maxHours,
    weeklyHours: hours.map(([weekday, opensAt, closesAt]) => ({ weekday, opensAt, closesAt })),
    exceptions: [],
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
