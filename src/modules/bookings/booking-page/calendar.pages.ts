import { signedIn } from '../../../platform/http/auth/access.js';
import { pageRoute, type PageRoute } from '../../../platform/http/routes/page-route.js';
import { idOf } from '../../../platform/http/input/url.js';
import type { BookingAccess } from '../booking/access.service.js';
import { presentCalendar } from './calendar.present.js';

export function calendarPages(reading: BookingAccess): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: '/bookings/:id/calendar.ics',
      access: signedIn,
      async handle({ viewer, params, origin }) {
        const seen = await reading.detail(viewer, idOf(params));
        const { id } = seen.booking;
        return {
          file: (words) => presentCalendar(seen, seen.as, `${origin}/bookings/${id}`, words),
          name: `coocook-booking-${id}.ics`,
          type: 'text/calendar; charset=utf-8',
        };
      },
    }),
  ];
}
