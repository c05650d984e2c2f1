import { freeTimes } from '../../../../src/modules/chefs/availability/availability.rules.js';
import type { Schedule } from '../../../../src/modules/chefs/availability/working-hours.rules.js';
import { STANDARD_WEEK } from '../../../../src/modules/chefs/schedule/schedule.rules.js';
import type { Span } from '../../../../src/platform/time/instants.js';

export const seoul: Schedule = {
  timeZone: 'Asia/Seoul',
  weeklyHours: STANDARD_WEEK,
  exceptions: [],
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  startStepMinutes: 30,
  minimumNoticeHours: 3,
  horizonDays: 365,
  minHours: 1,
  maxHours: 12,
};
export const now = new Date('2026-11-23T03:00:00Z');

/** The free starts of one date, as HH:MM. */
export function starts(
  asIf: Partial<Schedule>,
  date: string,
  hours: number,
  held: Span[] = [],
  at = now,
): string[] {
  const wanted = { from: date, to: date, durationHours: hours };
  return freeTimes({ ...seoul, ...asIf }, wanted, held, at).map((slot) => slot.startTime);
}
