import type { Call, Run, Seen, StoredBooking, StoredEvent } from './run.js';

const at = (hour: number) => new Date(Date.UTC(2030, 0, 1, hour));
export const DINER = 7;
const COOK = 2;

export function booking(
  id: number,
  hour: number,
  given: Partial<StoredBooking> = {},
): StoredBooking {
  const span = { startsAt: at(hour), endsAt: at(hour + 2) };
  return { id, userId: DINER, chefId: 1, status: 'confirmed', key: `key${id}`, ...span, ...given };
}

let events = 0;
export function event(bookingId: number, given: Partial<StoredEvent>): StoredEvent {
  const who = given.actor === 'chef' ? COOK : DINER;
  const moved = { oldStartsAt: null, oldEndsAt: null, askedStartsAt: null };
  return {
    ...{ id: (events += 1), bookingId, actor: 'diner', userId: who, action: 'request' },
    ...{ fromStatus: null, toStatus: 'pending', ...moved, ...given },
  };
}
export const requested = (id: number) => event(id, {});
export const confirmed = (id: number) =>
  event(id, { actor: 'chef', action: 'confirm', fromStatus: 'pending', toStatus: 'confirmed' });
export const cancelled = (id: number) =>
  event(id, { action: 'cancel', fromStatus: 'confirmed', toStatus: 'cancelled' });
const ofMove = (id: number, hour: number, given: Partial<StoredEvent>) =>
  event(id, { fromStatus: 'confirmed', toStatus: 'confirmed', askedStartsAt: at(hour), ...given });
export const asked = (id: number, hour: number) => ofMove(id, hour, { action: 'ask_move' });
export const declined = (id: number, hour: number) =>
  ofMove(id, hour, { action: 'decline_move', actor: 'chef' });
export const moved = (id: number, from: number, to: number) => [
  asked(id, to),
  ofMove(id, to, {
    ...{ action: 'accept_move', actor: 'chef' },
    ...{ oldStartsAt: at(from), oldEndsAt: at(from + 2) },
  }),
];

export function booked(
  id: number,
  hour: number,
  call: Partial<Call> = {},
  seen: Partial<Seen> = {},
): Seen {
  const body = { id, user_id: DINER, chef_id: 1, status: 'pending' };
  const path = '/api/coocook/bookings';
  const wish: Call = { deed: 'book', key: `key${id}`, userId: DINER, method: 'POST', path };
  return {
    call: { ...wish, startsAt: at(hour), ...call },
    ...{ sentAt: 0, answeredAt: 1, status: 201, retryAfter: null, body, ...seen },
  };
}

/** Booking 1 moves and leaves its time to booking 2, booking 3 is cancelled; all as it should be. */
export function soundRun(given: Partial<Run> = {}): Run {
  return {
    bookings: [booking(1, 14), booking(2, 10), booking(3, 10, { status: 'cancelled' })],
    events: [
      ...[requested(3), confirmed(3), cancelled(3)],
      ...[requested(1), confirmed(1), ...moved(1, 10, 14)],
      ...[requested(2), confirmed(2)],
    ],
    seen: [
      booked(1, 10),
      booked(2, 10, {}, { status: null, body: null }),
      booked(2, 10),
      booked(3, 10),
      booked(9, 10, {}, { status: 409, body: {} }),
    ],
    keysKept: true,
    overlapRefusedWith: '23P01',
    ...given,
  };
}

/** The sound run with one more booking, its events and what was answered about it. */
export function withAlso(extra: StoredBooking, history: StoredEvent[], ...seen: Seen[]): Run {
  const run = soundRun();
  return {
    ...run,
    bookings: [...run.bookings, extra],
    events: [...run.events, ...history],
    seen: [...run.seen, ...seen],
  };
}
