import type { BookingStatus } from '../booking/booking.states.js';
import { touchesDate } from './nearby-bookings.rules.js';
import { lastsAt, runSheet, type RunSheetLine } from './run-sheet.rules.js';

export interface MealOfDay {
  status: BookingStatus;
  heldFrom: Date;
  startsAt: Date;
  endsAt: Date;
  heldUntil: Date;
}

export interface DayStep<Meal> extends RunSheetLine {
  meal: Meal;
}

/** Confirmed meals with buffers on a local date, also if begun the evening before; in order. */
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

/** The current and the next step; meals are in order. */
export function stepsAround<Meal extends MealOfDay>(
  meals: Meal[],
  now: Date,
): { current: DayStep<Meal> | null; next: DayStep<Meal> | null } {
  const steps = meals
    .filter(({ status }) => status === 'confirmed')
    .flatMap((meal) => runSheet(meal).map((line) => ({ ...line, meal })));
  return {
    current: steps.find((step) => lastsAt(step, now)) ?? null,
    next: steps.find(({ from }) => now < from) ?? null,
  };
}

const COOKED: BookingStatus[] = ['confirmed', 'completed', 'no_show'];
