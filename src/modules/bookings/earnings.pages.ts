import { signedIn } from '../../platform/http/access.js';
import { pageRoute, show, type PageRoute } from '../../platform/http/page-route.js';
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
        const months = found?.months ?? [];
        const sums = months.map(({ earned, kept, expected }) => earned + kept + expected);
        return show('bookings/earnings', 'Earnings', {
          is_chef: found !== null,
          months,
          currency: found?.currency ?? '',
          highest: Math.max(1, ...sums),
          total: months.reduce((sum, month) => sum + month.earned + month.kept, 0),
        });
      },
    }),
  ];
}
