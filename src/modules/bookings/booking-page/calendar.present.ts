import ical, {
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator';
import type { Translator } from '../../../platform/i18n/translations.js';
import { addMs } from '../../../platform/time/instants.js';
import type { BookingEvent } from '../booking/booking.data.js';
import { presentBooking, type NamedBooking } from '../booking/booking.present.js';
import type { PublicBooking } from '../booking/booking.schemas.js';
import type { BookingStatus } from '../booking/booking.states.js';
import { hasAllergies, labelsOf } from '../booking/party.rules.js';

type Standing = Pick<ICalEventData, 'status' | 'busystatus' | 'transparency'>;
/** Outlook considers the busy status alone. */
const AWAITED: Standing = {
  status: ICalEventStatus.TENTATIVE,
  busystatus: ICalEventBusyStatus.TENTATIVE,
  transparency: ICalEventTransparency.OPAQUE,
};
const FIRM: Standing = {
  status: ICalEventStatus.CONFIRMED,
  busystatus: ICalEventBusyStatus.BUSY,
  transparency: ICalEventTransparency.OPAQUE,
};
const OFF: Standing = {
  status: ICalEventStatus.CANCELLED,
  busystatus: ICalEventBusyStatus.FREE,
  transparency: ICalEventTransparency.TRANSPARENT,
};
const STANDINGS: Record<BookingStatus, Standing> = {
  pending: AWAITED,
  confirmed: FIRM,
  completed: FIRM,
  no_show: FIRM,
  declined: OFF,
  cancelled: OFF,
  expired: OFF,
};

type CalendarBooking = NamedBooking & { history: Pick<BookingEvent, 'askedStartsAt'>[] };

/** An iCalendar file (RFC 5545) that replaces older ones: same UID, SEQUENCE is the version. */
export function presentCalendar(
  seen: CalendarBooking,
  as: 'diner' | 'chef',
  address: string,
  { t, language }: Pick<Translator, 't' | 'language'>,
): string {
  const { booking } = seen;
  const shown = presentBooking(seen, as);
  const calendar = ical({ prodId: `//CooCook//Bookings//${language.toUpperCase()}` });
  const uid = `booking-${booking.id}-${booking.createdAt.getTime()}`;
  const summary =
    as === 'diner'
      ? t('{{name}} cooks for you', { name: seen.chefName })
      : t('Cooking for {{name}}', { name: seen.dinerName });
  const common: ICalEventData = {
    sequence: booking.version,
    // Without a METHOD the stamp is the time of the last revision (section 3.8.7.2).
    stamp: booking.updatedAt,
    created: booking.createdAt,
    lastModified: booking.updatedAt,
    start: booking.startsAt,
    end: booking.endsAt,
    summary,
    location: [shown.address, shown.district].filter(Boolean).join(', ') || null,
    description: [
      t('CooCook booking #{{id}}', { id: booking.id }),
      t('{{count}} guests', { count: booking.guests }),
      allergiesLine(shown, t),
      address,
    ].join('\n'),
    url: address,
  };
  calendar.createEvent({ ...common, id: `${uid}@coocook`, ...STANDINGS[booking.status] });
  const asked = lastMove(seen);
  if (asked !== null) {
    const name = t('New time asked for: {{summary}}', { summary });
    calendar.createEvent({ ...common, ...asked, id: `${uid}-move@coocook`, summary: name });
  }
  return `${calendar.toString()}\r\n`;
}

/** The time that is asked for; the last one, struck out, once it is answered. */
function lastMove({ booking, history }: CalendarBooking) {
  const { moveStartsAt, startsAt, endsAt } = booking;
  const start = moveStartsAt ?? history.findLast((one) => one.askedStartsAt)?.askedStartsAt;
  if (!start) return null;
  const end = addMs(start, endsAt.getTime() - startsAt.getTime());
  return { start, end, ...(moveStartsAt === null ? OFF : AWAITED) };
}

function allergiesLine(party: PublicBooking, t: Translator['t']): string {
  if (party.allergies === null) return t('Allergies: not told yet');
  if (!hasAllergies(party)) return t('Allergies: none');
  const named = (labelsOf(party).allergies ?? []).map((label) => t(label));
  const told = [...named, party.allergy_notes].filter((one) => one !== null).join('; ');
  return t('Allergies: {{told}}', { told });
}
