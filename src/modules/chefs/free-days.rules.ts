import { addDays, daysBetween } from '../../platform/time.js';
import type { Slot } from './availability.rules.js';

/** A day and what can be booked on it. */
export interface FreeDay {
  date: string;
  slots: Slot[];
}

const WEEK = 7;

/** The first of the seven days with a date among them, when weeks are counted from today on. */
export function weekWith(date: string, today: string): string {
  return addDays(today, Math.floor(daysBetween(today, date) / WEEK) * WEEK);
}

/** The first day with a free time; null when all are taken. */
export function firstFree(days: FreeDay[]): string | null {
  return days.find(({ slots }) => slots.length > 0)?.date ?? null;
}
