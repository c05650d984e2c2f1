import { Temporal } from 'temporal-polyfill';
import { remember } from '../remember.js';
import { DAY_MS, MINUTE_MS } from './units.js';

const SECOND_MS = 1000;
const NOON_MS = DAY_MS / 2;
const DAY_MINUTES = 24 * 60;

/** Days since 1970-01-01. */
export type DayNumber = number;

export const dayNumber = remember(
  (date: string): DayNumber => Date.parse(`${date}T00:00:00Z`) / DAY_MS,
);

export const dateOfDay = remember((day: DayNumber): string => {
  const [date = ''] = new Date(day * DAY_MS).toISOString().split('T');
  return date;
});

export function timeOfMinutes(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

export function minutesOfTime(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

const clocks = new Map<string, WallClock>();

/** Offsets are cached: one lookup for each day. */
export function wallClock(timeZone: string): WallClock {
  return memoize(clocks, timeZone, () => readClock(timeZone));
}

function readClock(timeZone: string) {
  const noons = new Map<DayNumber, number>();
  const changes = new Map<DayNumber, number>();
  const nearby = new Map<DayNumber, number[]>();

  /** @param local milliseconds, as if in UTC */
  function instantsOfLocal(day: DayNumber, local: number): number[] {
    const offsets = offsetsNear(day);
    if (offsets.length === 1) return offsets.map((offset) => local - offset);
    return offsets
      .filter((offset) => offsetAt(local - offset) === offset)
      .map((offset) => local - offset)
      .sort((a, b) => a - b);
  }

  // Zones are up to 14 hours from UTC, so these noons enclose the local day.
  function offsetsNear(day: DayNumber): number[] {
    return memoize(nearby, day, () => [
      ...new Set([day - 2, day - 1, day, day + 1].map(offsetAtNoon)),
    ]);
  }

  function offsetAt(instant: number): number {
    const day = Math.floor((instant - NOON_MS) / DAY_MS);
    const [before, after] = [offsetAtNoon(day), offsetAtNoon(day + 1)];
    if (before === after) return before;
    return instant < changeAfterNoon(day) ? before : after;
  }

  function offsetAtNoon(day: DayNumber): number {
    return memoize(noons, day, () => askOffset(day * DAY_MS + NOON_MS));
  }

  /** To the second. */
  function changeAfterNoon(day: DayNumber): number {
    return memoize(changes, day, () => {
      const before = offsetAtNoon(day);
      let [low, high] = [day * DAY_MS + NOON_MS, (day + 1) * DAY_MS + NOON_MS];
      while (high - low > SECOND_MS) {
        const middle = low + Math.floor((high - low) / SECOND_MS / 2) * SECOND_MS;
        if (askOffset(middle) === before) low = middle;
        else high = middle;
      }
      return high;
    });
  }

  function askOffset(instant: number): number {
    const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
    return zoned.offsetNanoseconds / 1_000_000;
  }

  return {
    /** To add to an instant (ms) for what the clocks show, as if in UTC. */
    offsetAt,
    /** The local day of an instant (ms). */
    dayAt: (instant: number): DayNumber => Math.floor((instant + offsetAt(instant)) / DAY_MS),
    /** In milliseconds; null when it changes near that day. */
    steadyOffset(day: DayNumber): number | null {
      const [offset, other] = offsetsNear(day);
      return other === undefined ? (offset ?? null) : null;
    },
    /** Instants (ms): none when the time is skipped; two, earlier first, when it repeats. */
    readings: (day: DayNumber, minutes: number) =>
      instantsOfLocal(day, day * DAY_MS + minutes * MINUTE_MS),
    /** An end of hours (ms): the earlier of two, and past a gap by its length; 1440 is the next. */
    boundary(day: DayNumber, minutes: number): number {
      const local = day * DAY_MS + minutes * MINUTE_MS;
      const actualDay = day + Math.floor(minutes / DAY_MINUTES);
      const [first] = instantsOfLocal(actualDay, local);
      return first ?? local - Math.min(...offsetsNear(actualDay));
    },
  };
}

export type WallClock = ReturnType<typeof readClock>;

function memoize<K, T>(memory: Map<K, T>, key: K, find: () => T): T {
  let value = memory.get(key);
  if (value === undefined) {
    value = find();
    memory.set(key, value);
  }
  return value;
}
