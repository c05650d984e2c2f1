import {
  LIVE,
  TRANSITIONS,
  type BookingAction,
  type BookingStatus,
} from '../../src/modules/bookings/booking/booking.states.js';
import { groupBy, isAnswered, type Answer, type Call, type Run, type Seen } from './run.js';
import type { StoredBooking, StoredEvent } from './run.js';

const EXPLAINED_BY: Record<Call['deed'], readonly BookingAction[]> = {
  book: ['request'],
  confirm: ['confirm'],
  decline: ['decline'],
  'call-off': ['cancel'],
  cancel: ['cancel', 'withdraw'],
  reschedule: ['reschedule', 'ask_move'],
  answer: ['accept_move', 'decline_move'],
  read: [],
};
const EXPECTED_STATUSES = [200, 201, 409, 503, null];
const EXCLUSION_VIOLATION = '23P01';

/** Everything that a run shows to be wrong, in sentences; nothing when all rules held. */
export function check(run: Run): string[] {
  const histories = groupBy(run.events, (event) => event.bookingId);
  return [
    ...overlapsInStore(run.bookings),
    ...overlapsInHistory(run, histories),
    ...run.bookings.flatMap((booking) => brokenHistory(booking, histories.get(booking.id) ?? [])),
    ...lostAcknowledgements(run, histories),
    ...brokenKeys(run),
    ...run.seen.flatMap(wrongAnswer),
    ...(run.overlapRefusedWith === EXCLUSION_VIOLATION
      ? []
      : [`constraint: a raw overlapping insert met ${run.overlapRefusedWith ?? 'no refusal'}`]),
  ];
}

function overlapsInStore(bookings: StoredBooking[]): string[] {
  const live = bookings.filter(({ status }) => LIVE.includes(status));
  return live.flatMap((one, index) =>
    live
      .slice(index + 1)
      .filter((other) => other.chefId === one.chefId && overlap(one, other))
      .map((other) => `overlap: live bookings ${one.id} and ${other.id} of chef ${one.chefId}`),
  );
}

/**
 * Replays all histories as one. Event ids are the order of commits where it matters: who wants a
 * held time waits for the holder's commit, and only then is given an id for its own event.
 */
function overlapsInHistory(run: Run, histories: Map<number, StoredEvent[]>): string[] {
  const bookings = new Map(run.bookings.map((booking) => [booking.id, booking]));
  const held = new Map<number, { spans: Span[]; chefId: number }>();
  const found: string[] = [];
  for (const event of run.events) {
    const booking = bookings.get(event.bookingId);
    if (booking === undefined) continue;
    held.delete(booking.id);
    if (!LIVE.includes(event.toStatus)) continue;
    const spans = heldAfter(event, booking, histories.get(booking.id) ?? []);
    for (const [id, other] of held) {
      const isTwice = other.spans.some((one) => spans.some((span) => overlap(one, span)));
      if (other.chefId !== booking.chefId || !isTwice) continue;
      found.push(
        `overlap in history: booking ${booking.id} held ${id}'s time at event ${event.id}`,
      );
    }
    held.set(booking.id, { spans, chefId: booking.chefId });
  }
  return found;
}

function brokenHistory(booking: StoredBooking, history: StoredEvent[]): string[] {
  const found: string[] = [];
  let status: BookingStatus | null = null;
  for (const { id, action, actor, fromStatus, toStatus, ...times } of history) {
    const what = `event ${id} of booking ${booking.id} (${actor}: ${action})`;
    if (fromStatus !== status) found.push(`broken chain: ${what} begins at ${fromStatus}`);
    const known =
      fromStatus === null
        ? action === 'request' && actor === 'diner' && toStatus === 'pending'
        : TRANSITIONS.some(
            (step) =>
              step.from === fromStatus &&
              step.action === action &&
              step.to === toStatus &&
              step.actors.includes(actor),
          );
    if (!known) found.push(`illegal transition: ${what} from ${fromStatus} to ${toStatus}`);
    const isMoved = action === 'reschedule' || action === 'accept_move';
    if (isMoved !== (times.oldStartsAt !== null)) found.push(`no old time: ${what}`);
    if (action.endsWith('_move') !== (times.askedStartsAt !== null))
      found.push(`no new time: ${what}`);
    status = toStatus;
  }
  if (status !== booking.status) {
    found.push(`broken chain: booking ${booking.id} is ${booking.status}, its history ${status}`);
  }
  return found;
}

