import { signedIn } from '../../../platform/http/auth/access.js';
import { pageRoute, type PageRoute } from '../../../platform/http/routes/page-route.js';
import { idOf } from '../../../platform/http/input/url.js';
import { view } from '../../../platform/http/routes/reply.js';
import { message } from '../../../platform/i18n/language.js';
import type { Chefs } from '../../chefs/index.js';
import type { BookingAccess } from '../booking/access.service.js';
import { bookingNotFound, illegalTransition } from '../booking/booking.errors.js';
import { presentOnPage } from '../booking/booking.present.js';
import { runSheet } from './run-sheet.rules.js';
import { presentLine } from './workday.present.js';

export function runSheetPages(reading: BookingAccess, chefs: Chefs): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: '/bookings/:id/run-sheet',
      access: signedIn,
      async handle({ viewer, params }) {
        const seen = await reading.detail(viewer, idOf(params));
        if (seen.as !== 'chef') throw bookingNotFound();
        if (seen.booking.status !== 'confirmed') throw illegalTransition();
        return view(
          'bookings/workday/run-sheet',
          message('Run-sheet of booking {{id}}', { id: seen.booking.id }),
          {
            booking: presentOnPage(seen, 'chef'),
            steps: runSheet(seen.booking).map(presentLine),
            kitchen: await chefs.kitchenOf(seen.booking.chefId),
          },
        );
      },
    }),
  ];
}
