import type { Clock } from '../../platform/clock.js';
import { inTransaction, type Db } from '../../platform/db.js';
import { invalid, type FieldError } from '../../platform/errors.js';
import type { JobQueue } from '../../platform/jobs.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { instantOf } from '../../platform/time.js';
import type { Auth } from '../auth/index.js';
import type { Availability, Chef, Chefs, Schedules, Slot } from '../chefs/index.js';
import type { Subscriptions } from '../subscriptions/index.js';
import * as data from './bookings.data.js';
import { noFreeTime, notCovered, slotTaken } from './bookings.errors.js';
import type { NamedBooking } from './bookings.present.js';
import { requestDeadline, totalPrice } from './bookings.rules.js';
import type { CreateBooking } from './bookings.schemas.js';
import { askForDeadline } from './deadlines.service.js';

export interface BookingsDeps {
  db: Db;
  clock: Clock;
  jobs: JobQueue;
  chefs: Chefs;
  availability: Availability;
  schedules: Schedules;
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

/** What is wanted of whichever chef, without the time. */
export type Wish = Omit<CreateBooking, 'chef_id' | 'booking_date' | 'start_time'>;

export type Bookings = ReturnType<typeof createBookingsService>;

/** Making bookings. */
export function createBookingsService({
  db,
  clock,
  jobs,
  chefs,
  availability,
  subscriptions,
}: BookingsDeps) {
  /**
   * Asks a chef for a meal: a pending booking that holds the time.
   * @throws chefNotFound, invalid, slotTaken, noFreeTime, notCovered
   */
  async function request(viewer: Viewer, wanted: CreateBooking): Promise<NamedBooking> {
    const chef = await chefs.find(wanted.chef_id);
    const tries = wanted.start_time === undefined ? FIRST_START_TRIES : 1;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const slot = await acceptableSlot(viewer, chef, wanted);
      const made = await hold(viewer, chef, wanted, slot);
      if (made !== null) return made;
    }
    throw slotTaken();
  }

  /**
   * The free time that a request would take, if nothing speaks against it now.
   * @throws invalid, slotTaken, noFreeTime, notCovered
   */
  async function acceptableSlot(viewer: Viewer, chef: Chef, wanted: CreateBooking): Promise<Slot> {
    refuseMisfits(viewer, chef, wanted);
    const slot = await slotFor(chef, wanted);
    if (!(await subscriptions.covers(viewer.id, SERVICE, slot.end))) throw notCovered();
    return slot;
  }

  /** The free time that is asked for, if the chef can be booked for it now. */
  async function slotFor(
    chef: Chef,
    wanted: { booking_date: string; duration_hours: number; start_time?: string | undefined },
    exceptBookingId?: number,
  ): Promise<Slot> {
    const { booking_date: date, duration_hours: durationHours, start_time: time } = wanted;
    if (time === undefined) {
      refuseDate(chef, date);
      const [first] = await availability.slotsOn(chef, date, durationHours, exceptBookingId);
      if (first === undefined) throw noFreeTime();
      return first;
    }
    const start = startOf(chef, date, time);
    const slot = await availability.slotFor(chef, { start, durationHours }, exceptBookingId);
    if (slot === 'taken') throw slotTaken();
    if (typeof slot === 'string') throw invalid(undefined, [REFUSALS[slot]]);
    return slot;
  }

  function refuseDate(chef: Chef, date: string): void {
    if (date < availability.todayOf(chef)) throw invalid(undefined, [REFUSALS.past]);
    if (date > availability.lastDateOf(chef)) {
      throw invalid(undefined, [REFUSALS['beyond-horizon']]);
    }
  }

  /**
   * Makes the pending booking; null when a rival has just taken the time.
   * @param rescueOfId the booking whose wish is offered to this chef, too
   */
  function hold(
    viewer: Viewer,
    chef: Chef,
    wanted: Wish,
    slot: Slot,
    rescueOfId: number | null = null,
  ): Promise<NamedBooking | null> {
    const now = clock.now();
    return inTransaction(db, async (tx) => {
      const booking = await data.insertBooking(
        tx,
        {
          userId: viewer.id,
          chefId: chef.id,
          startsAt: slot.start,
          endsAt: slot.end,
          heldFrom: slot.held.start,
          heldUntil: slot.held.end,
          durationHours: wanted.duration_hours,
          guests: wanted.guests,
          allergies: wanted.allergies,
          allergyNotes: wanted.allergy_notes ?? null,
          dietaryNeeds: wanted.dietary_needs,
          district: wanted.district ?? null,
          address: wanted.address ?? null,
          specialRequests: wanted.special_requests ?? null,
          timeZone: chef.timeZone,
          pricePerSession: chef.pricePerSession,
          totalPrice: totalPrice(wanted.duration_hours, chef.pricePerSession),
          currency: chef.currency,
          cancellationPolicy: chef.cancellationPolicy,
          cancellationTerms: chefs.termsOf(chef).map((step) => ({ ...step })),
          expiresAt: requestDeadline(now, slot.start),
          rescueOfId,
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
      );
      if (booking === null) return null;
      await askForDeadline(jobs, tx, booking);
      const { name: chefName, cuisineType: chefCuisine, photoUrl: chefPhoto } = chef;
      return { booking, chefName, chefCuisine, chefPhoto, dinerName: viewer.name };
    });
  }

  return { request, acceptableSlot, slotFor, hold };
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
  'wrong-step': {
    pointer: '/start_time',
    detail: 'The chef starts at other minutes of the hour. Choose one of the free times.',
  },
  'short-notice': {
    pointer: '/start_time',
    detail: 'This is too soon for the chef. Choose a later time.',
  },
} satisfies Record<string, FieldError>;

/** The instant that a date and time in the chef's zone stand for. @throws invalid when the clocks skip it */
export function startOf(chef: Chef, date: string, time: string): Date {
  const start = instantOf(date, time, chef.timeZone);
  if (start !== null) return start;
  throw invalid(undefined, [
    { pointer: '/start_time', detail: 'The clocks change then: that time does not exist.' },
  ]);
}

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
