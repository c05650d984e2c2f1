import type { Clock } from '../../../platform/clock.js';
import { signedIn } from '../../../platform/http/auth/access.js';
import { pageRoute, type PageRoute } from '../../../platform/http/routes/page-route.js';
import { pageOf } from '../../../platform/http/input/url.js';
import { view } from '../../../platform/http/routes/reply.js';
import { pageCount } from '../../../platform/paging.js';
import { presentOnPage, STATUS_LABELS } from '../booking/booking.present.js';
import { presentAddress, presentNothing, presentTabs } from './lists.present.js';
import type { Lists, Tab } from './lists.service.js';

const PER_PAGE = 12;
const PATH = '/my-bookings';
const TABS: { value: Tab; label: string }[] = [
  { value: 'upcoming', label: 'Upcoming' },
  { value: 'pending', label: STATUS_LABELS.pending },
  { value: 'past', label: 'Past' },
  { value: 'cancelled', label: STATUS_LABELS.cancelled },
];

export function listsPages(lists: Lists, clock: Clock): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: PATH,
      access: signedIn,
      async handle({ viewer, query }) {
        const asked = TABS.find(({ value }) => value === query.tab)?.value;
        const page = pageOf(query);
        const window = { page, per_page: PER_PAGE };
        const { tab, ...found } = asked
          ? { tab: asked, ...(await lists.tab(viewer, 'diner', asked, window)) }
          : await lists.firstTab(viewer, window);
        return view('bookings/lists/index', 'My bookings', {
          bookings: found.bookings.map((one) => ({
            ...presentOnPage(one, 'diner'),
            chef_photo: one.chefPhoto,
          })),
          address: presentAddress(PATH, tab, page),
          tab,
          tabs: presentTabs(PATH, TABS, found.counts),
          zone: found.bookings[0]?.booking.timeZone ?? 'UTC',
          is_over: tab === 'past' || tab === 'cancelled',
          nothing: presentNothing(tab, found.counts),
          pages: pageCount(found.counts[tab], PER_PAGE),
          current_page: page,
          now: clock.now().toISOString(),
        });
      },
    }),
  ];
}
