import { overlaps, type Span } from '../../../platform/time/instants.js';
import type { HoldingLimits } from '../booking/booking.rules.js';

/** The limit that keeps a diner from holding another time, at a time if one is given; null for none. */
export function reachedLimit(
  open: Span[],
  { atOnce, inAll }: HoldingLimits,
  wanted?: Span,
): keyof HoldingLimits | null {
  if (open.length >= inAll) return 'inAll';
  if (wanted === undefined) return null;
  return open.filter((one) => overlaps(one, wanted)).length >= atOnce ? 'atOnce' : null;
}
