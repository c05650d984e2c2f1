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

/** They leave the status as it is, so that the table does not have them. */
export type PartyAction = 'tell_allergies' | 'read_allergies';
export type HistoryAction = BookingAction | PartyAction;

export interface Transition {
  from: BookingStatus;
  action: BookingAction;
  actors: BookingActor[];
  to: BookingStatus;
  /** Allowed only then, relative to the meal or the request's deadline. */
  when?: 'before-deadline' | 'after-deadline' | 'before-start' | 'after-start' | 'after-end';
  reasonFrom?: BookingActor[];
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

/** Statuses in which a booking holds its time. */
export const LIVE: readonly BookingStatus[] = ['pending', 'confirmed'];

/** Statuses of a request that its chef declined or did not answer. */
export const UNFULFILLED: readonly BookingStatus[] = ['declined', 'expired'];

export function reachableBy(actor: BookingActor): BookingStatus[] {
  return STATUSES.filter((status) =>
    TRANSITIONS.some((step) => step.to === status && step.actors.includes(actor)),
  );
}

/** For the API's description, one transition a line. */
export function tableInWords(): string {
  const lines = TRANSITIONS.map(({ from, action, actors, to, when, reasonFrom }) => {
    const conditions = [
      when?.replace('-', ' the '),
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
