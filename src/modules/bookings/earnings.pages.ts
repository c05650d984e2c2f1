import { signedIn } from '../../platform/http/access.js';
import { pageRoute, show, type PageRoute } from '../../platform/http/page-route.js';
import { axisFor } from './earnings.rules.js';
import type { Earnings } from './earnings.service.js';

/** What a chef earns, month by month, as a picture and as its table. */
export function earningsPages(earnings: Earnings): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: '/chef/earnings',
      access: signedIn,
      async handle({ viewer }) {
        const found = await earnings.byMonth(viewer);
        if (found === null) return show('bookings/earnings', 'Earnings', { is_chef: false });
        const { months, current, currency } = found;
        const sums = months.map(({ earned, kept, expected }) => earned + kept + expected);
        const past = months.filter(({ month }) => month <= current);
        return show('bookings/earnings', 'Earnings', {
          is_chef: true,
          months,
          currency,
          axis: axisFor(Math.max(...sums)),
          is_empty: sums.every((sum) => sum === 0),
          this_month: months.find(({ month }) => month === current),
          last_month: past.at(-2),
          total: past.reduce((sum, { earned, kept }) => sum + earned + kept, 0),
          expected: months.reduce((sum, month) => sum + month.expected, 0),
        });
      },
    }),
  ];
}
