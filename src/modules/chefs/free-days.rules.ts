import { addDays, daysBetween } from '../../platform/time.js';
import type { Slot } from './availability.rules.js';

/** A day and what can be booked on it. */
export interface FreeDay {
  date: string;
  slots: Slot[];
}

export type PartOfDay = 'night' | 'morning' | 'afternoon' | 'evening';

const WEEK = 7;
/** When each part of a day begins, by the clock. */
const BEGINNINGS: [PartOfDay, string][] = [
  ['night', '00:00'],
  ['morning', '05:00'],
  ['afternoon', '12:00'],
  ['evening', '17:00'],
];

/** The first of the seven days with a date among them, when weeks are counted from today on. */
export function weekWith(date: string, today: string): string {
  return addDays(today, Math.floor(daysBetween(today, date) / WEEK) * WEEK);
}

/** The first day with a free time; null when all are taken. */
export function firstFree(days: FreeDay[]): string | null {
  return days.find(({ slots }) => slots.length > 0)?.date ?? null;
}

/** The free times of one day by the part of it in which they begin; parts with none are left out. */
export function partsOfDay(slots: Slot[]): { part: PartOfDay; slots: Slot[] }[] {
  return BEGINNINGS.map(([part, from], index) => {
    const until = BEGINNINGS[index + 1]?.[1] ?? '24:00';
    return {
      part,
      slots: slots.filter(({ startTime }) => startTime >= from && startTime < until),
    };
  }).filter((group) => group.slots.length > 0);
}
