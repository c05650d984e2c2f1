import { later, localOf, MINUTE_MS, overlaps, type Span } from '../../platform/time.js';

/** A live booking of a chef, as far as the chef's other plans mind it. */
export interface LiveMeal extends Span {
  id: number;
  isConfirmed: boolean;
}

/** What else a chef has near a request, and how much time lies between the two meals. */
export interface Neighbour extends LiveMeal {
  isSameDay: boolean;
  gapMinutes: number;
  /** Whether there is too little time from one home to the other. */
  isTight: boolean;
}

/** The chef's zone, and what the chef keeps free around meals as of now. */
export interface ChefDayTerms {
  timeZone: string;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
}

/** A chef who keeps nothing free is still warned when less lies between two homes. */
const LEAST_GAP_MINUTES = 60;

/**
 * The chef's other live bookings that share a day with a request, by the chef's clocks, or that
 * come so near that there is hardly time between them; in order of time. None overlaps it: the
 * database sees to that. But the chef may keep more free now than when they were booked.
 */
export function neighboursOf(
  request: LiveMeal,
  others: LiveMeal[],
  chef: ChefDayTerms,
): Neighbour[] {
  const needed = Math.max(LEAST_GAP_MINUTES, chef.bufferBeforeMinutes + chef.bufferAfterMinutes);
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

/** Whether some part of a span lies on a date (YYYY-MM-DD) in a zone. */
export function touchesDate({ start, end }: Span, date: string, timeZone: string): boolean {
  return localOf(start, timeZone).date <= date && date <= lastDateOf({ start, end }, timeZone);
}

function daysOverlap(a: Span, b: Span, timeZone: string): boolean {
  const first = (span: Span) => localOf(span.start, timeZone).date;
  return first(a) <= lastDateOf(b, timeZone) && first(b) <= lastDateOf(a, timeZone);
}

/** A meal until midnight does not reach into the next day. */
function lastDateOf({ start, end }: Span, timeZone: string): string {
  return localOf(start < end ? later(end, -1) : end, timeZone).date;
}

function gapBetween(a: Span, b: Span): number {
  if (overlaps(a, b)) return 0;
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return Math.floor((second.start.getTime() - first.end.getTime()) / MINUTE_MS);
}
