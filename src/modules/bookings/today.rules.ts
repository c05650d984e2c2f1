import type { BookingStatus } from './bookings.states.js';
import { touchesDate } from './neighbours.rules.js';
import { runSheet, type RunSheetLine } from './run-sheet.rules.js';

/** What a chef's day knows of a meal. */
export interface MealOfDay {
  status: BookingStatus;
  heldFrom: Date;
  startsAt: Date;
  endsAt: Date;
  heldUntil: Date;
}

/** A line of the run-sheet of one of the day's meals. */
export interface DayStep<Meal> extends RunSheetLine {
  meal: Meal;
}

/**
 * The meals that a chef cooks on a date (YYYY-MM-DD) by the chef's own clocks, in order: those that
 * were confirmed, with the time kept free around them, also when they began the evening before.
 */
export function mealsOn<Meal extends MealOfDay>(
  date: string,
  timeZone: string,
  meals: Meal[],
): Meal[] {
  return meals
    .filter(({ status }) => COOKED.includes(status))
    .filter((meal) => touchesDate({ start: meal.heldFrom, end: meal.heldUntil }, date, timeZone))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** What the chef does at this moment and what comes next, of some meals in order. */
export function stepsAround<Meal extends MealOfDay>(
  meals: Meal[],
  now: Date,
): { current: DayStep<Meal> | null; next: DayStep<Meal> | null } {
  const steps = meals
    .filter(({ status }) => status === 'confirmed')
    .flatMap((meal) => runSheet(meal).map((line) => ({ ...line, meal })));
  return {
    current: steps.find(({ from, until }) => until && from <= now && now < until) ?? null,
    next: steps.find(({ from }) => now < from) ?? null,
  };
}

const COOKED: BookingStatus[] = ['confirmed', 'completed', 'no_show'];
