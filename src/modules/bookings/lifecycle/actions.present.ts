import type { BookingAction } from '../booking/booking.states.js';

/** A button that acts at once, or a link to the page that asks first. */
export interface OfferedAction {
  action: BookingAction;
  label: string;
  /** The last part of that page's address. */
  page?: string;
}

/** In the order of a page. */
const OFFERED: OfferedAction[] = [
  { action: 'confirm', label: 'Confirm' },
  { action: 'decline', label: 'Decline', page: 'decline' },
  { action: 'edit', label: 'Change the request', page: 'edit' },
  { action: 'withdraw', label: 'Withdraw the request', page: 'cancel' },
  { action: 'reschedule', label: 'Move it', page: 'reschedule' },
  { action: 'ask_move', label: 'Move it', page: 'reschedule' },
  { action: 'cancel', label: 'Cancel the meal', page: 'cancel' },
  { action: 'complete', label: 'Mark as completed' },
  { action: 'no_show', label: 'Mark as a no-show' },
];

/** Without the answers to a move, which stand beside its time. */
export function presentActions(actions: BookingAction[]): OfferedAction[] {
  const isMoving = actions.includes('decline_move') || actions.includes('withdraw_move');
  return OFFERED.filter(({ action }) => actions.includes(action)).map((offered) =>
    isMoving && offered.action === 'ask_move'
      ? { ...offered, label: 'Ask for another time' }
      : offered,
  );
}
