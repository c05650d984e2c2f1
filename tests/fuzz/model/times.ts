import fc from 'fast-check';
import { DAY, HOUR } from './expectation.js';

export const BOOKINGS = '/api/coocook/bookings';
/** Seoul is nine hours ahead, all year. */
const ZONE = 9 * HOUR;

export interface Time {
  /** After today. */
  day: number;
  hour: number;
}

export const time = fc.record({
  day: fc.integer({ min: 0, max: 4 }),
  hour: fc.integer({ min: 10, max: 16 }),
});
export function startOf({ day, hour }: Time, now: number): number {
  const midnight = Math.floor((now + ZONE) / DAY) * DAY - ZONE;
  return midnight + day * DAY + hour * HOUR;
}

export function local(start: number) {
  const [booking_date, rest = ''] = new Date(start + ZONE).toISOString().split('T');
  return { booking_date, start_time: rest.slice(0, 5) };
}
