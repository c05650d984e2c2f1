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
  | 'edit'
  | 'complete'
  | 'no_show'
  | 'ask_move'
  | 'accept_move'
  | 'decline_move'
  | 'withdraw_move'
  | 'lapse_move';

/** They leave the status as it is, so that the table does not have them. */
export type PartyAction = 'tell_allergies' | 'read_allergies';
export type HistoryAction = BookingAction | PartyAction;

export interface Transition {
  from: BookingStatus;
  action: BookingAction;
  actors: BookingActor[];
  to: BookingStatus;
  /** Allowed only then, relative to the meal, or to the deadline of what waits for an answer. */
  when?:
    | 'before-deadline'
    | 'after-deadline'
    | 'before-answers-end'
    | 'before-start'
    | 'after-start'
    | 'after-end';
  reasonFrom?: BookingActor[];
  /** Only while a move waits, asked for by the actor or by the other side. */
  move?: 'own' | 'other' | 'any';
}

/** All transitions; buttons, checks and the API's description derive from this table. */
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
  {
    from: 'pending',
    action: 'reschedule',
    actors: ['diner'],
    to: 'pending',
    when: 'before-deadline',
  },
  { from: 'pending', action: 'edit', actors: ['diner'], to: 'pending', when: 'before-deadline' },
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
    action: 'ask_move',
    actors: ['diner', 'chef'],
    to: 'confirmed',
    when: 'before-answers-end',
  },
  {
    from: 'confirmed',
    action: 'accept_move',
    actors: ['diner', 'chef'],
    to: 'confirmed',
    when: 'before-deadline',
    move: 'other',
  },
  {
    from: 'confirmed',
    action: 'decline_move',
    actors: ['diner', 'chef'],
    to: 'confirmed',
    move: 'other',
  },
  {
    from: 'confirmed',
    action: 'withdraw_move',
    actors: ['diner', 'chef'],
    to: 'confirmed',
    move: 'own',
  },
  {
    from: 'confirmed',
    action: 'lapse_move',
    actors: ['system'],
    to: 'confirmed',
    when: 'after-deadline',
    move: 'any',
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

/** Statuses in which a booking holds its time. */
export const LIVE: readonly BookingStatus[] = ['pending', 'confirmed'];

/** Statuses of a request that its chef declined or did not answer. */
export const UNFULFILLED: readonly BookingStatus[] = ['declined', 'expired'];

export function reachableBy(actor: BookingActor): BookingStatus[] {
  return STATUSES.filter((status) =>
    TRANSITIONS.some(
      ({ from, to, actors }) => to === status && from !== to && actors.includes(actor),
    ),
  );
}

const MOVES_IN_WORDS = {
  own: 'of their own move',
  other: 'of a move that the other side asked for',
  any: 'of a move',
};
const WHEN_IN_WORDS = {
  'before-deadline': 'before the deadline',
  'after-deadline': 'after the deadline',
  'before-answers-end': 'until 2 hours before the start',
  'before-start': 'before the start',
  'after-start': 'after the start',
  'after-end': 'after the end',
};

/** For the API's description, one transition a line. */
export function tableInWords(): string {
  const lines = TRANSITIONS.map(({ from, action, actors, to, when, reasonFrom, move }) => {
    const conditions = [
      move && MOVES_IN_WORDS[move],
      when && WHEN_IN_WORDS[when],
      reasonFrom && `reason from ${reasonFrom.join()}`,
    ];
    const listed = conditions.filter((one) => one !== undefined).join('; ');
    return `- ${from} → ${to}: ${action}, by ${actors.join(' or ')}${listed === '' ? '' : ` (${listed})`}`;
  });
  return ['A booking changes only along these steps:', ...lines].join('\n');
}

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

/** A change of the status; what leaves it as it is has an action of its own. */
export function transitionTo(
  from: BookingStatus,
  to: BookingStatus,
  actor: BookingActor,
): Transition | null {
  if (from === to) return null;
  return (
    TRANSITIONS.find(
      (step) => step.from === from && step.to === to && step.actors.includes(actor),
    ) ?? null
  );
}
