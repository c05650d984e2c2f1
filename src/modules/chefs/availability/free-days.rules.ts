import { addDays, daysBetween, type Span } from '../../../platform/time/instants.js';
import { HOUR_MS } from '../../../platform/time/units.js';
import { eachFreeTime, type Slot, type Wanted } from './availability.rules.js';
import type { Schedule } from './working-hours.rules.js';

export interface FreeDay {
  date: string;
  slots: Slot[];
}

const WEEK = 7;

/** Each date of a range with its free times. */
export function freeDays(
  { schedule, held }: { schedule: Schedule; held: Span[] },
  wanted: Wanted,
  now: Date,
): FreeDay[] {
  const { from, to } = wanted;
  const days: FreeDay[] = Array.from({ length: daysBetween(from, to) + 1 }, (_, day) => ({
    date: addDays(from, day),
    slots: [],
  }));
  const slotsByDate = new Map(days.map(({ date, slots }) => [date, slots]));
  for (const slot of eachFreeTime(schedule, wanted, held, now)) {
    slotsByDate.get(slot.date)?.push(slot);
  }
  return days;
}

/** The first day of the week with a date, when weeks are counted from today. */
export function weekStart(date: string, today: string): string {
  return addDays(today, Math.floor(daysBetween(today, date) / WEEK) * WEEK);
}

/** Null when all days are taken. */
export function firstFree(days: FreeDay[]): string | null {
  return days.find(({ slots }) => slots.length > 0)?.date ?? null;
}

/** The first slot, the next one at least so many hours later, and so on; asks for no more. */
export function spacedOut(slots: Iterable<Slot>, hours: number, count: number): Slot[] {
  const chosen: Slot[] = [];
  for (const slot of slots) {
    const last = chosen.at(-1);
    if (last === undefined || slot.start.getTime() - last.start.getTime() >= hours * HOUR_MS) {
      chosen.push(slot);
      if (chosen.length === count) break;
    }
  }
  return chosen;
}
