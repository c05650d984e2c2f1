import type { Clock } from '../../platform/clock.js';
import { signedIn } from '../../platform/http/access.js';
import { blankForm } from '../../platform/http/input.js';
import { pageOf, pageRoute, show, type PageRoute } from '../../platform/http/page-route.js';
import { pagesOf } from '../../platform/http/paging.js';
import type { Schedules } from '../chefs/index.js';
import type { Reading, Tab } from './reading.service.js';
import type { Transitions } from './transitions.service.js';
import { presentMeal, presentStep, presentSurroundings, presentWork } from './workplace.present.js';
import type { Workplace } from './workplace.service.js';

const PER_PAGE = 12;
/** The chef's inbox calls pending bookings requests. */
const TABS: [[string, Tab], ...[string, Tab][]] = [
  ['requests', 'pending'],
  ['upcoming', 'upcoming'],
  ['past', 'past'],
  ['cancelled', 'cancelled'],
];

/** Where a chef works: the day that is, and the inbox. */
export function workplacePages(
  workplace: Workplace,
  reading: Reading,
  transitions: Transitions,
  schedules: Schedules,
  clock: Clock,
): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: '/chef/today',
      access: signedIn,
      async handle({ viewer }) {
        const now = clock.now().toISOString();
        const found = await workplace.today(viewer);
        if (found === null) return show('bookings/today', 'Today', { chef: null, now });
        const { chef, meals, tomorrow, upcoming, firstDeadline } = found;
        return show('bookings/today', 'Today', {
          chef: { id: chef.id, time_zone: chef.timeZone },
          today: found.date,
          meals: meals.map(presentMeal),
          current: presentStep(found.current, meals),
          next: presentStep(found.next, meals),
          tomorrow: tomorrow.map(presentWork),
          upcoming: upcoming && presentWork(upcoming),
          waiting: found.waiting,
          first_deadline: firstDeadline?.toISOString() ?? null,
          days: found.week.map(schedules.presentDay),
          now,
        });
      },
    }),
    pageRoute({
      method: 'get',
      path: '/chef/inbox',
      access: signedIn,
      async handle({ viewer, query }) {
        const [tab, list] = TABS.find(([name]) => name === query.tab) ?? TABS[0];
        const page = pageOf(query);
        const found = await reading.tab(viewer, 'chef', list, { page, per_page: PER_PAGE });
        const requests = found.bookings.map(({ booking }) => booking);
        const around = await workplace.surroundings(viewer, list === 'pending' ? requests : []);
        const { pending, ...counts } = found.counts;
        return show('bookings/inbox', 'Inbox', {
          bookings: found.bookings.map((one) => {
            const surroundings = around.get(one.booking.id);
            return {
              ...presentWork(one),
              actions: transitions.actionsFor(one.booking, 'chef'),
              surroundings: surroundings && presentSurroundings(surroundings, one.booking.timeZone),
            };
          }),
          tab,
          counts: { requests: pending, ...counts },
          form: blankForm(),
          pages: pagesOf(found.counts[list], PER_PAGE),
          current_page: page,
          now: clock.now().toISOString(),
        });
      },
    }),
  ];
}
