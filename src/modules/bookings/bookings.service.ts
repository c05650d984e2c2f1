import type { Clock } from '../../platform/clock.js';
import { inTransaction, type Db } from '../../platform/db.js';
import { invalid, type FieldError } from '../../platform/errors.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { HOUR_MS, instantOf, later, type Span } from '../../platform/time.js';
import type { Auth } from '../auth/index.js';
import type { Chef, Chefs } from '../chefs/index.js';
import type { Subscriptions } from '../subscriptions/index.js';
import * as data from './bookings.data.js';
import { noFreeTime, notCovered, slotTaken } from './bookings.errors.js';
import type { NamedBooking } from './bookings.present.js';
import { requestDeadline, totalPrice } from './bookings.rules.js';
import type { CreateBooking } from './bookings.schemas.js';
import type { Reading } from './reading.service.js';

export interface BookingsDeps {
  db: Db;
  clock: Clock;
  chefs: Chefs;
  auth: Auth;
  subscriptions: Subscriptions;
}

/** The service (a product of the platform) that lets its subscribers book. */
export const SERVICE = 'coocook';
/**
 * A request without a start time looks again when a rival took the start that it had found. Each
 * loss is somebody's booking, and a day of at most 24 hours holds no more than 24 of those.
 */
const FIRST_START_TRIES = 24;

export type Bookings = ReturnType<typeof createBookingsService>;

/** Making bookings. */
export function createBookingsService(
  { db, clock, chefs, subscriptions }: BookingsDeps,
  { named }: Pick<Reading, 'named'>,
) {
  /**
   * Asks a chef for a meal: a pending booking that holds the time.
   * @throws chefNotFound, invalid, slotTaken, noFreeTime, notCovered
   */
  async function request(viewer: Viewer, wanted: CreateBooking): Promise<NamedBooking> {
    const chef = await chefs.find(wanted.chef_id);
    const tries = wanted.start_time === undefined ? FIRST_START_TRIES : 1;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const span = await acceptableSpan(viewer, chef, wanted);
      const booking = await hold(viewer, chef, wanted, span);
      if (booking !== null) return named(booking);
    }
    throw slotTaken();
  }

  /**
   * The span that a request would hold, if nothing speaks against it now.
   * @throws invalid, slotTaken, noFreeTime, notCovered
   */
  async function acceptableSpan(viewer: Viewer, chef: Chef, wanted: CreateBooking): Promise<Span> {
    refuseMisfits(viewer, chef, wanted);
    const span = await spanFor(chef, wanted);
    if (!(await subscriptions.covers(viewer.id, SERVICE, span.end))) throw notCovered();
    return span;
  }

  /** The span that is asked for, if the chef can be booked for it now. */
  async function spanFor(
    chef: Chef,
    wanted: { booking_date: string; duration_hours: number; start_time?: string | undefined },
    exceptBookingId?: number,
  ): Promise<Span> {
    const { booking_date: date, duration_hours: durationHours, start_time: startTime } = wanted;
    if (startTime === undefined) {
      refuseDate(chef, date);
      const [first] = await chefs.slotsOn(chef, date, durationHours, exceptBookingId);
      if (first === undefined) throw noFreeTime();
      return first;
    }
    const start = instantOf(date, startTime, chef.timeZone);
    if (start === null) {
      throw invalid(undefined, [
        { pointer: '/start_time', detail: 'The clocks change then: that time does not exist.' },
      ]);
    }
    const refusal = await chefs.refusal(chef, { date, startTime, durationHours }, exceptBookingId);
    if (refusal === 'taken') throw slotTaken();
    if (refusal !== null) throw invalid(undefined, [REFUSALS[refusal]]);
    return { start, end: later(start, durationHours * HOUR_MS) };
  }

  function refuseDate(chef: Chef, date: string): void {
    if (date < chefs.todayOf(chef)) throw invalid(undefined, [REFUSALS.past]);
    if (date > chefs.lastDateOf(chef)) throw invalid(undefined, [REFUSALS['beyond-horizon']]);
  }

  function hold(viewer: Viewer, chef: Chef, wanted: CreateBooking, span: Span) {
    const now = clock.now();
    return inTransaction(db, (tx) =>
      data.insertBooking(
        tx,
        {
          userId: viewer.id,
          chefId: chef.id,
          startsAt: span.start,
          endsAt: span.end,
          durationHours: wanted.duration_hours,
          guests: wanted.guests,
          specialRequests: wanted.special_requests ?? null,
          timeZone: chef.timeZone,
          pricePerSession: chef.pricePerSession,
          totalPrice: totalPrice(wanted.duration_hours, chef.pricePerSession),
          currency: chef.currency,
          cancellationPolicy: chef.cancellationPolicy,
          cancellationTerms: chefs.termsOf(chef).map((step) => ({ ...step })),
          expiresAt: requestDeadline(now, span.start),
          createdAt: now,
        },
        {
          at: now,
          actor: 'diner',
          userId: viewer.id,
          action: 'request',
          fromStatus: null,
          toStatus: 'pending',
        },
      ),
    );
  }

  return { request, acceptableSpan, spanFor };
}

const REFUSALS = {
  past: { pointer: '/booking_date', detail: 'This time has passed. Choose a later one.' },
  'beyond-horizon': {
    pointer: '/booking_date',
    detail: 'This is too far ahead. Choose an earlier date.',
  },
  'outside-hours': {
    pointer: '/start_time',
    detail: 'The chef cannot start then. Choose one of the free times.',
  },
  'short-notice': {
    pointer: '/start_time',
    detail: 'This is too soon for the chef. Choose a later time.',
  },
} satisfies Record<string, FieldError>;

/** What does not depend on the time: the chef's own limits. */
function refuseMisfits(viewer: Viewer, chef: Chef, wanted: CreateBooking): void {
  const wrong: FieldError[] = [];
  if (chef.userId === viewer.id) {
    wrong.push({ pointer: '/chef_id', detail: 'You cannot book yourself.' });
  }
  if (wanted.duration_hours < chef.minHours || wanted.duration_hours > chef.maxHours) {
    const detail = `The chef can be booked for ${chef.minHours} to ${chef.maxHours} hours.`;
    wrong.push({ pointer: '/duration_hours', detail });
  }
  if (wanted.guests > chef.maxGuests) {
    wrong.push({
      pointer: '/guests',
      detail: `The chef cooks for at most ${chef.maxGuests} guests.`,
    });
  }
  if (wrong.length > 0) throw invalid(undefined, wrong);
}
