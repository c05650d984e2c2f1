import { invalid } from '../../../platform/errors.js';
import { instantOf } from '../../../platform/time/instants.js';
import type { Calendar, Chef, MealTerms, Slot } from '../../chefs/index.js';
import type { Booking } from '../booking/booking.data.js';
import { noFreeTime, slotTaken } from '../booking/booking.errors.js';
import type { BookingsDeps } from '../deps.js';
import { SLOT_ERRORS } from './request.rules.js';

export type Slots = ReturnType<typeof createSlotsService>;

/** Without a start time it is the first free one of the day. */
export interface WantedSlot {
  booking_date: string;
  duration_hours: number;
  start_time?: string | undefined;
}

export function createSlotsService({ availability }: Pick<BookingsDeps, 'availability'>) {
  /** @param exceptBookingId its own time counts as free @throws invalid, slotTaken, noFreeTime */
  async function slotFor(
    terms: MealTerms,
    wanted: WantedSlot,
    exceptBookingId?: number,
  ): Promise<Slot> {
    const calendar = await availability.calendarOn(terms, wanted.booking_date, exceptBookingId);
    return slotIn(calendar, terms, wanted);
  }

  /** The same by a calendar that holds the day. @throws invalid, slotTaken, noFreeTime */
  function slotIn(calendar: Calendar, terms: MealTerms, wanted: WantedSlot): Slot {
    const { booking_date: date, duration_hours: durationHours, start_time: time } = wanted;
    if (time === undefined) {
      assertBookable(terms, date);
      const first = availability.firstIn(calendar, date, durationHours);
      if (first === null) throw noFreeTime();
      return first;
    }
    const start = startOf(terms, date, time);
    const slot = availability.slotIn(calendar, { start, durationHours });
    if (slot === 'taken') throw slotTaken();
    if (typeof slot === 'string') throw invalid(undefined, [SLOT_ERRORS[slot]]);
    return slot;
  }

  function assertBookable(terms: MealTerms, date: string): void {
    if (date < availability.todayOf(terms)) throw invalid(undefined, [SLOT_ERRORS.past]);
    if (date > availability.lastDateOf(terms)) {
      throw invalid(undefined, [SLOT_ERRORS['beyond-horizon']]);
    }
  }

  return { slotFor, slotIn };
}

/** The instant of a local date and time (HH:MM). @throws invalid when the clocks skip it */
export function startOf(chef: { timeZone: string }, date: string, time: string): Date {
  const start = instantOf(date, time, chef.timeZone);
  if (start !== null) return start;
  throw invalid(undefined, [
    { pointer: '/start_time', detail: 'The clocks change then: that time does not exist.' },
  ]);
}

/** The chef's terms now, but the zone and length of the booked meal. */
export function mealTerms(booking: Booking, chef: Chef): MealTerms {
  const { timeZone, durationHours } = booking;
  return { ...chef, timeZone, minHours: durationHours, maxHours: durationHours };
}
