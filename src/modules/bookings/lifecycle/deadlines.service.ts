import { addMs } from '../../../platform/time/instants.js';
import * as data from '../booking/booking.data.js';
import type { Booking } from '../booking/booking.data.js';
import { COMPLETES_AFTER_MS, dueStep } from '../booking/booking.rules.js';
import { jobData } from '../booking/deadline-job.schemas.js';
import type { BookingsDeps } from '../deps.js';
import type { PersistTransition } from './persist-transition.service.js';

const BATCH = 100;

/** Transitions by time alone: requests expire, meals complete. */
export function createDeadlinesService(
  { db, clock }: Pick<BookingsDeps, 'db' | 'clock'>,
  persistTransition: PersistTransition,
) {
  /** Looks at what is due now: the job may run twice, or after an answer or a move. */
  async function meetDeadline(payload: unknown): Promise<void> {
    const booking = await data.bookingById(db, jobData.parse(payload).booking_id);
    if (booking !== null) await settle(booking);
  }

  /** Expires requests and moves whose job is missing, as after a restore; returns the count. */
  async function expireOverdue(): Promise<number> {
    const now = clock.now();
    const requests = await settleAll(await data.overdueRequests(db, now, BATCH));
    return requests + (await settleAll(await data.overdueMoves(db, now, BATCH)));
  }

  /** Completes meals whose job is missing; returns the count. */
  async function completeFinished(): Promise<number> {
    const endedBy = addMs(clock.now(), -COMPLETES_AFTER_MS);
    return settleAll(await data.finishedMeals(db, endedBy, BATCH));
  }

  async function settleAll(bookings: Booking[]): Promise<number> {
    let settled = 0;
    for (const booking of bookings) if (await settle(booking)) settled += 1;
    return settled;
  }

  async function settle(booking: Booking): Promise<boolean> {
    const step = dueStep(booking, clock.now());
    if (step === null) return false;
    return (await persistTransition({ booking, step, actor: 'system', userId: null })) !== null;
  }

  return { meetDeadline, expireOverdue, completeFinished };
}
