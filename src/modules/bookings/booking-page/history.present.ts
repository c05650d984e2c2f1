import type { ViewWords } from '../../../platform/http/views/view-functions.js';
import { message, type Words } from '../../../platform/i18n/language.js';
import type { presentEvent } from '../booking/booking.present.js';
import type { PublicBooking } from '../booking/booking.schemas.js';
import type { BookingActor, HistoryAction } from '../booking/booking.states.js';

type Event = ReturnType<typeof presentEvent>;

const DONE: Record<HistoryAction, string> = {
  request: 'Requested',
  confirm: 'Confirmed',
  decline: 'Declined',
  withdraw: 'Withdrawn',
  expire: 'Not answered in time',
  cancel: 'Cancelled',
  reschedule: 'Moved to another time',
  complete: 'Completed',
  no_show: 'Marked as a no-show',
  ask_move: 'Asked for another time',
  accept_move: 'Moved to the new time',
  decline_move: 'Kept at its time',
  withdraw_move: 'New time no longer asked for',
  lapse_move: 'New time not answered',
  edit: 'Request changed',
  tell_allergies: 'Allergies told',
  read_allergies: 'Allergies read',
};
const BY: Record<BookingActor, Words> = {
  diner: message('by the diner'),
  chef: message('by the chef'),
  system: message('by CooCook'),
};

export function historyViewHelpers({ t, tStored, momentIn }: ViewWords) {
  return {
    historySteps: (history: Event[], zone: string, viewerIs: 'diner' | 'chef') =>
      history.map((event) => ({
        what: t(DONE[event.action]),
        who: event.actor === viewerIs ? t('by you') : t(BY[event.actor]),
        when: momentIn(event.at, zone),
        notes: [
          event.old_starts_at === null
            ? []
            : t('It was {{when}}.', { when: momentIn(event.old_starts_at, zone) }),
          event.asked_starts_at === null
            ? []
            : t('New time: {{when}}', { when: momentIn(event.asked_starts_at, zone) }),
          event.reason ? `“${tStored(event.reason)}”` : [],
        ].flat(),
      })),

    /** Null when the booking is over. */
    nextStep(booking: PublicBooking): { what: string; when: string } | null {
      const { time_zone: zone, expires_at, move } = booking;
      const deadline = expires_at ?? move?.expires_at;
      if (deadline !== undefined) {
        const when = t('by {{when}}', { when: momentIn(deadline, zone) });
        const isDiners = move?.asked_by === 'chef';
        return {
          what: isDiners ? t('Next: the diner answers') : t('Next: the chef answers'),
          when,
        };
      }
      return booking.status === 'confirmed'
        ? { what: t('Next: the meal'), when: momentIn(booking.starts_at, zone) }
        : null;
    },
  };
}
