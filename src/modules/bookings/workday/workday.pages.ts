import type { Clock } from '../../../platform/clock.js';
import { signedIn } from '../../../platform/http/auth/access.js';
import { pageRoute, type PageRoute } from '../../../platform/http/routes/page-route.js';
import { view } from '../../../platform/http/routes/reply.js';
import type { Schedules } from '../../chefs/index.js';
import { presentOnPage } from '../booking/booking.present.js';
import { presentMeal, presentStep } from './workday.present.js';
import type { Workday } from './workday.service.js';

export function workdayPages(workday: Workday, schedules: Schedules, clock: Clock): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: '/chef/today',
      access: signedIn,
      async handle({ viewer }) {
        const now = clock.now();
        const found = await workday.today(viewer);
        if (found === null) return view('bookings/workday/today', 'Today', { chef: null });
        const { chef, meals, tomorrow, upcoming, firstDeadline } = found;
        return view('bookings/workday/today', 'Today', {
          chef: { id: chef.id, time_zone: chef.timeZone },
          today: found.date,
          meals: meals.map((meal) => presentMeal(meal, now)),
          current: presentStep(found.current, meals, chef.timeZone),
          next: presentStep(found.next, meals, chef.timeZone),
          tomorrow: tomorrow.map((one) => presentOnPage(one, 'chef')),
          upcoming: upcoming && presentOnPage(upcoming, 'chef'),
          waiting: found.waiting,
          first_deadline: firstDeadline?.toISOString() ?? null,
          days: found.week.map(schedules.presentDay),
          now: now.toISOString(),
        });
      },
    }),
  ];
}
