import { signedIn } from '../../../platform/http/auth/access.js';
import { pageRoute, type PageRoute } from '../../../platform/http/routes/page-route.js';
import { view } from '../../../platform/http/routes/reply.js';
import { earnedIn, presentChart } from './chart.present.js';
import type { Month } from './earnings.rules.js';
import type { Earnings } from './earnings.service.js';

export function earningsPages(earnings: Earnings): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: '/chef/earnings',
      access: signedIn,
      async handle({ viewer }) {
        const found = await earnings.byMonth(viewer);
        if (found === null)
          return view('bookings/earnings/earnings', 'Earnings', { is_chef: false });
        const { months, current, currency } = found;
        const past = months.filter(({ month }) => month <= current).map(withSum);
        return view('bookings/earnings/earnings', 'Earnings', {
          is_chef: true,
          months: months.toReversed(),
          current,
          currency,
          chart: presentChart(months, current),
          is_empty: months.every((month) => earnedIn(month) + month.expected === 0),
          first_month: months[0]?.month,
          this_month: past.at(-1),
          last_month: past.at(-2),
          total: past.reduce((total, { sum }) => total + sum, 0),
          expected: months.reduce((sum, month) => sum + month.expected, 0),
        });
      },
    }),
  ];
}

function withSum(month: Month) {
  return { ...month, sum: earnedIn(month) };
}
