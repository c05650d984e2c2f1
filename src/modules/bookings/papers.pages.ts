import { signedIn } from '../../platform/http/access.js';
import { idOf, pageRoute, show, type PageRoute } from '../../platform/http/page-route.js';
import { say } from '../../platform/language.js';
import { bookingNotFound, illegalTransition } from './bookings.errors.js';
import { presentBooking } from './bookings.present.js';
import { presentCalendar } from './calendar.present.js';
import { labelsOf } from './party.rules.js';
import type { Chefs } from '../chefs/index.js';
import type { Reading } from './reading.service.js';
import { runSheet } from './run-sheet.rules.js';
import { presentLine } from './workplace.present.js';

/** What diner and chef take along from a booking. */
export function papersPages(reading: Reading, chefs: Chefs): PageRoute[] {
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
    pageRoute({
      method: 'get',
      path: '/bookings/:id/run-sheet',
      access: signedIn,
      async handle({ viewer, params }) {
        const seen = await reading.detail(viewer, idOf(params));
        if (seen.as !== 'chef') throw bookingNotFound();
        if (seen.booking.status !== 'confirmed') throw illegalTransition();
        return show(
          'bookings/run-sheet',
          say('Run-sheet of booking {{id}}', { id: seen.booking.id }),
          {
            booking: { ...presentBooking(seen, 'chef'), ...labelsOf(seen.booking) },
            steps: runSheet(seen.booking).map(presentLine),
            kitchen: await chefs.kitchenOf(seen.booking.chefId),
          },
        );
      },
    }),
  ];
}
