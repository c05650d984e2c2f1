import { ask, together } from '../../../platform/database/questions.js';
import type { Span } from '../../../platform/time/instants.js';
import type { Viewer } from '../../../platform/viewer.js';
import type { BookableChef, Slot } from '../../chefs/index.js';
import * as data from '../booking/booking.data.js';
import { holdingLimit, notCovered, priceChanged, slotTaken } from '../booking/booking.errors.js';
import type { NamedBooking } from '../booking/booking.present.js';
import type { NewEvent } from '../booking/changes.data.js';
import { openRequestsOf } from '../records/held-times.data.js';
import { requestDeadline, type HoldingLimits } from '../booking/booking.rules.js';
import type { BookingRequest, CreateBooking } from '../booking/booking.schemas.js';
import { partyColumns } from '../booking/party.schemas.js';
import type { BookingsDeps } from '../deps.js';
import type { Coverage } from './coverage.service.js';
import { reachedLimit } from './holding.rules.js';
import { differences, quoteOf, type Quote, type Shown } from './quote.rules.js';
import { assertFits } from './request.rules.js';
import type { Slots } from './slots.service.js';

/** Tries of the next free start: each loss is a booking, and a day has at most 24 of them. */
const FIRST_START_TRIES = 24;
/** The second one finds out why a free start was not given. */
const GIVEN_START_TRIES = 2;

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
  deps: Pick<
    BookingsDeps,
    'db' | 'clock' | 'jobs' | 'events' | 'chefs' | 'availability' | 'holdingLimits'
  >,
  { slotIn }: Slots,
  { activeQuestion }: Pick<Coverage, 'activeQuestion'>,
) {
  const { db, clock, chefs, availability, holdingLimits } = deps;

  /**
   * @param shown what the diner was told: anything else is not booked
   * @throws subscriptionRequired, chefNotFound, invalid, slotTaken, noFreeTime, notCovered, holdingLimit,
   * priceChanged
   */
  async function request(
    viewer: Viewer,
    wanted: CreateBooking,
    shown: Shown,
  ): Promise<NamedBooking> {
    const tries = wanted.start_time === undefined ? FIRST_START_TRIES : GIVEN_START_TRIES;
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
    const { coverage, open, day } = await ask(
      db,
      together({
        coverage: activeQuestion(viewer),
        open: openRequestsOf(viewer.id),
        day: availability.bookableDay(wanted.chef_id, wanted.booking_date),
      }),
    );
    const { chef, calendar } = day;
    assertFits(viewer.id, chef, wanted);
    const slot = slotIn(calendar, chef, wanted);
    if (!coverage.covers(slot.end)) throw notCovered();
    assertMayHold(open, holdingLimits, slot);
    return { chef, slot, quote: quoteFor(chef, slot, wanted.duration_hours) };
  }

  async function reachedLimits(viewer: Viewer) {
    const open = await ask(db, openRequestsOf(viewer.id));
    return (wanted?: Span) => reachedLimit(open, holdingLimits, wanted);
  }

  function quoteFor(chef: BookableChef, slot: Slot, durationHours: number): Quote {
    return quoteOf(chef, chefs.termsOf(chef), slot, durationHours);
  }

  /** Makes the pending booking; null when the time has just been taken, or a limit reached. */
  async function hold(order: Hold): Promise<NamedBooking | null> {
    const { viewer, chef, slot, wanted } = order;
    const now = clock.now();
    const booking = await data.insertBooking(
      deps,
      newBooking(order, quoteFor(chef, slot, wanted.duration_hours), now),
      requestBy(viewer, now),
      order.rescueOfId === undefined ? holdingLimits : null,
    );
    if (booking === null) return null;
    const { name: chefName, cuisineType: chefCuisine, photoUrl: chefPhoto } = chef;
    return { booking, chefName, chefCuisine, chefPhoto, dinerName: viewer.name };
  }

  return { request, acceptable, reachedLimits, hold };
}

function requestBy({ id: userId }: Viewer, at: Date): NewEvent {
  return { at, actor: 'diner', userId, action: 'request', fromStatus: null, toStatus: 'pending' };
}

/** @throws holdingLimit */
export function assertMayHold(open: Span[], limits: HoldingLimits, wanted: Span): void {
  const reached = reachedLimit(open, limits, wanted);
  if (reached === null) return;
  const detail =
    reached === 'inAll'
      ? `You have ${open.length} open requests. Withdraw one, or wait for an answer.`
      : `You have ${limits.atOnce} open requests for that time. Withdraw one, or choose another time.`;
  throw holdingLimit(detail, [{ pointer: '/start_time', detail }]);
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
