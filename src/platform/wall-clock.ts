import { Temporal } from 'temporal-polyfill';
import { DAY_MS, MINUTE_MS } from './time.js';

const SECOND_MS = 1000;
const NOON_MS = DAY_MS / 2;
const DAY_MINUTES = 24 * 60;

/** A day of the calendar as a number, so that many can be gone through quickly: days since 1970-01-01. */
export type DayNumber = number;

/** The number of a date YYYY-MM-DD. */
export function dayNumber(date: string): DayNumber {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The date YYYY-MM-DD of a day. */
export function dateOfDay(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The time HH:MM of so many minutes after midnight, by the clock. */
export function timeOfMinutes(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

/** How many minutes after midnight HH:MM is, by the clock. */
export function minutesOfTime(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** What a zone's clocks were found to show stays true, so each zone is asked only once. */
const clocks = new Map<string, WallClock>();

/**
 * The clocks of one zone, for going through many days at little cost: the zone is asked for its
 * offset once a day, and for the moment of a change only between two days that differ.
 */
export function wallClock(timeZone: string): WallClock {
  return remembered(clocks, timeZone, () => readClock(timeZone));
}

function readClock(timeZone: string) {
  const noons = new Map<DayNumber, number>();
  const changes = new Map<DayNumber, number>();
  const nearby = new Map<DayNumber, number[]>();

  /** The instants (milliseconds) that a local time (milliseconds, as if of UTC) stands for. */
  function instantsOfLocal(day: DayNumber, local: number): number[] {
    const offsets = offsetsNear(day);
    if (offsets.length === 1) return offsets.map((offset) => local - offset);
    return offsets
      .filter((offset) => offsetAt(local - offset) === offset)
      .map((offset) => local - offset)
      .sort((a, b) => a - b);
  }

  /** The offsets that a local day may have. Zones lie up to 14 hours from UTC, so these noons enclose it. */
  function offsetsNear(day: DayNumber): number[] {
    return remembered(nearby, day, () => [
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
    return remembered(noons, day, () => askOffset(day * DAY_MS + NOON_MS));
  }

  /** The instant between this noon of UTC and the next at which the offset changes, to the second. */
  function changeAfterNoon(day: DayNumber): number {
    return remembered(changes, day, () => {
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
    /**
     * The instants (milliseconds) at which the clocks show so many minutes after midnight of a day:
     * none when they skip that time, two, the earlier first, when they show it twice.
     */
    readings: (day: DayNumber, minutes: number) =>
      instantsOfLocal(day, day * DAY_MS + minutes * MINUTE_MS),
    /**
     * The instant (milliseconds) that a range of working hours begins or ends at: the earlier of
     * two, and as far past a gap as the skipped time lies in it. Minutes from 1440 on are the next day's.
     */
    boundary(day: DayNumber, minutes: number): number {
      const local = day * DAY_MS + minutes * MINUTE_MS;
      const actualDay = day + Math.floor(minutes / DAY_MINUTES);
      const [first] = instantsOfLocal(actualDay, local);
      return first ?? local - Math.min(...offsetsNear(actualDay));
    },
  };
}

export type WallClock = ReturnType<typeof readClock>;

function remembered<K, T>(memory: Map<K, T>, key: K, find: () => T): T {
  let value = memory.get(key);
  if (value === undefined) {
    value = find();
    memory.set(key, value);
  }
  return value;
}
