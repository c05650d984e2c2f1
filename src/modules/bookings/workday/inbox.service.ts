import { ask, mapped, together, type Question } from '../../../platform/database/questions.js';
import { toOffset, type Page } from '../../../platform/paging.js';
import type { Viewer } from '../../../platform/viewer.js';
import type { HoursAnswer } from '../../chefs/index.js';
import type { BookingAccess } from '../booking/access.service.js';
import type { Booking } from '../booking/booking.data.js';
import { answerDeadline } from '../booking/booking.rules.js';
import { selectionOfOne, type Selection } from '../records/named-bookings.data.js';
import { LIVE } from '../booking/booking.states.js';
import type { BookingsDeps } from '../deps.js';
import * as lists from '../lists/lists.data.js';
import type { Lists, Tab } from '../lists/lists.service.js';
import {
  LONGEST_MEAL_MS,
  nearbyBookings,
  type LiveMeal,
  type NearbyBooking,
} from './nearby-bookings.rules.js';
import * as data from './workday.data.js';

export type Inbox = ReturnType<typeof createInboxService>;

export interface RequestContext {
  hours: HoursAnswer;
  near: NearbyBooking[];
}

type ContextOf = (booking: Booking) => RequestContext | undefined;
const NO_CONTEXT: ContextOf = () => undefined;

/** Requests searched for the next one; as many as a page of the inbox. */
const NEXT_AMONG = { skip: 0, take: 12 };

export function createInboxService(
  { db, clock, schedules }: Pick<BookingsDeps, 'db' | 'clock' | 'schedules'>,
  { detailQuestion }: Pick<BookingAccess, 'detailQuestion'>,
  { tab, tabQuestion }: Pick<Lists, 'tab' | 'tabQuestion'>,
) {
  /** One page of a list of the chef's bookings; requests with what decides about them. */
  async function page(viewer: Viewer, wanted: Tab, asked: Page) {
    const { chefId } = viewer;
    if (chefId === null || wanted !== 'pending') {
      return { ...(await tab(viewer, 'chef', wanted, asked)), contextOf: NO_CONTEXT };
    }
    const owner = { chefId };
    const listed = lists.selectionOf(owner, { tab: wanted, now: clock.now() }, toOffset(asked));
    const found = together({
      list: tabQuestion(owner, wanted, asked),
      contextOf: contextQuestion(chefId, listed),
    });
    const { list, contextOf } = await ask(db, found);
    return { ...list, contextOf };
  }

  /** A booking as its diner or its chef sees it. @throws bookingNotFound */
  async function request(viewer: Viewer, id: number) {
    const detail = detailQuestion(viewer, id);
    const { chefId } = viewer;
    if (chefId === null) return { seen: await ask(db, detail), contextOf: NO_CONTEXT };
    const contextOf = contextQuestion(chefId, selectionOfOne(id));
    const found = await ask(db, together({ detail, contextOf }));
    return { seen: found.detail, contextOf: found.contextOf };
  }

  function contextQuestion(chefId: number, requests: Selection): Question<ContextOf> {
    const questions = {
      hours: schedules.hoursOf(chefId),
      others: data.mealsAround(chefId, requests, LONGEST_MEAL_MS, LIVE),
    };
    return mapped(together(questions), ({ hours, others }) => (booking) => {
      if (booking.chefId !== chefId || !isToAnswer(booking)) return undefined;
      const meal = askedMeal(booking);
      return { hours: hours.hoursAt(meal), near: nearbyBookings(meal, others, hours.chef) };
    });
  }

  /** The next one by its deadline, else the most urgent. */
  async function nextRequest(answered: Booking): Promise<number | null> {
    const now = clock.now();
    const owner = { chefId: answered.chefId };
    const waiting = await ask(db, lists.tabOfBookings(owner, { tab: 'pending', now }, NEXT_AMONG));
    const others = waiting.map(({ booking }) => booking).filter(({ id }) => id !== answered.id);
    const deadline = answerDeadline(answered);
    const next = others.find((one) => {
      const its = answerDeadline(one);
      return deadline && its && its >= deadline;
    });
    return (next ?? others[0])?.id ?? null;
  }

  return { page, request, nextRequest };
}

/** By the chef. */
function isToAnswer({ status, moveAskedBy }: Booking): boolean {
  return status === 'pending' || moveAskedBy === 'diner';
}

function askedMeal({ id, status, ...booking }: Booking): LiveMeal {
  const { moveStartsAt, moveEndsAt, startsAt, endsAt } = booking;
  return {
    id,
    isConfirmed: status === 'confirmed',
    start: moveStartsAt ?? startsAt,
    end: moveEndsAt ?? endsAt,
  };
}
