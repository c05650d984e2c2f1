import { addMs, localOf, overlaps, type Span } from '../../../platform/time/instants.js';
import { DAY_MS, MINUTE_MS } from '../../../platform/time/units.js';

export interface LiveMeal extends Span {
  id: number;
  isConfirmed: boolean;
}

export interface NearbyBooking extends LiveMeal {
  isSameDay: boolean;
  gapMinutes: number;
  /** Whether there is too little time to travel from one home to the other. */
  isTight: boolean;
}

/** As of now: the chef may keep more free than when the meals were booked. */
export interface ChefDayTerms {
  timeZone: string;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
}

/** No meal with its buffers is longer. */
export const LONGEST_MEAL_MS = 2 * DAY_MS;
/** The chef is warned below this, even when keeping nothing free. */
const MIN_GAP_MINUTES = 60;

/** The chef's other live bookings on the same local day or too close, in order of time. */
export function nearbyBookings(
  request: LiveMeal,
  others: LiveMeal[],
  chef: ChefDayTerms,
): NearbyBooking[] {
  const needed = Math.max(MIN_GAP_MINUTES, chef.bufferBeforeMinutes + chef.bufferAfterMinutes);
  return others
    .filter((one) => one.id !== request.id)
    .map((one) => {
      const gapMinutes = gapBetween(request, one);
      const isSameDay = daysOverlap(request, one, chef.timeZone);
      return { ...one, isSameDay, gapMinutes, isTight: gapMinutes < needed };
    })
    .filter(({ isSameDay, isTight }) => isSameDay || isTight)
    .sort((a, b) => a.start.getTime() - b.start.getTime());
}

/** Whether a span overlaps a local date (YYYY-MM-DD). */
export function touchesDate({ start, end }: Span, date: string, timeZone: string): boolean {
  return localOf(start, timeZone).date <= date && date <= lastDateOf({ start, end }, timeZone);
}

function daysOverlap(a: Span, b: Span, timeZone: string): boolean {
  const first = (span: Span) => localOf(span.start, timeZone).date;
  return first(a) <= lastDateOf(b, timeZone) && first(b) <= lastDateOf(a, timeZone);
}

/** A meal that ends at midnight is not on the next day. */
function lastDateOf({ start, end }: Span, timeZone: string): string {
  return localOf(start < end ? addMs(end, -1) : end, timeZone).date;
}

function gapBetween(a: Span, b: Span): number {
  if (overlaps(a, b)) return 0;
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return Math.floor((second.start.getTime() - first.end.getTime()) / MINUTE_MS);
}
