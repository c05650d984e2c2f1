export const STATUSES = [
  'pending',
  'confirmed',
  'declined',
  'cancelled',
  'expired',
  'completed',
  'no_show',
] as const;
export type BookingStatus = (typeof STATUSES)[number];

export type BookingActor = 'diner' | 'chef' | 'system';

export type BookingAction =
  | 'request'
  | 'confirm'
  | 'decline'
  | 'withdraw'
  | 'expire'
  | 'cancel'
  | 'reschedule'
  | 'complete'
  | 'no_show';

export interface Transition {
  from: BookingStatus;
  action: BookingAction;
  actors: BookingActor[];
  to: BookingStatus;
  /** When, relative to the meal or to the request's deadline, the step may be taken. */
  when?: 'before-deadline' | 'after-deadline' | 'before-start' | 'after-start' | 'after-end';
  /** Actors who must say why. */
  reasonFrom?: BookingActor[];
}

/** The one table of a booking's life; buttons, checks and the API's words all come from it. */
export const TRANSITIONS: readonly Transition[] = [
  {
    from: 'pending',
    action: 'confirm',
    actors: ['chef'],
    to: 'confirmed',
    when: 'before-deadline',
  },
  { from: 'pending', action: 'decline', actors: ['chef'], to: 'declined', reasonFrom: ['chef'] },
  { from: 'pending', action: 'withdraw', actors: ['diner'], to: 'cancelled' },
  { from: 'pending', action: 'expire', actors: ['system'], to: 'expired', when: 'after-deadline' },
  {
    from: 'confirmed',
    action: 'cancel',
    actors: ['diner', 'chef'],
    to: 'cancelled',
    when: 'before-start',
    reasonFrom: ['chef'],
  },
  {
    from: 'confirmed',
    action: 'reschedule',
    actors: ['diner'],
    to: 'pending',
    when: 'before-start',
  },
  {
    from: 'confirmed',
    action: 'complete',
    actors: ['chef', 'system'],
    to: 'completed',
    when: 'after-end',
  },
  { from: 'confirmed', action: 'no_show', actors: ['chef'], to: 'no_show', when: 'after-start' },
];

/** The statuses in which a booking holds its time. */
export const LIVE: readonly BookingStatus[] = ['pending', 'confirmed'];

/** The statuses in which a wish is still open: its chef said no, or nothing. */
export const UNMET: readonly BookingStatus[] = ['declined', 'expired'];

/** What an actor can make of a booking, whatever it is now. */
export function reachableBy(actor: BookingActor): BookingStatus[] {
  return STATUSES.filter((status) =>
    TRANSITIONS.some((step) => step.to === status && step.actors.includes(actor)),
  );
}

/** The table in words, one line a step, as the API's document tells it. */
export function tableInWords(): string {
  const lines = TRANSITIONS.map(({ from, action, actors, to, when, reasonFrom }) => {
    const conditions = [
      when?.replace('-', ' the '),
      reasonFrom && `reason from ${reasonFrom.join()}`,
    ];
    const told = conditions.filter((one) => one !== undefined).join('; ');
    return `- ${from} → ${to}: ${action}, by ${actors.join(' or ')}${told === '' ? '' : ` (${told})`}`;
  });
  return ['A booking changes only along these steps:', ...lines].join('\n');
}

/** The step of that name for that actor, or null when the table has none. */
export function transitionBy(
  from: BookingStatus,
  action: BookingAction,
  actor: BookingActor,
): Transition | null {
  return (
    TRANSITIONS.find(
      (step) => step.from === from && step.action === action && step.actors.includes(actor),
    ) ?? null
  );
}

/** The step that takes a booking from one status to another for that actor, or null. */
export function transitionTo(
  from: BookingStatus,
  to: BookingStatus,
  actor: BookingActor,
): Transition | null {
  return (
    TRANSITIONS.find(
      (step) => step.from === from && step.to === to && step.actors.includes(actor),
    ) ?? null
  );
}
