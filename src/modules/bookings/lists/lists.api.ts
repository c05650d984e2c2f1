import { signedIn } from '../../../platform/http/auth/access.js';
import { apiRoute, type ApiRoute } from '../../../platform/http/routes/api-route.js';
import { pageReply, listSchema } from '../../../platform/http/input/list-reply.js';
import { BOOKINGS, tag } from '../booking/booking.api.js';
import { presentBooking } from '../booking/booking.present.js';
import { bookingListQuery, bookingSchema } from '../booking/booking.schemas.js';
import type { Lists } from './lists.service.js';

export function listsApi(lists: Lists): ApiRoute[] {
  return [
    apiRoute({
      method: 'get',
      path: BOOKINGS,
      access: signedIn,
      tag,
      operationId: 'listBookings',
      summary: "Your own bookings, as the diner or in the chef's inbox",
      query: bookingListQuery,
      replies: {
        200: { description: 'A page of bookings', schema: listSchema('bookings', bookingSchema) },
      },
      async handle({ viewer, query }) {
        const { as, status } = query;
        const { bookings: found, total } = await lists.list(viewer, as, status, query);
        const items = found.map((one) => presentBooking(one, as));
        return pageReply({ name: 'bookings', items, total, path: BOOKINGS, query });
      },
    }),
  ];
}
