import { signedIn } from '../../platform/http/access.js';
import { idOf, pageRoute, type PageRoute } from '../../platform/http/page-route.js';
import { presentCalendar } from './calendar.present.js';
import type { Reading } from './reading.service.js';

/** What diner and chef take along from a booking. */
export function papersPages(reading: Reading): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: '/bookings/:id/calendar.ics',
      access: signedIn,
      async handle({ viewer, params, origin }) {
        const seen = await reading.detail(viewer, idOf(params));
        const { id } = seen.booking;
        return {
          file: presentCalendar(seen, seen.as, `${origin}/bookings/${id}`),
          name: `coocook-booking-${id}.ics`,
          type: 'text/calendar; charset=utf-8',
        };
      },
    }),
  ];
}
