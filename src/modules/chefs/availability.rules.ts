import {
  addDays,
  DAY_MS,
  daysBetween,
  HOUR_MS,
  instantOf,
  later,
  localOf,
  MINUTE_MS,
  overlaps,
  type Span,
} from '../../platform/time.js';

/** When a chef works and how bookings may lie in it; times are local to `timeZone`. */
export interface Schedule {
  timeZone: string;
  /** HH:MM, the same every day. */
  opens: string;
  closes: string;
  /** Meals start every so many minutes from opening. */
  startStepMinutes: number;
  minimumNoticeMinutes: number;
  /** The last bookable day lies so many days after today. */
  horizonDays: number;
}

/** The hours that every chef keeps until schedules of their own exist. */
export function standardSchedule(timeZone: string): Schedule {
  return {
    timeZone,
    opens: '10:00',
    closes: '22:00',
    startStepMinutes: 30,
    minimumNoticeMinutes: 3 * 60,
    horizonDays: 365,
  };
}

/** A bookable start: its local date and time in the chef's zone and the span that it would hold. */
export interface Slot extends Span {
  date: string;
  startTime: string;
}

/**
 * The starts of one local date that can be booked: within working hours, on the step, with enough
 * notice, within the horizon, and free of every booked span.
 */
export function bookableSlots(
  schedule: Schedule,
  date: string,
  durationHours: number,
  booked: Span[],
  now: Date,
): Slot[] {
  if (!isWithinHorizon(schedule, date, now)) return [];
  return workingSlots(schedule, date, durationHours).filter(
    (slot) =>
      givesEnoughNotice(schedule, slot, now) && !booked.some((span) => overlaps(span, slot)),
  );
}

/** Why a wanted start cannot be booked, or null when it can. */
export type Refusal = 'past' | 'beyond-horizon' | 'outside-hours' | 'short-notice' | 'taken';

/** Judges one wanted start by the very rules that `bookableSlots` offers starts by. */
export function refusalOf(
  schedule: Schedule,
  wanted: { date: string; startTime: string; durationHours: number },
  booked: Span[],
  now: Date,
): Refusal | null {
  const { date, startTime, durationHours } = wanted;
  const start = instantOf(date, startTime, schedule.timeZone);
  if (start !== null && start <= now) return 'past';
  if (daysBetween(localOf(now, schedule.timeZone).date, date) < 0) return 'past';
  if (!isWithinHorizon(schedule, date, now)) return 'beyond-horizon';
  const slot = workingSlots(schedule, date, durationHours).find(
    (one) => one.startTime === startTime,
  );
  if (slot === undefined) return 'outside-hours';
  if (!givesEnoughNotice(schedule, slot, now)) return 'short-notice';
  return booked.some((span) => overlaps(span, slot)) ? 'taken' : null;
}

/** A span that holds the dates `from` to `to`, both included, in whichever zone. */
export function spanOfDates(from: string, to: string): Span {
  const margin = DAY_MS;
  return {
    start: later(new Date(`${from}T00:00:00Z`), -margin),
    end: later(new Date(`${addDays(to, 1)}T00:00:00Z`), margin),
  };
}

function isWithinHorizon(schedule: Schedule, date: string, now: Date): boolean {
  const ahead = daysBetween(localOf(now, schedule.timeZone).date, date);
  return ahead >= 0 && ahead <= schedule.horizonDays;
}

function givesEnoughNotice(schedule: Schedule, slot: Span, now: Date): boolean {
  return slot.start >= later(now, schedule.minimumNoticeMinutes * MINUTE_MS);
}

function workingSlots(schedule: Schedule, date: string, durationHours: number): Slot[] {
  const opens = instantOf(date, schedule.opens, schedule.timeZone);
  const closes = instantOf(date, schedule.closes, schedule.timeZone);
  if (opens === null || closes === null) return [];
  const slots: Slot[] = [];
  for (
    let start = opens;
    later(start, durationHours * HOUR_MS) <= closes;
    start = later(start, schedule.startStepMinutes * MINUTE_MS)
  ) {
    const local = localOf(start, schedule.timeZone);
    const end = later(start, durationHours * HOUR_MS);
    slots.push({ date: local.date, startTime: local.time, start, end });
  }
  return slots;
}