function lostAcknowledgements(run: Run, histories: Map<number, StoredEvent[]>): string[] {
  const bookings = new Map(run.bookings.map((booking) => [booking.id, booking]));
  const explained = new Map<number, string>();
  return run.seen.flatMap(({ call, status, body }) => {
    if (call.deed === 'read' || (status !== 200 && status !== 201)) return [];
    const what = `lost: ${call.deed} of booking ${body?.id} was answered ${status}, but`;
    const booking = bookings.get(body?.id ?? 0);
    if (booking === undefined) return [`${what} there is no such booking`];
    const history = histories.get(booking.id) ?? [];
    const found: string[] = [];
    if (body?.user_id !== booking.userId || body.chef_id !== booking.chefId) {
      found.push(`${what} it is stored for user ${booking.userId}, chef ${booking.chefId}`);
    }
    if ((call.bookingId ?? booking.id) !== booking.id) found.push(`${what} another was meant`);
    if (!history.some(({ toStatus }) => toStatus === body?.status)) {
      found.push(`${what} nothing made it ${body?.status}`);
    }
    const shown = body?.history ?? [];
    if (shown.some((line, index) => !isSame(line, history[index]))) {
      found.push(`${what} its history is not the one shown`);
    }
    // A step may be said again and change nothing, but each move or request has its own event.
    const own = call.deed === 'book' || call.deed === 'reschedule';
    const event = history.find(
      (one) =>
        EXPLAINED_BY[call.deed].includes(one.action) &&
        one.userId === call.userId &&
        (!own || (explained.get(one.id) ?? call.key) === call.key) &&
        (call.startsAt === undefined ||
          timeGivenBy(one, booking, history).getTime() === call.startsAt.getTime()),
    );
    if (event === undefined) found.push(`${what} no event explains it`);
    else if (own) explained.set(event.id, call.key);
    return found;
  });
}

function brokenKeys({ bookings, seen, keysKept }: Run): string[] {
  const made = groupBy(bookings, (booking) => booking.key);
  const wishes = groupBy(
    seen.filter(({ call }) => call.deed !== 'read'),
    ({ call }) => call.key,
  );
  return [...wishes].flatMap(([key, attempts]) => {
    const found: string[] = [];
    const answers = attempts.filter(isAnswered);
    const deed = attempts[0]?.call.deed;
    if (answers.length === 0) found.push(`no answer: ${deed} with key ${key}`);
    if (deed !== 'book') return found;
    const ids = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body?.id));
    if (ids.size > 1) found.push(`key: ${key} was answered with bookings ${[...ids].join(', ')}`);
    const stored = (made.get(key) ?? []).map(({ id }) => id);
    if (keysKept && stored.length > 1) found.push(`key: ${key} made bookings ${stored.join(', ')}`);
    // Without kept keys, a retry may honestly be refused because of the booking it made before.
    const refused = answers.length > 0 && ids.size === 0 && (keysKept || attempts.length === 1);
    if (refused && stored.length > 0) found.push(`key: ${key} was refused, yet made ${stored[0]}`);
    return found;
  });
}

function wrongAnswer({ call, status, retryAfter, body }: Seen): string[] {
  const what = `${call.method} ${call.path} (${call.deed}) was answered ${status}`;
  if (!EXPECTED_STATUSES.includes(status)) {
    return [`answer: ${what} ${body?.type ?? ''}, request ${body?.request_id}`];
  }
  return status === 503 && retryAfter === null ? [`answer: ${what} without Retry-After`] : [];
}

interface Span {
  startsAt: Date;
  endsAt: Date;
}

function overlap(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

function timeGivenBy(event: StoredEvent, booking: StoredBooking, history: StoredEvent[]): Date {
  const { action, askedStartsAt } = event;
  const asked = action === 'ask_move' ? askedStartsAt : null;
  return asked ?? spanAfter(event, booking, history).startsAt;
}

/** With the time of a move, which waits until anything else happens. */
function heldAfter(event: StoredEvent, booking: StoredBooking, history: StoredEvent[]): Span[] {
  const own = spanAfter(event, booking, history);
  const { action, askedStartsAt: startsAt } = event;
  if (action !== 'ask_move' || startsAt === null) return [own];
  const length = own.endsAt.getTime() - own.startsAt.getTime();
  return [own, { startsAt, endsAt: new Date(startsAt.getTime() + length) }];
}

/** The meal's time after an event: what its next move left, else where it is now. */
function spanAfter(event: StoredEvent, booking: StoredBooking, history: StoredEvent[]): Span {
  const move = history.find(({ id, oldStartsAt }) => id > event.id && oldStartsAt !== null);
  const { startsAt, endsAt } = booking;
  return { startsAt: move?.oldStartsAt ?? startsAt, endsAt: move?.oldEndsAt ?? endsAt };
}

function isSame(line: NonNullable<Answer['history']>[number], event?: StoredEvent): boolean {
  const { actor, action, to_status } = line;
  return event?.actor === actor && event.action === action && event.toStatus === to_status;
}
