import type {
  BookingAction,
  BookingActor,
  BookingStatus,
} from '../../src/modules/bookings/booking/booking.states.js';

/** A row of `bookings`. Clients write the key of their request into its special requests. */
export interface StoredBooking {
  id: number;
  userId: number;
  chefId: number;
  status: BookingStatus;
  startsAt: Date;
  endsAt: Date;
  key: string | null;
}

/** A row of `booking_events`. */
export interface StoredEvent {
  id: number;
  bookingId: number;
  actor: BookingActor;
  userId: number | null;
  action: BookingAction;
  fromStatus: BookingStatus | null;
  toStatus: BookingStatus;
  oldStartsAt: Date | null;
  oldEndsAt: Date | null;
  askedStartsAt: Date | null;
}

/** What a client wanted. Its key is the same for every attempt, its own for every wish. */
export interface Call {
  deed: 'book' | 'confirm' | 'decline' | 'call-off' | 'cancel' | 'reschedule' | 'answer' | 'read';
  key: string;
  userId: number;
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  body?: object;
  chefId?: number;
  bookingId?: number;
  startsAt?: Date;
}

/** The parts of an answer that anyone here looks at. */
export interface Answer {
  id?: number;
  user_id?: number;
  chef_id?: number;
  status?: string | number;
  history?: { actor: string; action: string; to_status: string }[];
  bookings?: {
    id: number;
    status: BookingStatus;
    starts_at: string;
    move: { asked_by: string } | null;
  }[];
  type?: string;
  request_id?: string;
}

/** One attempt of a client; no status when no answer came. */
export interface Seen {
  call: Call;
  sentAt: number;
  answeredAt: number;
  status: number | null;
  retryAfter: string | null;
  body: Answer | null;
}

/** All that a run left behind. */
export interface Run {
  bookings: StoredBooking[];
  /** In the order of their ids. */
  events: StoredEvent[];
  seen: Seen[];
  /** Whether the server answers a key that it knows as it did the first time. */
  keysKept: boolean;
  /** The SQLSTATE that a raw insert of an overlapping booking was refused with. */
  overlapRefusedWith: string | null;
}

/** Whether this attempt settles its wish; else the same request has to be sent again. */
export function isAnswered({ status, body }: Seen): boolean {
  if (status === null || status >= 500) return false;
  return body?.type?.endsWith('idempotency-in-progress') !== true;
}

/** What a run had to get done, so that finding nothing means something. */
export interface Effort {
  seconds: number;
  kills: { app: number; database: number };
}

/** Deeds that were acknowledged, and attempts that were lost, refused or sent again. */
export function tally(seen: Seen[]) {
  const acknowledged = new Map<Call['deed'], Set<string>>();
  const attempts = new Map<string, number>();
  const statuses = new Map<string, number>();
  for (const { call, status } of seen) {
    const name = String(status ?? 'lost');
    statuses.set(name, (statuses.get(name) ?? 0) + 1);
    if (call.deed !== 'read') attempts.set(call.key, (attempts.get(call.key) ?? 0) + 1);
    if (status !== 200 && status !== 201) continue;
    acknowledged.set(call.deed, (acknowledged.get(call.deed) ?? new Set()).add(call.key));
  }
  const count = (deed: Call['deed']) => acknowledged.get(deed)?.size ?? 0;
  const retried = [...attempts.values()].filter((times) => times > 1).length;
  return { statuses, count, retried };
}

/** What the run did not do often enough to prove anything. */
export function tooLittle(seen: Seen[], { seconds, kills }: Effort): string[] {
  const minutes = seconds / 60;
  const { statuses, count, retried } = tally(seen);
  const wanted: [what: string, had: number, least: number][] = [
    ['bookings', count('book'), 50 * minutes],
    ['kills', kills.app + kills.database, 5 * minutes],
    ['kills of each kind', Math.min(kills.app, kills.database), 2 * minutes],
    ['conflicts', statuses.get('409') ?? 0, 50 * minutes],
    ['retried requests', retried, 5 * minutes],
    ...(['confirm', 'decline', 'call-off', 'cancel', 'reschedule', 'answer'] as const).map(
      (deed): [string, number, number] => [`${deed} answers`, count(deed), 2 * minutes],
    ),
  ];
  return wanted
    .filter(([, had, least]) => had < least)
    .map(([what, had, least]) => `too little: ${had} ${what}, at least ${least} wanted`);
}

export function groupBy<T, K>(items: T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
