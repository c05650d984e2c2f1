import { localOf, offsetOf, type Span } from '../../../platform/time/instants.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../platform/time/units.js';
import {
  dateOfDay,
  dayNumber,
  timeOfMinutes,
  wallClock,
  type DayNumber,
  type WallClock,
} from '../../../platform/time/wall-clock.js';
import { intervalCursor, mergeIntervals } from './intervals.rules.js';
import { workingTimes, type Schedule } from './working-hours.rules.js';

/** A bookable start: the span of the meal, its local date and time, and what it would hold. */
export interface Slot extends Span {
  date: string;
  /** HH:MM, with its offset if the clocks repeat that time and this is the second. */
  startTime: string;
  held: Span;
}

/** Both dates are included. */
export interface Wanted {
  from: string;
  to: string;
  durationHours: number;
}

const DAY_MINUTES = 24 * 60;

/** All that `eachFreeTime` finds. */
export function freeTimes(schedule: Schedule, wanted: Wanted, held: Span[], now: Date): Slot[] {
  return [...eachFreeTime(schedule, wanted, held, now)];
}

/**
 * The only function that decides which starts are bookable; in order, each found when asked for.
 * @param held spans of live bookings, buffers included, in any order; at least those of the days
 */
export function* eachFreeTime(
  schedule: Schedule,
  wanted: Wanted,
  held: Span[],
  now: Date,
): Generator<Slot, void, undefined> {
  const { timeZone, minHours, maxHours, startStepMinutes: step } = schedule;
  const { durationHours } = wanted;
  if (durationHours < minHours || durationHours > maxHours) return;
  const clock = wallClock(timeZone);
  const today = clock.dayAt(now.getTime());
  const firstDay = Math.max(today, dayNumber(wanted.from));
  const lastDay = Math.min(today + schedule.horizonDays, dayNumber(wanted.to));
  if (firstDay > lastDay) return;

  const taken = intervalCursor(
    mergeIntervals(held.map((span) => [span.start.getTime(), span.end.getTime()])),
  );
  // Nothing can begin before this instant: each obstacle says when it ends.
  let earliest = now.getTime() + schedule.minimumNoticeHours * HOUR_MS;
  for (let day = firstDay; day <= lastDay; day += 1) {
    const working = intervalCursor(workingTimes(schedule, clock, day - 1, day + 1));
    for (const { start, minutes, again } of startsOf(clock, day, step, () => earliest)) {
      const end = start + durationHours * HOUR_MS;
      const range = working.firstEndingAfter(start);
      if (range === undefined) break;
      if (range[0] > start || range[1] < end) {
        earliest = range[0] > start ? range[0] : range[1];
        continue;
      }
      const heldFrom = start - schedule.bufferBeforeMinutes * MINUTE_MS;
      const heldUntil = end + schedule.bufferAfterMinutes * MINUTE_MS;
      const other = taken.firstEndingAfter(heldFrom);
      if (other !== undefined && other[0] < heldUntil) {
        earliest = other[1] + schedule.bufferBeforeMinutes * MINUTE_MS;
        continue;
      }
      const offset = again ? offsetOf(new Date(start), timeZone) : '';
      yield {
        date: dateOfDay(day),
        startTime: timeOfMinutes(minutes) + offset,
        start: new Date(start),
        end: new Date(end),
        held: { start: new Date(heldFrom), end: new Date(heldUntil) },
      };
    }
  }
}

export type Refusal =
  'past' | 'beyond-horizon' | 'outside-hours' | 'wrong-step' | 'short-notice' | 'taken';

/** Finds the reason by asking again with one obstacle removed at a time. */
export function slotAt(
  schedule: Schedule,
  wanted: { start: Date; durationHours: number },
  held: Span[],
  now: Date,
): Slot | Refusal {
  const { start, durationHours } = wanted;
  const { date } = localOf(start, schedule.timeZone);
  const find = (asIf: Partial<Schedule>, spans: Span[], at: Date) => {
    const asked = { from: date, to: date, durationHours };
    for (const slot of eachFreeTime({ ...schedule, ...asIf }, asked, spans, at)) {
      if (slot.start.getTime() === start.getTime()) return slot;
    }
    return undefined;
  };
  const found = find({}, held, now);
  if (found !== undefined) return found;
  if (start <= now) return 'past';
  if (find({}, [], now)) return 'taken';
  if (find({ minimumNoticeHours: 0 }, [], now)) return 'short-notice';
  if (dayNumber(date) > dayNumber(localOf(now, schedule.timeZone).date) + schedule.horizonDays) {
    return 'beyond-horizon';
  }
  return find({ startStepMinutes: 1, minimumNoticeHours: 0 }, [], now)
    ? 'wrong-step'
    : 'outside-hours';
}

/** The nearest first. */
export function nearestTo(instant: Date, slots: Slot[], count: number): Slot[] {
  const distance = (slot: Slot) => Math.abs(slot.start.getTime() - instant.getTime());
  return [...slots].sort((a, b) => distance(a) - distance(b)).slice(0, count);
}

/** A span that holds both dates in any time zone, with any buffers. */
export function spanOfDates(from: string, to: string): Span {
  return {
    start: new Date((dayNumber(from) - 2) * DAY_MS),
    end: new Date((dayNumber(to) + 3) * DAY_MS),
  };
}

/** The steps of the clock on a day, in order, from `earliest` on, which may grow meanwhile. */
function* startsOf(clock: WallClock, day: DayNumber, step: number, earliest: () => number) {
  const offset = clock.steadyOffset(day);
  if (offset !== null) {
    const midnight = day * DAY_MS - offset;
    for (let minutes = 0; ; minutes += step) {
      const due = Math.ceil((earliest() - midnight) / MINUTE_MS / step) * step;
      minutes = Math.max(minutes, due);
      if (minutes >= DAY_MINUTES) return;
      yield { start: midnight + minutes * MINUTE_MS, minutes, again: false };
    }
  }
  const starts = [];
  for (let minutes = 0; minutes < DAY_MINUTES; minutes += step) {
    for (const [index, start] of clock.readings(day, minutes).entries()) {
      starts.push({ start, minutes, again: index > 0 });
    }
  }
  for (const one of starts.sort((a, b) => a.start - b.start)) {
    if (one.start >= earliest()) yield one;
  }
}
