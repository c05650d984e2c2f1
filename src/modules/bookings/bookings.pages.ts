import { signedIn } from '../../platform/http/access.js';
import type { Clock } from '../../platform/clock.js';
import {
  idOf,
  pageOf,
  pageRoute,
  show,
  type PageInput,
  type PageReply,
  type PageRoute,
} from '../../platform/http/page-route.js';
import { pagesOf } from '../../platform/http/paging.js';
import { blankForm, type FormState } from '../../platform/http/input.js';
import { say } from '../../platform/language.js';
import { bookingNotFound } from './bookings.errors.js';
import { presentBooking, presentCandidate, presentEvent } from './bookings.present.js';
import { hasAllergies, labelsOf } from './party.rules.js';
import type { Reading, Tab } from './reading.service.js';
import { UNMET } from './bookings.states.js';
import type { Rescue } from './rescue.service.js';
import type { Transitions } from './transitions.service.js';
import { presentSurroundings } from './workplace.present.js';
import type { Workplace } from './workplace.service.js';

const PER_PAGE = 12;
const DINER_TABS: Tab[] = ['upcoming', 'pending', 'past', 'cancelled'];

export type BookingPage = (
  input: PageInput<{ kind: 'signed-in' }>,
  form: FormState,
) => Promise<PageReply>;

/** The page of one booking, with the state of the form that was pressed on it. */
export function createBookingPage(
  reading: Reading,
  transitions: Transitions,
  rescue: Rescue,
  workplace: Workplace,
  clock: Clock,
): BookingPage {
  return async (input, form) => {
    const seen = await reading.detail(input.viewer, idOf(input.params));
    const isOpen = seen.as === 'diner' && UNMET.includes(seen.booking.status);
    const candidates = isOpen ? await rescue.candidates(input.viewer, seen.booking.id) : [];
    const isAsked = seen.as === 'chef' && seen.booking.status === 'pending';
    const around = (await workplace.surroundings(input.viewer, isAsked ? [seen.booking] : [])).get(
      seen.booking.id,
    );
    return show('bookings/show', say('Booking {{id}}', { id: seen.booking.id }), {
      booking: {
        ...presentBooking(seen, seen.as),
        ...labelsOf(seen.booking),
        has_allergies: hasAllergies(seen.booking),
        history: seen.history.map(presentEvent),
      },
      viewer_is: seen.as,
      diner_name: seen.dinerName,
      surroundings: around && presentSurroundings(around, seen.booking.timeZone),
      candidates: candidates.map(presentCandidate),
      actions: transitions.actionsFor(seen.booking, seen.as),
      form,
      now: clock.now().toISOString(),
    });
  };
}

/** The pages on which diner and chef look at their bookings. */
export function bookingsPages(
  reading: Reading,
  bookingPage: BookingPage,
  clock: Clock,
): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: '/my-bookings',
      access: signedIn,
      async handle({ viewer, query }) {
        const tab = DINER_TABS.find((one) => one === query.tab) ?? 'upcoming';
        const page = pageOf(query);
        const found = await reading.tab(viewer, 'diner', tab, { page, per_page: PER_PAGE });
        return show('bookings/index', 'My bookings', {
          bookings: found.bookings.map((one) => ({
            ...presentBooking(one, 'diner'),
            chef_photo: one.chefPhoto,
          })),
          tab,
          counts: found.counts,
          pages: pagesOf(found.counts[tab], PER_PAGE),
          current_page: page,
          now: clock.now().toISOString(),
        });
      },
    }),
    pageRoute({
      method: 'get',
      path: '/bookings/:id',
      access: signedIn,
      handle: (input) => bookingPage(input, blankForm()),
    }),
    pageRoute({
      method: 'get',
      path: '/bookings/:id/requested',
      access: signedIn,
      async handle(input) {
        const seen = await reading.detail(input.viewer, idOf(input.params));
        if (seen.as !== 'diner') throw bookingNotFound();
        return show('bookings/requested', 'Request sent', {
          booking: presentBooking(seen, 'diner'),
          now: clock.now().toISOString(),
        });
      },
    }),
  ];
}
