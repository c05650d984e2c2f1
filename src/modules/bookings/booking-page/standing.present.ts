import type { ViewWords } from '../../../platform/http/views/view-functions.js';
import type { PublicBooking } from '../booking/booking.schemas.js';
import type { BookingStatus } from '../booking/booking.states.js';

type Side = 'diner' | 'chef';

export function standingViewHelpers(words: ViewWords) {
  return {
    /** What comes next, or what came of it. */
    standing: (booking: PublicBooking, viewerIs: Side, now: string) =>
      standing(words, booking, { isDiner: viewerIs === 'diner', now }),
    moveWords: (booking: PublicBooking, viewerIs: Side) => moveWords(words, booking, viewerIs),
    moveButtons: ({ move }: PublicBooking, viewerIs: Side, now: string) =>
      move === null ? [] : moveButtons(words, move, { isOwn: move.asked_by === viewerIs, now }),
    moneyMatters: (booking: PublicBooking) => moneyMatters(words, booking),
  };
}

function standing(
  { t, momentIn, zoneLabel }: ViewWords,
  booking: PublicBooking,
  { isDiner, now }: { isDiner: boolean; now: string },
): string {
  const told = (diner: string, chef: string) => (isDiner ? t(diner) : t(chef));
  const OVER = 'The meal is over. We hope that it was good.';
  switch (booking.status) {
    case 'pending': {
      const due = booking.expires_at ?? booking.starts_at;
      const zone = booking.time_zone;
      const deadline = { when: momentIn(due, zone), zone: zoneLabel(due, zone) };
      return isDiner
        ? t('The chef has until {{when}}, {{zone}}, to answer.', deadline)
        : t('You have until {{when}}, {{zone}}, to answer.', deadline);
    }
    case 'confirmed': {
      const when = momentIn(booking.starts_at, booking.time_zone);
      if (booking.starts_at <= now) {
        const isOver = booking.ends_at <= now;
        return isOver
          ? told(OVER, 'The meal is over. Mark it as completed.')
          : t('The meal has begun.');
      }
      return isDiner
        ? t('{{name}} comes to you on {{when}}.', { name: booking.chef_name, when })
        : t('You cook for {{name}} on {{when}}.', { name: booking.diner_name, when });
    }
    case 'completed':
      return told(OVER, 'The meal is done.');
    case 'no_show':
      return told('The chef found nobody there.', 'You found nobody there.');
    case 'declined':
      return told('The chef cannot cook for you then.', 'You declined the request.');
    case 'expired':
      return told('The chef did not answer in time.', 'You did not answer in time.');
    case 'cancelled':
      return booking.refund_amount === null
        ? t('The request was withdrawn.')
        : t('The meal is cancelled.');
  }
}

function moveWords(
  { t, momentIn, zoneLabel }: ViewWords,
  { move, time_zone: zone, chef_name, diner_name }: PublicBooking,
  viewerIs: Side,
): string {
  if (move === null) return '';
  const when = { when: momentIn(move.starts_at, zone), zone: zoneLabel(move.starts_at, zone) };
  if (move.asked_by === viewerIs) return t('You ask to move to {{when}}, {{zone}}.', when);
  const name = viewerIs === 'diner' ? chef_name : diner_name;
  return t('{{name}} asks to move to {{when}}, {{zone}}.', { name, ...when });
}

function moveButtons(
  { t }: ViewWords,
  { expires_at: deadline }: NonNullable<PublicBooking['move']>,
  { isOwn, now }: { isOwn: boolean; now: string },
) {
  if (isOwn) return [{ action: 'withdraw_move', label: t('Ask no longer'), quiet: true }];
  const decline = { action: 'decline_move', label: t('Keep the old time'), quiet: true };
  const accept = { action: 'accept_move', label: t('Accept the new time'), quiet: false };
  return now < deadline ? [accept, decline] : [decline];
}

const MONEY: Record<Exclude<BookingStatus, 'cancelled'>, string> = {
  pending: 'Nothing is charged yet. Once the chef confirms, {{amount}} is charged.',
  confirmed: '{{amount}} is charged.',
  completed: '{{amount}} is charged.',
  no_show: '{{amount}} is charged in full.',
  declined: 'Nothing was charged.',
  expired: 'Nothing was charged.',
};

function moneyMatters({ t, money }: ViewWords, booking: PublicBooking): string {
  const { status, currency, refund_amount: refund } = booking;
  const amount = money(booking.total_price, currency);
  if (status !== 'cancelled') return t(MONEY[status], { amount });
  if (refund === null) return t('Nothing was charged.');
  return refund === 0
    ? t('No refund of {{amount}}: the deadline has passed.', { amount })
    : t('{{refund}} of {{amount}} is paid back.', { refund: money(refund, currency), amount });
}
