import type { Clock } from '../../../platform/clock.js';
import { signedIn } from '../../../platform/http/auth/access.js';
import { blankForm } from '../../../platform/http/input/form.js';
import { pageRoute, type PageRoute } from '../../../platform/http/routes/page-route.js';
import { pageOf } from '../../../platform/http/input/url.js';
import { view } from '../../../platform/http/routes/reply.js';
import { pageCount } from '../../../platform/paging.js';
import { presentOnPage } from '../booking/booking.present.js';
import { presentActions } from '../lifecycle/actions.present.js';
import type { Transitions } from '../lifecycle/transitions.service.js';
import { presentAddress, presentTabs } from '../lists/lists.present.js';
import type { Inbox } from './inbox.service.js';
import { presentContext } from './workday.present.js';

const PER_PAGE = 12;
const PATH = '/chef/inbox';
/** The inbox calls pending bookings requests. */
const REQUESTS = {
  value: 'requests',
  list: 'pending',
  label: 'Requests',
  nothing: 'No requests are waiting for you.',
} as const;
const TABS = [
  REQUESTS,
  { value: 'upcoming', list: 'upcoming', label: 'Upcoming', nothing: 'No meals coming up.' },
  { value: 'past', list: 'past', label: 'Past', nothing: 'No past meals yet.' },
  { value: 'cancelled', list: 'cancelled', label: 'Cancelled', nothing: 'No cancelled bookings.' },
] as const;
const tabOf = ({ tab }: Record<string, unknown>) =>
  TABS.find(({ value }) => value === tab) ?? REQUESTS;

export function inboxPages(inbox: Inbox, transitions: Transitions, clock: Clock): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: PATH,
      access: signedIn,
      async handle({ viewer, query }) {
        const { value: tab, list, nothing } = tabOf(query);
        const page = pageOf(query);
        const found = await inbox.page(viewer, list, { page, per_page: PER_PAGE });
        const { pending, ...counts } = found.counts;
        return view('bookings/workday/inbox', 'Inbox', {
          bookings: found.bookings.map((one) => {
            const context = found.contextOf(one.booking);
            const booking = presentOnPage(one, 'chef');
            return {
              ...booking,
              party: { ...booking, address: null },
              actions: presentActions(transitions.actionsFor(one.booking, 'chef')),
              context: context && presentContext(context, one.booking.timeZone),
            };
          }),
          address: presentAddress(PATH, tab, page),
          zone: found.bookings[0]?.booking.timeZone ?? 'UTC',
          tab,
          tabs: presentTabs(PATH, [...TABS], { requests: pending, ...counts }),
          nothing,
          form: blankForm(),
          pages: pageCount(found.counts[list], PER_PAGE),
          current_page: page,
          now: clock.now().toISOString(),
        });
      },
    }),
  ];
}
