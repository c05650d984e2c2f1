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
import type { NamedBooking, Reading, Tab } from './reading.service.js';
import { UNMET } from './bookings.states.js';
import type { Rescue } from './rescue.service.js';
import type { Transitions } from './transitions.service.js';

const PER_PAGE = 12;
const DINER_TABS: Tab[] = ['upcoming', 'pending', 'past', 'cancelled'];
/** The chef's inbox calls pending bookings requests. */
const CHEF_TABS: Record<string, Tab> = {
  requests: 'pending',
  upcoming: 'upcoming',
  past: 'past',
  cancelled: 'cancelled',
};

export type BookingPage = (
  input: PageInput<{ kind: 'signed-in' }>,
  form: FormState,
) => Promise<PageReply>;

/** The page of one booking, with the state of the form that was pressed on it. */
export function createBookingPage(
  reading: Reading,
  transitions: Transitions,
  rescue: Rescue,
  clock: Clock,
): BookingPage {
  return async (input, form) => {
    const seen = await reading.detail(input.viewer, idOf(input.params));
    const isOpen = seen.as === 'diner' && UNMET.includes(seen.booking.status);
    const candidates = isOpen ? await rescue.candidates(input.viewer, seen.booking.id) : [];
    return show('bookings/show', say('Booking {{id}}', { id: seen.booking.id }), {
      booking: {
        ...presentBooking(seen, seen.as),
        ...labelled(seen),
        history: seen.history.map(presentEvent),
      },
      viewer_is: seen.as,
      diner_name: seen.dinerName,
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
  transitions: Transitions,
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
      path: '/chef/inbox',
      access: signedIn,
      async handle({ viewer, query }) {
        const tab =
          typeof query.tab === 'string' && query.tab in CHEF_TABS ? query.tab : 'requests';
        const list = CHEF_TABS[tab] ?? 'pending';
        const page = pageOf(query);
        const found = await reading.tab(viewer, 'chef', list, { page, per_page: PER_PAGE });
        const { pending: requests, ...counts } = found.counts;
        return show('bookings/inbox', 'Inbox', {
          bookings: found.bookings.map((one) => ({
            ...presentBooking(one, 'chef'),
            ...labelled(one),
            actions: transitions.actionsFor(one.booking, 'chef'),
          })),
          tab,
          counts: { requests, ...counts },
          form: blankForm(),
          pages: pagesOf(found.counts[list], PER_PAGE),
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

/** What the party must not and does not eat, in words, and whether the chef has to tick it. */
function labelled({ booking }: NamedBooking) {
  return { ...labelsOf(booking), has_allergies: hasAllergies(booking) };
}
