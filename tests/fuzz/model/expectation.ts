// What product.md promises, written from its table and not from the code, so that they can disagree.

export type Side = 'diner' | 'chef';
export type Actor = Side | 'system';
export type Status =
  'pending' | 'confirmed' | 'declined' | 'cancelled' | 'expired' | 'completed' | 'no_show';
export type Action =
  | (
      | 'confirm'
      | 'decline'
      | 'withdraw'
      | 'expire'
      | 'cancel'
      | 'reschedule'
      | 'complete'
      | 'no_show'
    )
  | ('edit' | 'ask_move' | 'accept_move' | 'decline_move' | 'withdraw_move' | 'lapse_move');

export interface Line {
  actor: Actor;
  action: Action | 'request';
  from_status: Status | null;
  to_status: Status;
  old_starts_at: string | null;
  asked_starts_at: string | null;
}

/** The time that is held beside that of a confirmed meal. */
interface Move {
  start: number;
  by: Side;
  expires: number;
}

/** Times are milliseconds since 1970. */
export interface Meal {
  id: number;
  diner: number;
  chef: number;
  status: Status;
  start: number;
  hours: number;
  price: number;
  expires: number | null;
  move: Move | null;
  history: Line[];
}

export interface Subscription {
  id: number;
  end: number;
  renews: boolean;
  ended: boolean;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Kept free by each chef around a meal. */
export const BUFFERS = [0, HOUR / 2] as const;
const NOTICE = 3 * HOUR;

export const endOf = ({ start, hours }: Pick<Meal, 'start' | 'hours'>) => start + hours * HOUR;
export const holdsTime = ({ status }: Meal) => status === 'pending' || status === 'confirmed';

interface Step {
  from: Status;
  action: Action;
  actors: Actor[];
  to: Status;
  isTime(meal: Meal, now: number, actor: Actor): boolean;
}
const always = () => true;
const afterStart = (meal: Meal, now: number) => now >= meal.start;
const beforeStart = (meal: Meal, now: number) => now < meal.start;
const isPastDeadline = ({ expires }: Meal, now: number) => expires !== null && now >= expires;
const TABLE: Step[] = [
  {
    from: 'pending',
    action: 'confirm',
    actors: ['chef'],
    to: 'confirmed',
    isTime: (meal, now) => !isPastDeadline(meal, now),
  },
  { from: 'pending', action: 'decline', actors: ['chef'], to: 'declined', isTime: always },
  { from: 'pending', action: 'withdraw', actors: ['diner'], to: 'cancelled', isTime: always },
  { from: 'pending', action: 'expire', actors: ['system'], to: 'expired', isTime: isPastDeadline },
  {
    from: 'confirmed',
    action: 'cancel',
    actors: ['diner', 'chef'],
    to: 'cancelled',
    isTime: beforeStart,
  },
  {
    from: 'pending',
    action: 'reschedule',
    actors: ['diner'],
    to: 'pending',
    isTime: (meal, now) => !isPastDeadline(meal, now),
  },
  {
    from: 'pending',
    action: 'edit',
    actors: ['diner'],
    to: 'pending',
    isTime: (meal, now) => !isPastDeadline(meal, now),
  },
  {
    ...{ from: 'confirmed', action: 'ask_move', actors: ['diner', 'chef'], to: 'confirmed' },
    isTime: ({ start }, now) => now < start - 2 * HOUR,
  },
  {
    ...{ from: 'confirmed', action: 'accept_move', actors: ['diner', 'chef'], to: 'confirmed' },
    isTime: ({ move }, now, actor) => move !== null && move.by !== actor && now < move.expires,
  },
  {
    ...{ from: 'confirmed', action: 'decline_move', actors: ['diner', 'chef'], to: 'confirmed' },
    isTime: ({ move }, _now, actor) => move !== null && move.by !== actor,
  },
  {
    ...{ from: 'confirmed', action: 'withdraw_move', actors: ['diner', 'chef'], to: 'confirmed' },
    isTime: ({ move }, _now, actor) => move?.by === actor,
  },
  {
    ...{ from: 'confirmed', action: 'lapse_move', actors: ['system'], to: 'confirmed' },
    isTime: ({ move }, now) => move !== null && now >= move.expires,
  },
  {
    from: 'confirmed',
    action: 'complete',
    actors: ['chef'],
    to: 'completed',
    isTime: (meal, now) => now >= endOf(meal),
  },
  {
    from: 'confirmed',
    action: 'complete',
    actors: ['system'],
    to: 'completed',
    isTime: (meal, now) => now >= endOf(meal) + DAY,
  },
  { from: 'confirmed', action: 'no_show', actors: ['chef'], to: 'no_show', isTime: afterStart },
];

/** What somebody may do with a meal now. */
export function possible(meal: Meal, actor: Actor, now: number): Step[] {
  return TABLE.filter(
    (step) =>
      step.from === meal.status && step.actors.includes(actor) && step.isTime(meal, now, actor),
  );
}

export function take(meal: Meal, step: Step, actor: Actor, moved?: { start: number; now: number }) {
  const { action } = step;
  const { move } = meal;
  const isOfMove = action.endsWith('_move');
  const asked = action === 'ask_move' ? moved?.start : move?.start;
  const start =
    action === 'reschedule' ? moved?.start : action === 'accept_move' ? asked : undefined;
  meal.history.push({
    ...{ actor, action, from_status: meal.status, to_status: step.to },
    old_starts_at: start === undefined ? null : new Date(meal.start).toISOString(),
    asked_starts_at: isOfMove && asked !== undefined ? new Date(asked).toISOString() : null,
  });
  meal.status = step.to;
  if (action === 'edit') return;
  meal.expires = action === 'reschedule' && moved ? deadline(moved.now, moved.start) : null;
  meal.move =
    action === 'ask_move' && moved && actor !== 'system'
      ? {
          ...{ start: moved.start, by: actor },
          expires: deadline(moved.now, Math.min(meal.start, moved.start)),
        }
      : null;
  if (start !== undefined) meal.start = start;
}

export function deadline(madeAt: number, start: number): number {
  return Math.min(madeAt + DAY, start - 2 * HOUR);
}

export function isActive(subscription: Subscription | null, now: number): boolean {
  return covers(subscription, now, now);
}

/** Whether it is active at an instant, or renews before. */
export function covers(subscription: Subscription | null, now: number, instant: number): boolean {
  if (subscription === null || subscription.ended) return false;
  return subscription.renews || (subscription.end > now && subscription.end > instant);
}

const timesOf = (meal: Meal) => [
  { start: meal.start, hours: meal.hours },
  ...(meal.move === null ? [] : [{ start: meal.move.start, hours: meal.hours }]),
];

/** The statuses with which a time is refused; none when it can be had. */
export function refusals(
  meals: Meal[],
  wanted: Pick<Meal, 'chef' | 'start' | 'hours'>,
  subscription: Subscription | null,
  now: number,
): number[] {
  const buffer = BUFFERS[wanted.chef] ?? 0;
  const isTaken = meals.some(
    (other) =>
      other.chef === wanted.chef &&
      holdsTime(other) &&
      timesOf(other).some(
        (time) =>
          wanted.start - buffer < endOf(time) + buffer &&
          time.start - buffer < endOf(wanted) + buffer,
      ),
  );
  return [
    ...(covers(subscription, now, endOf(wanted)) ? [] : [403]),
    ...(wanted.start < now + NOTICE ? [422] : []),
    ...(isTaken ? [409] : []),
  ];
}
