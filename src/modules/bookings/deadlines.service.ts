import { z } from 'zod';
import type { Tx } from '../../platform/db.js';
import type { JobQueue } from '../../platform/jobs.js';
import { later } from '../../platform/time.js';
import * as data from './bookings.data.js';
import type { Booking } from './bookings.data.js';
import { COMPLETES_AFTER_MS, dueStep, nextDeadline } from './bookings.rules.js';
import type { BookingsDeps } from './bookings.service.js';
import type { Transitions } from './transitions.service.js';

/** The job that looks at a booking again once a deadline of it has come. */
export const DEADLINE_JOB = 'booking-deadline';
const jobData = z.strictObject({ booking_id: z.int() });
/** How many bookings one look for missed deadlines takes on. */
const BATCH = 100;

/** Asks for the job that meets the next deadline of a booking, in the transaction that sets it. */
export async function askForDeadline(
  jobs: JobQueue,
  tx: Tx,
  booking: Pick<Booking, 'id' | 'status' | 'endsAt' | 'expiresAt'>,
): Promise<void> {
  const at = nextDeadline(booking);
  if (at === null) return;
  const asked: z.infer<typeof jobData> = { booking_id: booking.id };
  await jobs.enqueue(tx, DEADLINE_JOB, asked, at);
}

/** What becomes of bookings by the clock alone: requests expire, meals complete. */
export function createDeadlinesService(
  { db, clock }: Pick<BookingsDeps, 'db' | 'clock'>,
  { write }: Pick<Transitions, 'write'>,
) {
  /**
   * Takes the step that the clock calls for on one booking, if it still does: the job may come
   * twice, or after the booking was answered or moved.
   */
  async function meetDeadline(asked: unknown): Promise<void> {
    const booking = await data.bookingById(db, jobData.parse(asked).booking_id);
    if (booking !== null) await settle(booking);
  }

  /** Requests whose deadline passed without a job, as after a restore, expire. Returns how many. */
  async function expireOverdue(): Promise<number> {
    return settleAll(await data.overdueRequests(db, clock.now(), BATCH));
  }

  /** Meals that ended a day ago without a job count as completed. Returns how many. */
  async function completeFinished(): Promise<number> {
    const endedBy = later(clock.now(), -COMPLETES_AFTER_MS);
    return settleAll(await data.finishedMeals(db, endedBy, BATCH));
  }

  async function settleAll(bookings: Booking[]): Promise<number> {
    let settled = 0;
    for (const booking of bookings) if (await settle(booking)) settled += 1;
    return settled;
  }

  async function settle(booking: Booking): Promise<boolean> {
    const step = dueStep(booking, clock.now());
    return step !== null && write(booking, step, 'system', null, {});
  }

  return { meetDeadline, expireOverdue, completeFinished };
}
