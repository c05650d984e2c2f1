import type { Chef } from '../../chefs/index.js';
import type { CreateBooking } from '../booking/booking.schemas.js';
import type { BookingsDeps } from '../deps.js';
import { startOf } from './slots.service.js';

export type Alternatives = ReturnType<typeof createAlternativesService>;

const MAX_TIMES = 6;
const MAX_CHEFS = 3;

export function createAlternativesService({
  chefs,
  availability,
}: Pick<BookingsDeps, 'chefs' | 'availability'>) {
  /** The chef's nearest free times, and other chefs who are free at the wanted time. */
  async function alternativesTo(chef: Chef, wanted: CreateBooking) {
    const { duration_hours: durationHours, guests, booking_date: date, start_time: time } = wanted;
    const start = startOf(chef, date, time ?? '12:00');
    const [times, others] = await Promise.all([
      availability.nearestSlots(chef, start, durationHours, MAX_TIMES),
      chefs.othersFreeAt(chef, { start, durationHours, guests }, MAX_CHEFS),
    ]);
    return { durationHours, times, others };
  }

  return { alternativesTo };
}
