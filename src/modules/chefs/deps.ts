import type { Clock } from '../../platform/clock.js';
import type { Db } from '../../platform/database/client.js';
import type { Ids, Question } from '../../platform/database/questions.js';
import type { Span } from '../../platform/time/instants.js';
import type { OfferedPlan } from '../subscriptions/index.js';

/** The meal of a live booking, without and with its buffers. */
export interface BookedTime {
  chefId: number;
  bookingId: number;
  meal: Span;
  held: Span;
}

/** Live bookings of chefs that overlap a span, optionally without one of them. */
export type BookedTimes = (
  chefIds: Ids,
  within: Span,
  exceptBookingId?: number,
) => Question<BookedTime[]>;

export interface ChefsDeps {
  db: Db;
  clock: Clock;
  bookedTimes: BookedTimes;
  /** What one subscribes to before one may book. */
  offerQuestion: () => Question<OfferedPlan[]>;
}

/** A time of a booking that waits for an answer. */
export interface AskedTime {
  bookingId: number;
  start: Date;
}

export interface ScheduleDeps extends ChefsDeps {
  askedTimes: (chefId: number, within: Span) => Question<AskedTime[]>;
}
