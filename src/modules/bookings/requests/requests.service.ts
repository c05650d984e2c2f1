import { ask, together } from '../../../platform/database/questions.js';
import type { Viewer } from '../../../platform/viewer.js';
import type { BookableChef, Chefs, Slot } from '../../chefs/index.js';
import * as data from '../booking/booking.data.js';
import { notCovered, slotTaken } from '../booking/booking.errors.js';
import type { NamedBooking } from '../booking/booking.present.js';
import { requestDeadline, totalPrice } from '../booking/booking.rules.js';
import type { BookingRequest, CreateBooking } from '../booking/booking.schemas.js';
import { partyColumns } from '../booking/party.schemas.js';
import type { BookingsDeps } from '../deps.js';
import type { Coverage } from './coverage.service.js';
import { assertFits } from './request.rules.js';
import type { Slots } from './slots.service.js';

/** Tries of the next free start: each loss is a booking, and a day has at most 24 of them. */
const FIRST_START_TRIES = 24;

export type Requests = ReturnType<typeof createRequestsService>;

export interface Hold {
  viewer: Viewer;
  chef: BookableChef;
  wanted: BookingRequest;
  slot: Slot;
  /** The declined or expired booking whose request is repeated. */
  rescueOfId?: number;
}

export function createRequestsService(
  deps: Pick<BookingsDeps, 'db' | 'clock' | 'jobs' | 'events' | 'chefs' | 'availability'>,
  { slotIn }: Slots,
  { activeQuestion }: Pick<Coverage, 'activeQuestion'>,
) {
  const { db, clock, chefs, availability } = deps;

  /** @throws subscriptionRequired, chefNotFound, invalid, slotTaken, noFreeTime, notCovered */
  async function request(viewer: Viewer, wanted: CreateBooking): Promise<NamedBooking> {
    const tries = wanted.start_time === undefined ? FIRST_START_TRIES : 1;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const made = await hold({ viewer, wanted, ...(await acceptable(viewer, wanted)) });
      if (made !== null) return made;
    }
    throw slotTaken();
  }

  /** The chef and the time that a request would take. @throws as `request` */
  async function acceptable(viewer: Viewer, wanted: CreateBooking) {
    const { coverage, day } = await ask(
      db,
      together({
        coverage: activeQuestion(viewer),
        day: availability.bookableDay(wanted.chef_id, wanted.booking_date),
      }),
    );
    const { chef, calendar } = day;
    assertFits(viewer.id, chef, wanted);
    const slot = slotIn(calendar, chef, wanted);
    if (!coverage.covers(slot.end)) throw notCovered();
    return { chef, slot };
  }

  /** Makes the pending booking; null when another one has just taken the time. */
  async function hold(order: Hold): Promise<NamedBooking | null> {
    const { viewer, chef } = order;
    const now = clock.now();
    const booking = await data.insertBooking(deps, newBooking(order, chefs.termsOf(chef), now), {
      at: now,
      actor: 'diner',
      userId: viewer.id,
      action: 'request',
      fromStatus: null,
      toStatus: 'pending',
    });
    if (booking === null) return null;
    const { name: chefName, cuisineType: chefCuisine, photoUrl: chefPhoto } = chef;
    return { booking, chefName, chefCuisine, chefPhoto, dinerName: viewer.name };
  }

  return { request, acceptable, hold };
}

/** Copies the chef's terms, so that later changes of them do not count. */
function newBooking(
  { viewer, chef, wanted, slot, rescueOfId }: Hold,
  terms: ReturnType<Chefs['termsOf']>,
  now: Date,
): data.NewBooking {
  return {
    userId: viewer.id,
    chefId: chef.id,
    startsAt: slot.start,
    endsAt: slot.end,
    heldFrom: slot.held.start,
    heldUntil: slot.held.end,
    durationHours: wanted.duration_hours,
    ...partyColumns(wanted),
    timeZone: chef.timeZone,
    pricePerSession: chef.pricePerSession,
    totalPrice: totalPrice(wanted.duration_hours, chef.pricePerSession),
    currency: chef.currency,
    cancellationPolicy: chef.cancellationPolicy,
    cancellationTerms: terms.map((step) => ({ ...step })),
    expiresAt: requestDeadline(now, slot.start),
    rescueOfId: rescueOfId ?? null,
    createdAt: now,
  };
}
