import { ask, together } from '../../../platform/database/questions.js';
import type { Viewer } from '../../../platform/viewer.js';
import type { BookableChef, Slot } from '../../chefs/index.js';
import * as data from '../booking/booking.data.js';
import { notCovered, priceChanged, slotTaken } from '../booking/booking.errors.js';
import type { NamedBooking } from '../booking/booking.present.js';
import { requestDeadline } from '../booking/booking.rules.js';
import type { BookingRequest, CreateBooking } from '../booking/booking.schemas.js';
import { partyColumns } from '../booking/party.schemas.js';
import type { BookingsDeps } from '../deps.js';
import type { Coverage } from './coverage.service.js';
import { differences, quoteOf, type Quote, type Shown } from './quote.rules.js';
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

  /**
   * @param shown what the diner was told: anything else is not booked
   * @throws subscriptionRequired, chefNotFound, invalid, slotTaken, noFreeTime, notCovered, priceChanged
   */
  async function request(
    viewer: Viewer,
    wanted: CreateBooking,
    shown: Shown,
  ): Promise<NamedBooking> {
    const tries = wanted.start_time === undefined ? FIRST_START_TRIES : 1;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const offered = await acceptable(viewer, wanted);
      assertAsShown(shown, offered.quote);
      const made = await hold({ viewer, wanted, ...offered });
      if (made !== null) return made;
    }
    throw slotTaken();
  }

  /** What a request would take: the chef, the time and the terms. @throws as `request` */
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
    return { chef, slot, quote: quoteFor(chef, slot, wanted.duration_hours) };
  }

  function quoteFor(chef: BookableChef, slot: Slot, durationHours: number): Quote {
    return quoteOf(chef, chefs.termsOf(chef), slot, durationHours);
  }

  /** Makes the pending booking; null when another one has just taken the time. */
  async function hold(order: Hold): Promise<NamedBooking | null> {
    const { viewer, chef, slot, wanted } = order;
    const now = clock.now();
    const booking = await data.insertBooking(
      deps,
      newBooking(order, quoteFor(chef, slot, wanted.duration_hours), now),
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
    const { name: chefName, cuisineType: chefCuisine, photoUrl: chefPhoto } = chef;
    return { booking, chefName, chefCuisine, chefPhoto, dinerName: viewer.name };
  }

  return { request, acceptable, hold };
}

/** @throws priceChanged with both totals */
function assertAsShown(shown: Shown, offered: Quote): void {
  if (differences(shown, offered).length === 0) return;
  throw priceChanged().with({
    expected_total: shown.total_price ?? offered.total_price,
    total_price: offered.total_price,
  });
}

/** Copies the chef's terms, so that later changes of them do not count. */
function newBooking(
  { viewer, chef, wanted, slot, rescueOfId }: Hold,
  quote: Quote,
  now: Date,
): data.NewBooking {
  return {
    userId: viewer.id,
    chefId: chef.id,
    startsAt: slot.start,
    endsAt: slot.end,
    heldFrom: slot.held.start,
    heldUntil: slot.held.end,
    durationHours: quote.duration_hours,
    ...partyColumns(wanted),
    timeZone: quote.time_zone,
    pricePerSession: quote.price_per_session,
    totalPrice: quote.total_price,
    currency: quote.currency,
    cancellationPolicy: quote.cancellation_policy,
    cancellationTerms: quote.cancellation_terms,
    expiresAt: requestDeadline(now, slot.start),
    rescueOfId: rescueOfId ?? null,
    createdAt: now,
  };
}
